import type { SubmissionItem } from '../../../../domain/api/portal.ts';
import type { Call } from '../../api/call.ts';
import { useLoad } from '../../api/use-load.ts';
import { usePortal } from '../../app/context.ts';

/** A provider has some applications a year; more than this many pages would be another system. */
const PAGES = 20;

const loadAll = async (call: Call): Promise<SubmissionItem[]> => {
  const items: SubmissionItem[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page++) {
    const answer = await call('GET /api/submissions', { query: { form: 'budget-application', cursor } });
    items.push(...answer.items);
    cursor = answer.cursor;
    if (!cursor) break;
  }
  return items;
};

/** Every application of one's own provider. */
export const useOwnApplications = () => {
  const { call } = usePortal();
  return useLoad('own applications', () => loadAll(call));
};

/**
 * What was granted for the year before: it can be gone on from. A grant that was amended is one grant, and goes on as its last
 * amendment says; there is one at a time, so that the last is the one that was begun last.
 */
export const grantsBefore = (items: readonly SubmissionItem[], year: number): SubmissionItem[] => {
  const granted = items.filter(
    (item) => item.year === year - 1 && (item.granted ?? 0) > 0 && item.at !== 'withdrawn',
  );
  return [...Map.groupBy(granted, ({ id, amends }) => amends?.application ?? id).values()].flatMap(
    (those) => those.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))[0] ?? [],
  );
};

/** The application that was sent last: it says who applies, and to which account money goes. */
export const lastSent = (items: readonly SubmissionItem[]): SubmissionItem | undefined =>
  items
    .filter(({ applied }) => applied !== undefined)
    .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))[0];
