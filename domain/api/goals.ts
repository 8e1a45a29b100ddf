import * as z from 'zod/mini';
import * as kept from '../goals/goal.ts';

/** `PUT /api/goals/{id}`; If-Match names the version that it was made from. */
export const goal = kept.goal;

const saved = {
  id: z.string(),
  version: z.int(),
  at: z.string(),
  /** Who saved it, as long as the register knows them. */
  byName: z.optional(z.string()),
};

const goalItem = z.extend(kept.goal, saved);
export type GoalItem = z.infer<typeof goalItem>;

const actions = z.array(z.enum(['edit']));

/** `GET /api/goals?year=`: the county's goals of a year, first made first. */
export const goalList = z.object({
  year: z.int(),
  items: z.array(goalItem),
  /** What the one who asks may do with them. */
  actions,
});
export type GoalList = z.infer<typeof goalList>;

/** `GET /api/goals/{id}?version=`: a goal as it stands or stood, and who saved it when, the latest first. */
export const goalAnswer = z.extend(goalItem, {
  versions: z.array(z.object({ version: z.int(), at: z.string(), byName: z.optional(z.string()) })),
  actions,
});
export type GoalAnswer = z.infer<typeof goalAnswer>;
