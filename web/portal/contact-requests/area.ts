import type { Area } from '../app/area.ts';
import { CASE, CASES, SPOKEN } from './addresses.ts';

/** Contact requests of families: the cases, and requests that were made in conversation. */
export const contactRequests: Area = {
  entries: [
    { label: 'cases.nav', address: CASES, roles: ['social-worker', 'coordinator'] },
    { label: 'spoken.nav', address: SPOKEN, roles: ['social-worker'] },
  ],
  views: [
    { address: CASES, load: async () => (await import('./CasesView.tsx')).CasesView },
    { address: CASE, load: async () => (await import('../case/CaseView.tsx')).CaseView },
    { address: SPOKEN, load: async () => (await import('../spoken/SpokenView.tsx')).SpokenView },
  ],
  submissions: { 'contact-request': CASE },
};
