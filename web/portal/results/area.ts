import type { Role } from '../../../domain/people/role.ts';
import type { Area } from '../app/area.ts';
import { RESULTS, RESULTS_OF_ROUND } from './addresses.ts';

/** Who steers by the results and who checks; Kitas and providers see their own and the county's. */
const READERS: readonly Role[] = ['coordinator', 'head', 'auditor', 'committee', 'kita', 'provider'];

/** What was answered in the rounds of the needs survey. */
export const results: Area = {
  entries: [{ label: 'results.nav', address: RESULTS, roles: READERS }],
  views: [
    {
      address: RESULTS,
      roles: READERS,
      load: async () => (await import('./RoundsView.tsx')).RoundsView,
    },
    {
      address: RESULTS_OF_ROUND,
      roles: READERS,
      load: async () => (await import('./ResultsView.tsx')).ResultsView,
    },
  ],
};
