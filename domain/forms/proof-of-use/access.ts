import type { Asker, Standing } from '../../people/asker.ts';
import type { Role } from '../../people/role.ts';
import type { HeadOf } from '../../submission/head.ts';

/** The roles of the office that see every proof, also one that is still awaited. */
const OFFICE: readonly Role[] = ['clerk', 'coordinator', 'head', 'treasurer', 'auditor'];

/**
 * How somebody stands to a proof of use: its own provider, or the office. Whoever acts for the provider has no part in
 * checking it, whatever roles they have beside (§ 16 SGB X).
 */
export const proofStanding = (
  { roles, provider }: Asker,
  { about }: HeadOf<'proof-of-use'>,
): Standing | undefined => {
  if (roles.includes('provider') && provider === about.provider) return { roles: ['provider'] };
  const own = roles.filter((role) => OFFICE.includes(role));
  return own.length > 0 ? { roles: own } : undefined;
};

/** What the office does among itself; the provider learns the claim with its notice. */
const INSIDE = [
  'answers-read',
  'notice-drafted',
  'notice-rendered',
  'notice-read',
  'claim',
  'recheck',
  'approve',
  'return',
];

/** Whether somebody learns of what was done or said. @param what an action or an event of the log */
export const isProofTold = ({ roles }: Standing, { about }: HeadOf<'proof-of-use'>, what: string): boolean =>
  !roles.includes('provider') ||
  !INSIDE.includes(what) ||
  (what === 'claim' && about.announced !== undefined);
