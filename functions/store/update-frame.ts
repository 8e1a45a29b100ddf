import { type BudgetPolicy, type Effect, statesFor } from '../../domain/budget/effect.ts';
import type { Frame } from '../../domain/budget/frame.ts';
import type { Store } from './client.ts';
import { needsOf, numbersOf } from './frame-item.ts';
import { frameKey } from './keys.ts';
import type { Write } from './transact.ts';

/** How a change of the frame is judged, and what it sets beside the sums. */
export interface FrameRules {
  policy: BudgetPolicy;
  state?: Frame['state'];
  /** The version that it was worked out from, if figures change: this is the next, and nobody else's may come in between. */
  from?: number | undefined;
  /** Nothing has moved since the frame was read: what is closed is what was looked at. */
  unmoved?: Frame | undefined;
}

const placeholders = (prefix: string, pairs: readonly [string, unknown][]) =>
  Object.fromEntries(pairs.map(([, value], n) => [`:${prefix}${n}`, value]));

const allNames = (...pairs: readonly (readonly [string, unknown])[][]) =>
  Object.fromEntries(pairs.flat().map(([name]) => [`#${name}`, name]));

/**
 * The change of a year's frame: what is added to its sums, under the condition that it has what the effect needs and
 * takes such a write. No reading comes before it, unless `from` names what was read: whoever is too late fails by the
 * condition alone, however many write.
 */
export const updateFrame = (
  store: Store,
  year: number,
  effect: Effect,
  { policy, state, from, unmoved }: FrameRules,
): Write => {
  const adds = numbersOf(effect).filter(([, n]) => n !== 0);
  const needs = needsOf(effect);
  const states = statesFor(effect, policy).map((one, n): [string, string] => [`state${n}`, one]);
  const same = unmoved ? numbersOf(unmoved) : [];
  const conditions = [
    // A sum to which nothing was added is no attribute yet.
    ...same.map(([name, value], n) =>
      value === 0 ? `(attribute_not_exists(#${name}) OR #${name} = :same${n})` : `#${name} = :same${n}`,
    ),
    ...needs.map(([name], n) => `#${name} >= :need${n}`),
    `(attribute_not_exists(pk) OR #state IN (${states.map((_, n) => `:state${n}`).join(', ')}))`,
    ...(from === undefined
      ? []
      : [from === 0 ? '(attribute_not_exists(pk) OR #version = :from)' : '#version = :from']),
  ];
  const sets = [
    '#year = :year',
    `#state = ${state ? ':set' : 'if_not_exists(#state, :provisional)'}`,
    `#version = ${from === undefined ? 'if_not_exists(#version, :zero)' : ':next'}`,
  ];
  return {
    Update: {
      TableName: store.table,
      Key: frameKey(year),
      UpdateExpression: `SET ${sets.join(', ')}${adds.length > 0 ? ` ADD ${adds.map(([name], n) => `#${name} :add${n}`).join(', ')}` : ''}`,
      ConditionExpression: conditions.join(' AND '),
      ExpressionAttributeNames: {
        ...allNames(adds, needs, same),
        '#year': 'year',
        '#state': 'state',
        '#version': 'version',
      },
      ExpressionAttributeValues: {
        ...placeholders('add', adds),
        ...placeholders('need', needs),
        ...placeholders('same', same),
        ...placeholders('state', states),
        ':year': year,
        ...(state ? { ':set': state } : { ':provisional': 'provisional' }),
        ...(from === undefined ? { ':zero': 0 } : { ':from': from, ':next': from + 1 }),
      },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  };
};
