import type { KitaItem } from '../../domain/api/families.ts';
import { dateOf } from '../../domain/calendar/due.ts';
import { type Kita, matchesSearch } from '../../domain/places/place.ts';
import { providerOn } from '../../domain/places/provision.ts';
import { FieldsError } from '../runtime/errors.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import type { FamiliesDeps } from './deps.ts';

const PAGE = 50;

const startOf = (cursor: string | undefined): number => {
  const start = Number(cursor ?? 0);
  if (!Number.isInteger(start) || start < 0)
    throw new FieldsError([{ path: ['cursor'], message: 'wrong-type' }]);
  return start;
};

/** `GET /api/kitas?q=&municipality=&cursor=` */
export const findKitas =
  ({ registers, clock }: FamiliesDeps): RouteHandler =>
  async ({ query }) => {
    const [kitas, municipalities, provisions, providers] = await Promise.all([
      registers.kitas(),
      registers.municipalities(),
      registers.provisions(),
      registers.providerNames(),
    ]);
    const today = dateOf(clock.now());
    const nameOf = new Map(municipalities.map(({ id, name }) => [id, name]));
    const text = (kita: Kita) => `${kita.name} ${kita.place ?? ''} ${nameOf.get(kita.municipality) ?? ''}`;
    const found = kitas
      .filter((kita) => !query.municipality || kita.municipality === query.municipality)
      .filter((kita) => matchesSearch(text(kita), query.q ?? ''))
      .sort((a, b) => a.name.localeCompare(b.name, 'de') || a.id.localeCompare(b.id));
    const start = startOf(query.cursor);
    const items = found.slice(start, start + PAGE).map((kita): KitaItem => {
      const provider = providers.get(providerOn(kita.id, today, provisions) ?? '');
      return {
        id: kita.id,
        name: kita.name,
        ...(kita.place && { place: kita.place }),
        municipality: { id: kita.municipality, name: nameOf.get(kita.municipality) ?? kita.municipality },
        ...(provider && { provider }),
      };
    });
    return { body: { items, ...(start + PAGE < found.length && { cursor: String(start + PAGE) }) } };
  };
