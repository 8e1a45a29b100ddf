/** What must come with each decision on a round: the saved state that is meant, where one is opened. */
export const roundAsks = {
  open: { must: ['saved'] },
  discard: {},
  'end-round': {},
  evaluate: {},
  erase: {},
} as const;
