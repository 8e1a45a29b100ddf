import type { KitaItem } from '../../../domain/api/families.ts';
import type { Call } from '../api/call.ts';
import { useLoad } from '../api/use-load.ts';
import { usePortal } from '../app/context.ts';

/** A county has up to a hundred Kitas; more than this many pages would be another system. */
const PAGES = 20;

const loadAll = async (call: Call): Promise<KitaItem[]> => {
  const items: KitaItem[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page++) {
    const answer = await call('GET /api/kitas', { query: { cursor } });
    items.push(...answer.items);
    cursor = answer.cursor;
    if (!cursor) break;
  }
  return items.sort((a, b) => a.name.localeCompare(b.name, 'de'));
};

/** Every Kita of the county, by name. */
export const useKitas = () => {
  const { call } = usePortal();
  return useLoad('kitas', () => loadAll(call));
};

/** A Kita as a choice: its name with its place, for names repeat. */
export const kitaChoice = (kita: KitaItem) => ({
  value: kita.id,
  label: [kita.name, kita.place ?? kita.municipality.name].join(', '),
});
