import type { Area } from '../app/area.ts';
import { RISE } from './addresses.ts';

/** What the office amends in many grants at once; single amendments are found with their grants. */
export const amendments: Area = {
  entries: [],
  views: [
    {
      address: RISE,
      roles: ['clerk', 'head', 'treasurer'],
      load: async () => (await import('./rise/RiseView.tsx')).RiseView,
    },
  ],
};
