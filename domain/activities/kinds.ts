import type { Dimension } from '../goals/goal.ts';

/** What a social worker does, by the dimension that it belongs to (the counties' concepts name the three). */
export const activityKinds = {
  /** fallspezifisch: for one family */
  case: ['advice', 'accompanying', 'crisis', 'referral'],
  /** fallübergreifend: what several families or a team have in common */
  across: ['group', 'parents-cafe', 'team-advice', 'project'],
  /** fallunspezifisch: the surroundings */
  unrelated: ['network', 'exploring', 'public-relations', 'planning'],
} as const satisfies Record<Dimension, readonly string[]>;

export type ActivityKind = (typeof activityKinds)[Dimension][number];
export const allKinds: readonly ActivityKind[] = Object.values(activityKinds).flat();
