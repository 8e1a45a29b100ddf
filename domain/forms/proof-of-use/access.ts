import type { Instant } from '../../calendar/period.ts';
import type { Asker, Standing } from '../../people/asker.ts';
import type { Role } from '../../people/role.ts';
import type { HeadOf } from '../../submission/head.ts';
import { draftsTold } from '../drafts-told.ts';

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

/** What the office does among itself. */
const INSIDE = [
  'answers-read',
  'notice-drafted',
  'notice-rendered',
  'notice-read',
  'recheck',
  'approve',
  'return',
];

/** When a draft of a claim left the house: with each notice that was announced, also when an objection has overtaken it. */
const tellings = ({ acted, earlier = [], announced }: HeadOf<'proof-of-use'>['about']): Instant[] =>
  acted
    .filter(({ action }) => action === 'approve')
    .map(({ at }) => at)
    .slice(0, earlier.length + (announced ? 1 : 0));

/**
 * Of what was done or said about a proof, what somebody learns of. The office sees everything; the provider what it did itself,
 * what it was asked and heard on, and of the drafts of a claim those of the notices that it got: what was returned to be
 * drafted anew stays inside.
 * @param all entries of the log or notes, oldest first
 * @param whatOf an action or an event of the log
 */
export const proofToldOf = <T extends { at: Instant }>(
  { roles }: Standing,
  { about }: HeadOf<'proof-of-use'>,
  all: readonly T[],
  whatOf: (one: T) => string,
): readonly T[] => {
  if (!roles.includes('provider')) return all;
  const drafts = all.filter((one) => whatOf(one) === 'claim');
  const told = draftsTold(drafts, tellings(about));
  return all.filter((one) => (whatOf(one) === 'claim' ? told.has(one) : !INSIDE.includes(whatOf(one))));
};
