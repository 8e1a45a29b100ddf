/** Codes instead of free text wherever something is written in the clear. Their words stand in the languages. */
export const passReasons = ['absent', 'not-responsible', 'biased', 'overloaded', 'other'] as const;
export const outcomes = ['advised', 'referred', 'not-reached', 'not-needed', 'other'] as const;
export const releaseReasons = [
  'imminent-danger',
  'suspected-neglect',
  'suspected-violence',
  'other-endangerment',
] as const;
/** Why what was kept for a child's protection need not be kept any longer. */
export const holdEndReasons = ['handed-over', 'averted', 'not-confirmed', 'by-mistake', 'other'] as const;
