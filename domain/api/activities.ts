import * as z from 'zod/mini';
import { activityCounts, activitySums } from '../activities/counts.ts';

/** `PUT /api/activity-counts/{id}`, the id being month and Kita (`2027-03.biebelnheim`); If-Match names the version that was seen. */
export const countsSent = z.strictObject(
  { counts: activityCounts },
  { error: ({ code }) => (code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-type') },
);
export const countsSaved = z.object({ id: z.string(), version: z.int(), at: z.string() });

/** `PUT /api/activity-reports/{year}`; If-Match names the version that was seen. */
export const reportSetting = z.strictObject(
  { closed: z.boolean('required') },
  { error: ({ code }) => (code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-type') },
);

const report = z.object({
  /** Closed: no count of the year can be changed. */
  closed: z.boolean(),
  version: z.int(),
  changes: z.array(z.object({ closed: z.boolean(), at: z.string(), byName: z.optional(z.string()) })),
});

/** A month of a Kita: what the one who asks counted, if they did; whether it is over and nobody has. */
const ownMonth = z.object({
  month: z.string(),
  version: z.int(),
  counts: z.optional(activityCounts),
  missing: z.boolean(),
});
const ownKita = z.object({ kita: z.string(), name: z.string(), months: z.array(ownMonth) });
export type OwnKita = z.infer<typeof ownKita>;

const named = { id: z.string(), name: z.string(), counts: activitySums };

/** The sums of a year; those by place for the coordinator alone. */
const sums = z.object({
  counts: activitySums,
  months: z.array(z.object({ month: z.string(), counts: activitySums })),
  municipalities: z.optional(z.array(z.object(named))),
  kitas: z.optional(
    z.array(
      z.object({
        ...named,
        municipality: z.string(),
        /** Months that are over and that nobody has counted. */
        missing: z.array(z.string()),
      }),
    ),
  ),
});
export type ActivitySumsShown = z.infer<typeof sums>;

/** `GET /api/activity-counts?year=` */
export const activityAnswer = z.object({
  year: z.int(),
  report,
  /** The months of a social worker's Kitas. */
  own: z.optional(z.array(ownKita)),
  sums: z.optional(sums),
  /** What the one who asks may do: `count` in own Kitas, `close` or open the year again. */
  actions: z.array(z.enum(['count', 'close'])),
});
export type ActivityAnswer = z.infer<typeof activityAnswer>;
