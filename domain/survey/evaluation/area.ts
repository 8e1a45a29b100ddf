import type { Group } from '../group.ts';
import { type Unit, unitKindOf, unitName } from '../unit.ts';

/** What results are asked for: a unit that answered, or an area with all of its units. */
export const areaKinds = ['county', 'municipality', 'social-area', 'kita', 'provider'] as const;
export type AreaKind = (typeof areaKinds)[number];

export interface Area {
  /** `county`, `municipality:woerrstadt`, `social-area:wiesbach`, `kita:biebelnheim`. */
  key: string;
  kind: AreaKind;
  name: string;
  /** The areas in which it lies, but for the county; and whose Kita it is. */
  within?: readonly string[];
  provider?: string;
}

export const COUNTY = 'county';

interface Named {
  id: string;
  name: string;
}

/** A unit as it was when the round was opened. */
export interface AskedUnit extends Unit {
  name: string;
  municipality?: Named | undefined;
  socialArea?: Named | undefined;
  places?: number | undefined;
  provider?: Named | undefined;
}

/** An area with those of its units that a group answers for, as indexes. */
export interface AreaOfUnits extends Area {
  members: readonly number[];
}

const keyOf = (kind: 'municipality' | 'social-area', { id }: { id: string }) => `${kind}:${id}`;

const within = ({ municipality, socialArea, kind }: AskedUnit): string[] => [
  ...(municipality ? [keyOf('municipality', municipality)] : []),
  ...(socialArea && kind !== 'social-area' ? [keyOf('social-area', socialArea)] : []),
];

const ofUnit = (unit: AskedUnit, n: number): AreaOfUnits => ({
  key: unitName(unit),
  kind: unit.kind,
  name: unit.name,
  within: within(unit),
  ...(unit.provider && { provider: unit.provider.id }),
  members: [n],
});

/** The areas of one kind, each with its units, in the order of their names. */
const around = (units: readonly AskedUnit[], kind: 'municipality' | 'social-area'): AreaOfUnits[] => {
  const found = new Map<string, AreaOfUnits & { members: number[] }>();
  units.forEach((unit, n) => {
    const place = kind === 'municipality' ? unit.municipality : unit.socialArea;
    if (!place || unit.kind === kind) return;
    const key = keyOf(kind, place);
    const area = found.get(key) ?? { key, kind, name: place.name, members: [] };
    area.members.push(n);
    found.set(key, area);
  });
  return [...found.values()].toSorted(byName);
};

const byName = (a: Area, b: Area) => a.name.localeCompare(b.name, 'de') || (a.key < b.key ? -1 : 1);

/** Those of a round's units that a group answers for. */
export const unitsOf = <U extends AskedUnit>(group: Group, units: readonly U[]): U[] =>
  units.filter(({ kind }) => kind === unitKindOf[group]);

/** Of whom there are results of a group: the county, its municipalities and social areas, and each unit. */
export const areasOf = (units: readonly AskedUnit[], county: string): AreaOfUnits[] => [
  { key: COUNTY, kind: 'county', name: county, members: units.map((_, n) => n) },
  ...around(units, 'municipality'),
  ...around(units, 'social-area'),
  ...units.map(ofUnit).toSorted(byName),
];

/** What an area consists of as far as there are results of it: the county's areas, an area's units, all units where no area is known. */
export const partsOf = <A extends Area>(areas: readonly A[], { key, kind }: Area): A[] => {
  if (kind !== 'county') return areas.filter((one) => one.within?.includes(key));
  const inCounty = areas.filter((one) => one.kind === 'municipality' || one.kind === 'social-area');
  const alone = areas.filter((one) => one.kind !== 'county' && one.within?.length === 0);
  return [...inCounty, ...alone];
};

/** The units that are counted in an area: only units say where they lie. */
export const membersOf = <A extends Area>(areas: readonly A[], area: A): A[] => {
  if (area.within !== undefined) return [area];
  return areas.filter(({ within: of }) => of && (area.kind === 'county' || of.includes(area.key)));
};
