import type { Role } from '../../../domain/people/role.ts';
import type { Area } from '../app/area.ts';
import { PAPER, SESSION, SESSIONS } from './addresses.ts';

/** Who sees the committee's sessions: its office, and those who read every file. */
const READERS: readonly Role[] = ['committee', 'clerk', 'coordinator', 'head', 'auditor'];

/** The sessions of the committee (Jugendhilfeausschuss), and what waits for one. */
export const committee: Area = {
  entries: [{ label: 'committee.nav', address: SESSIONS, roles: READERS }],
  views: [
    {
      address: SESSIONS,
      roles: READERS,
      load: async () => (await import('./list/SessionsView.tsx')).SessionsView,
    },
    {
      address: SESSION,
      roles: READERS,
      load: async () => (await import('./session/SessionView.tsx')).SessionView,
    },
    {
      address: PAPER,
      roles: ['committee'],
      load: async () => (await import('./waiting/WaitingCaseView.tsx')).WaitingCaseView,
    },
  ],
  submissions: { 'committee-session': SESSION },
};
