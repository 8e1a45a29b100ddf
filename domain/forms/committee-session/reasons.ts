/** Why an item is not public: what § 71 SGB VIII sets against the publicity of the committee's sessions, nothing else. */
export const nonPublicReasons = ['public-good', 'personal-interest', 'protected-group'] as const;

/** A session of the committee, or an urgent decision in its place (§ 42 LKO), which the committee is told of. */
export const sessionKinds = ['session', 'urgent'] as const;
export type SessionKind = (typeof sessionKinds)[number];
