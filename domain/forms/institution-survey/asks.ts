/** What must and may come with the coordinator's decisions; answers are sent by a route of their own. */
export const institutionAsks = {
  'accept-answers': {},
  return: { must: ['fields'], may: ['comment'] },
} as const;
