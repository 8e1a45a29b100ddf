import type { Area } from '../app/area.ts';

/** What waits for somebody, whatever form it belongs to. */
export const tasks: Area = {
  entries: [
    {
      label: 'tasks.nav',
      address: 'aufgaben',
      roles: ['kita', 'provider', 'social-worker', 'clerk', 'coordinator', 'head', 'committee', 'treasurer'],
    },
  ],
  views: [{ address: 'aufgaben', load: async () => (await import('./TasksView.tsx')).TasksView }],
};
