import type { Counts } from '../counts.ts';
import type { Group } from '../group.ts';
import { type Figures, figuresOf, partAnswers } from '../hiding/figures.ts';
import type { Questionnaire } from '../questionnaire.ts';
import { unitName } from '../unit.ts';
import { type Area, type AreaOfUnits, type AskedUnit, areasOf, unitsOf } from './area.ts';

/** How many answered, of how many; either is absent where it may not be shown or nobody knows. */
export interface Turnout {
  n?: number | undefined;
  of?: number | undefined;
}

/** The results of a group in one round, as they are frozen: nothing in them must be hidden any more. */
export interface GroupResults {
  group: Group;
  /** Of the questionnaire. */
  version: number;
  areas: readonly (Area & Turnout)[];
  /** What is shown of each area, by its key. */
  figures: Readonly<Record<string, Figures['cells']>>;
}

/** Of how many a group's answers are: families by the places of their Kitas, institutions by their number. */
const expectedOf = (
  group: Group,
  units: readonly AskedUnit[],
  { members }: AreaOfUnits,
): number | undefined => {
  if (group === 'staff' || group === 'providers') return members.length;
  if (group === 'social-area') return undefined;
  const places = members.map((n) => units[n]?.places);
  // Of a sum without some of its Kitas nobody could say what it is a share of.
  return places.some((one) => one === undefined)
    ? undefined
    : places.reduce<number>((sum, one = 0) => sum + one, 0);
};

/**
 * The results of a group: for each unit and area how many answered and what, with everything hidden that must be (docs/adr/0064).
 * @param counts what was counted, by unit (`kita:biebelnheim`)
 */
export const evaluate = (
  questionnaire: Questionnaire,
  round: { units: readonly AskedUnit[]; county: string },
  counts: ReadonlyMap<string, Counts>,
): GroupResults => {
  const { group, version, questions } = questionnaire;
  const units = unitsOf(group, round.units);
  const parted = partAnswers(
    questions,
    units.map((unit) => ({
      municipality: unit.municipality?.id,
      socialArea: unit.socialArea?.id,
      counts: counts.get(unitName(unit)) ?? {},
    })),
  );
  const found = areasOf(units, round.county).map((area) => {
    const { n, cells } = figuresOf(parted, area.members);
    const { members: _members, ...rest } = area;
    return { area: { ...rest, n, of: expectedOf(group, units, area) }, cells };
  });
  return {
    group,
    version,
    areas: found.map(({ area }) => area),
    figures: Object.fromEntries(found.map(({ area, cells }) => [area.key, cells])),
  };
};
