import type { CalendarDate } from '../calendar/period.ts';
import type { Kita, Municipality, Provision } from '../places/place.ts';
import { providerOn } from '../places/provision.ts';
import type { Group } from './group.ts';
import type { RoundUnit } from './round-unit.ts';
import { socialAreaId, unitKindOf } from './unit.ts';

/** What the registers say on the day on which a round is opened. */
export interface Places {
  kitas: readonly Kita[];
  municipalities: readonly Municipality[];
  provisions: readonly Provision[];
  providerNames: ReadonlyMap<string, string>;
}

type Unlinked = Omit<RoundUnit, 'link'>;

const kitaUnit = (kita: Kita, on: CalendarDate, places: Places): Unlinked => {
  const area = kita.socialArea && socialAreaId(kita.socialArea);
  const municipality = places.municipalities.find(({ id }) => id === kita.municipality);
  const provider = providerOn(kita.id, on, places.provisions);
  return {
    kind: 'kita',
    id: kita.id,
    name: kita.name,
    ...(municipality && { municipality: { id: municipality.id, name: municipality.name } }),
    ...(area && kita.socialArea && { socialArea: { id: area, name: kita.socialArea } }),
    ...(kita.places && { places: kita.places }),
    ...(provider && { provider: { id: provider, name: places.providerNames.get(provider) ?? provider } }),
  };
};

const byId = (found: readonly Unlinked[]): Unlinked[] => [
  ...new Map(found.map((one) => [one.id, one])).values(),
];

/** Social areas and providers are those of the Kitas: a provider that runs none any more is not asked. */
const unitsOfKind = {
  kita: (kitas: readonly Unlinked[]) => kitas,
  'social-area': (kitas: readonly Unlinked[]) =>
    byId(
      kitas.flatMap(({ socialArea }) =>
        socialArea ? [{ kind: 'social-area' as const, ...socialArea }] : [],
      ),
    ),
  provider: (kitas: readonly Unlinked[]) =>
    byId(kitas.flatMap(({ provider }) => (provider ? [{ kind: 'provider' as const, ...provider }] : []))),
};

/** Whom a round that asks these groups is about, as the registers have it on a day; Kitas always, for results are laid over them. */
export const roundUnits = (groups: readonly Group[], on: CalendarDate, places: Places): Unlinked[] => {
  const kitas = places.kitas.map((kita) => kitaUnit(kita, on, places));
  const kinds = new Set(['kita' as const, ...groups.map((group) => unitKindOf[group])]);
  return [...kinds].flatMap((kind) => unitsOfKind[kind](kitas));
};
