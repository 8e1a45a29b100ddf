import type * as z from 'zod/mini';
import { activityCounts } from '../../../../domain/activities/counts.ts';
import { type ActivityKind, allKinds } from '../../../../domain/activities/kinds.ts';
import type { Issue } from '../../../../domain/languages/problem.ts';

type Counts = z.infer<typeof activityCounts>;

/** What the form's fields hold: numbers as they are typed; nothing is as good as none. */
export interface CountFields {
  /** The saved version that it began from; 0 for a month that was not counted. */
  saved: number;
  counts: Record<ActivityKind, string>;
}

export const fieldsOf = (counts: Counts | undefined, saved: number): CountFields => ({
  saved,
  counts: Object.fromEntries(
    allKinds.map((kind) => [kind, counts?.[kind] === undefined ? '' : String(counts[kind])]),
  ) as Record<ActivityKind, string>,
});

/** The fields as the API takes them. What cannot be read is named. */
export const countsOf = ({ counts }: CountFields): { counts: Counts; issues: Issue[] } => {
  const typed = allKinds.filter((kind) => counts[kind].trim() !== '');
  const unreadable = typed.filter((kind) => !/^\d{1,9}$/.test(counts[kind].trim()));
  const read = Object.fromEntries(
    typed.filter((kind) => !unreadable.includes(kind)).map((kind) => [kind, Number(counts[kind])]),
  ) as Counts;
  const at = (kind: PropertyKey) => ({ path: ['counts', kind] });
  return {
    counts: read,
    issues: [
      ...unreadable.map((kind) => ({ ...at(kind), message: 'whole-number' })),
      ...(activityCounts.safeParse(read).error?.issues ?? []).map(({ path, message }) => ({
        ...at(path[0] ?? ''),
        message,
      })),
    ],
  };
};
