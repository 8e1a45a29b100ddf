import { type BudgetPolicy, type Effect, statesFor } from '../../domain/budget/effect.ts';
import type { Frame } from '../../domain/budget/frame.ts';
import type { Store } from './client.ts';
import { needsOf, numbersOf } from './frame-item.ts';
import { frameKey } from './keys.ts';
import type { Write } from './transact.ts';

/** What an act was worked out from, if it needed to read the frame: when another act came in between, it is refused. */
export interface FrameSeen {
  /** The version that was seen; this act is the next. */
  version?: number;
  /** How many corrections had been confirmed; this is one more. */
  corrected?: number;
}

/** How a change of the frame is judged, and what it sets beside the sums. */
export interface FrameRules {
  policy: BudgetPolicy;
  state?: Frame['state'];
  seen?: FrameSeen;
}

const placeholders = (prefix: string, pairs: readonly [string, unknown][]) =>
  Object.fromEntries(pairs.map(([, value], n) => [`:${prefix}${n}`, value]));

const allNames = (...pairs: readonly (readonly [string, unknown])[][]) =>
  Object.fromEntries(pairs.flat().map(([name]) => [`#${name}`, name]));

/** A counter that was never written stands at 0. */
const isStill = (name: string, n: number) =>
  n === 0 ? `(attribute_not_exists(#${name}) OR #${name} = :${name})` : `#${name} = :${name}`;

/**
 * The change of a year's frame: what is added to its sums, under the condition that it has what the effect needs and
 * takes such a write. No reading comes before it, unless what was read is named in `seen`: whoever is too late fails by the
 * condition alone, however many write.
 */
export const updateFrame = (
  store: Store,
  year: number,
  effect: Effect,
  { policy, state, seen = {} }: FrameRules,
): Write => {
  const adds = numbersOf(effect).filter(([, n]) => n !== 0);
  const needs = needsOf(effect);
  const states = statesFor(effect, policy).map((one, n): [string, string] => [`state${n}`, one]);
  const counted = Object.entries(seen as Record<string, number>);
  const counts = counted.map(([name, n]): [string, number] => [name, n + 1]);
  const conditions = [
    ...needs.map(([name], n) => `#${name} >= :need${n}`),
    `(attribute_not_exists(pk) OR #state IN (${states.map((_, n) => `:state${n}`).join(', ')}))`,
    ...counted.map(([name, n]) => isStill(name, n)),
  ];
  const sets = [
    '#year = :year',
    `#state = ${state ? ':set' : 'if_not_exists(#state, :provisional)'}`,
    ...counts.map(([name], n) => `#${name} = :count${n}`),
    ...(seen.version === undefined ? ['#version = if_not_exists(#version, :zero)'] : []),
  ];
  return {
    Update: {
      TableName: store.table,
      Key: frameKey(year),
      UpdateExpression: `SET ${sets.join(', ')}${adds.length > 0 ? ` ADD ${adds.map(([name], n) => `#${name} :add${n}`).join(', ')}` : ''}`,
      ConditionExpression: conditions.join(' AND '),
      ExpressionAttributeNames: {
        ...allNames(adds, needs, counts),
        '#year': 'year',
        '#state': 'state',
        '#version': 'version',
      },
      ExpressionAttributeValues: {
        ...placeholders('add', adds),
        ...placeholders('need', needs),
        ...placeholders('state', states),
        ...placeholders('count', counts),
        ...Object.fromEntries(counted.map(([name, n]) => [`:${name}`, n])),
        ':year': year,
        ...(state ? { ':set': state } : { ':provisional': 'provisional' }),
        ...(seen.version === undefined && { ':zero': 0 }),
      },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  };
};
