import * as z from 'zod/mini';

/** Whether a year's counts may still be changed, and who closed or opened it when. */
export const activityReport = z.strictObject({
  closed: z.boolean(),
  version: z.int().check(z.nonnegative()),
  changes: z.array(z.strictObject({ closed: z.boolean(), at: z.string(), by: z.string() })),
});
export type ActivityReport = z.infer<typeof activityReport>;

/** A year that nobody closed yet. */
export const openReport: ActivityReport = { closed: false, version: 0, changes: [] };
