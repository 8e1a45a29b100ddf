import type { Role } from '../../../domain/people/role.ts';
import type { Area } from '../app/area.ts';
import { APPLICATION, APPLICATIONS, NEW, QUERIES, SENT } from './addresses.ts';

const PROVIDER: readonly Role[] = ['provider'];
const BOTH: readonly Role[] = ['provider', 'kita'];

/** Applications as those see them who apply, and the Kitas for which they apply. */
export const applications: Area = {
  entries: [{ label: 'applications.nav', address: APPLICATIONS, roles: BOTH, startFor: BOTH }],
  views: [
    {
      address: APPLICATIONS,
      roles: BOTH,
      load: async () => (await import('./list/ApplicationsView.tsx')).ApplicationsView,
    },
    {
      address: NEW,
      roles: PROVIDER,
      load: async () => (await import('./start/NewView.tsx')).NewView,
    },
    {
      address: APPLICATION,
      roles: PROVIDER,
      load: async () => (await import('./OwnView.tsx')).OwnView,
    },
    {
      address: APPLICATION,
      roles: ['kita'],
      load: async () => (await import('./kita/KitaView.tsx')).KitaView,
    },
    {
      address: QUERIES,
      roles: PROVIDER,
      load: async () => (await import('./queries/QueriesView.tsx')).QueriesView,
    },
    {
      address: SENT,
      roles: PROVIDER,
      load: async () => (await import('./SentView.tsx')).SentView,
    },
  ],
  submissions: { 'budget-application': APPLICATION },
};
