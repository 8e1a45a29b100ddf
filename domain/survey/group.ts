/** Who is asked in a needs survey. */
export const groups = ['children', 'parents', 'staff', 'providers', 'social-area'] as const;
export type Group = (typeof groups)[number];

/**
 * Groups whose answers belong to nobody: each is an item of its own, counted as it comes in. The others answer as an
 * institution, with a form that has a process.
 */
export const anonymousGroups = ['children', 'parents', 'social-area'] as const satisfies readonly Group[];
export type AnonymousGroup = (typeof anonymousGroups)[number];

/** Groups that answer through a link without login; children's answers are entered by the Kita's staff. */
export const linkedGroups = ['parents', 'social-area'] as const satisfies readonly AnonymousGroup[];
export type LinkedGroup = (typeof linkedGroups)[number];

export const isAnonymous = (group: Group): group is AnonymousGroup =>
  (anonymousGroups as readonly Group[]).includes(group);
export const isLinked = (group: Group): group is LinkedGroup =>
  (linkedGroups as readonly Group[]).includes(group);
