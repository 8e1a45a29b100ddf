import type { Role } from '../../../domain/people/role.ts';
import type { Area } from '../app/area.ts';
import { ACTIVITIES, ACTIVITIES_OF_YEAR, COUNT } from './addresses.ts';

/** Who steers by the sums, and who looks at the county's. */
const READERS: readonly Role[] = ['coordinator', 'head', 'auditor'];
const WORKER: readonly Role[] = ['social-worker'];

const openOwn = async () => (await import('./own/OwnView.tsx')).OwnView;
const openReport = async () => (await import('./report/ReportView.tsx')).ReportView;

/** How often social workers do what: counted by month and Kita, added up to the yearly report. */
export const activities: Area = {
  entries: [{ label: 'activities.nav', address: ACTIVITIES, roles: [...WORKER, ...READERS] }],
  views: [
    { address: ACTIVITIES, roles: WORKER, load: openOwn },
    { address: ACTIVITIES_OF_YEAR, roles: WORKER, load: openOwn },
    { address: ACTIVITIES, roles: READERS, load: openReport },
    { address: ACTIVITIES_OF_YEAR, roles: READERS, load: openReport },
    {
      address: COUNT,
      roles: WORKER,
      load: async () => (await import('./own/CountView.tsx')).CountView,
    },
  ],
};
