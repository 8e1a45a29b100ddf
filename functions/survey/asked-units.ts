import type { RoundHead } from '../../domain/forms/survey-round/particulars.ts';
import { type AnonymousGroup, anonymousGroups } from '../../domain/survey/group.ts';
import type { RoundUnit } from '../../domain/survey/round-unit.ts';
import { unitKindOf, unitName } from '../../domain/survey/unit.ts';
import type { KnownAsker } from '../cases/asker.ts';
import { FieldsError } from '../runtime/errors.ts';
import type { Store } from '../store/client.ts';
import { readUnits } from '../store/rounds.ts';

export interface AskedUnit {
  unit: RoundUnit;
  /** In one word. */
  name: string;
  group: AnonymousGroup;
}

/** Units of one page. */
const PAGE = 100;
const CURSOR = /^[a-z-]+:[a-z0-9-]{1,60}$/;

/** The units of a Kita's staff, or all of them. */
const seenBy = ({ roles, kitas = [] }: KnownAsker) => {
  const own = new Set(kitas.map((kita) => `kita:${kita}`));
  return (name: string) => roles.includes('coordinator') || own.has(name);
};

/**
 * A page of the units of a round with the anonymous groups that answer for them, as far as the one who asks may see them, in
 * the order of their names. @throws FieldsError at `cursor`
 */
export const askedUnits = async (
  store: Store,
  round: RoundHead,
  { asker, cursor }: { asker: KnownAsker; cursor: string | undefined },
): Promise<{ asked: AskedUnit[]; cursor?: string }> => {
  if (cursor !== undefined && !CURSOR.test(cursor))
    throw new FieldsError([{ path: ['cursor'], message: 'wrong-type' }]);
  const isSeen = seenBy(asker);
  const all = (await readUnits(store, round.id))
    .map((unit) => ({ unit, name: unitName(unit) }))
    .filter(({ name }) => isSeen(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .filter(({ name }) => cursor === undefined || name > cursor);
  const page = all.slice(0, PAGE);
  const last = page.at(-1)?.name;
  return {
    asked: page.flatMap(({ unit, name }) =>
      anonymousGroups
        .filter((group) => unitKindOf[group] === unit.kind && round.about.groups[group] !== undefined)
        .map((group) => ({ unit, name, group })),
    ),
    ...(all.length > PAGE && last && { cursor: last }),
  };
};

/** A unit as lists show it. */
export const shownUnit = ({ kind, id, name }: RoundUnit) => ({ kind, id, name });
