import type { Role } from '../../../domain/people/role.ts';
import type { Area } from '../app/area.ts';
import { DISTRIBUTION, DISTRIBUTION_OF_YEAR } from './addresses.ts';

/** Who compares, works with it, pays, looks at it; and the committee's office, which records what was resolved. */
const READERS: readonly Role[] = ['coordinator', 'clerk', 'head', 'treasurer', 'auditor', 'committee'];

/** Whose Kitas they are. */
const OWN: readonly Role[] = ['provider', 'kita'];

const openOwn = async () => (await import('./own/OwnSharesView.tsx')).OwnSharesView;
const open = async () => (await import('./DistributionView.tsx')).DistributionView;

/** How a year's budget is distributed over the Kitas. */
export const distribution: Area = {
  entries: [{ label: 'distribution.nav', address: DISTRIBUTION, roles: [...READERS, ...OWN] }],
  views: [
    { address: DISTRIBUTION, roles: READERS, load: open },
    { address: DISTRIBUTION_OF_YEAR, roles: READERS, load: open },
    { address: DISTRIBUTION, roles: OWN, load: openOwn },
    { address: DISTRIBUTION_OF_YEAR, roles: OWN, load: openOwn },
  ],
};
