import type { Role } from '../../../domain/people/role.ts';
import type { Area } from '../app/area.ts';
import { PROOF, PROOFS } from './addresses.ts';

const READERS: readonly Role[] = ['provider', 'clerk', 'coordinator', 'head', 'treasurer', 'auditor'];

/** Proofs of use: filled in by providers, checked by the office. */
export const proofs: Area = {
  entries: [{ label: 'proofs.nav', address: PROOFS, roles: READERS }],
  views: [
    {
      address: PROOFS,
      roles: READERS,
      load: async () => (await import('./list/ProofsView.tsx')).ProofsView,
    },
    {
      address: PROOF,
      roles: READERS,
      load: async () => (await import('./file/ProofView.tsx')).ProofView,
    },
  ],
  submissions: { 'proof-of-use': PROOF },
};
