import { type Correction, isAnother } from '../../../domain/budget/correction.ts';
import type { Entry } from '../../../domain/budget/entry.ts';
import { dateOf } from '../../../domain/calendar/due.ts';
import { standsInFor } from '../../../domain/people/assignment.ts';
import type { Role } from '../../../domain/people/role.ts';
import type { KnownAsker } from '../../cases/asker.ts';
import { readRegister } from '../../store/registers-read.ts';
import type { PortalDeps } from '../deps.ts';

/** Who may confirm or reject what another one proposed. */
const ANSWERING: readonly Role[] = ['treasurer', 'head'];

/** In which role somebody answers proposals; undefined for whoever has none of them. */
export const answeringRole = ({ roles }: KnownAsker): Role | undefined =>
  ANSWERING.find((role) => roles.includes(role));

/** Whoever acts for a provider has no part in what becomes of its money (§ 16 SGB X), whatever roles they have beside. */
export const isParty = (asker: KnownAsker, { provider }: Pick<Entry, 'provider'>): boolean =>
  provider !== undefined && asker.roles.includes('provider') && asker.provider === provider;

/** For whom somebody stands or stood in, on any of these days; fresh from the register, for access depends on it. */
const standingInOf = async ({ store }: PortalDeps, person: string, days: readonly string[]) => {
  const own = await readRegister(store, 'deputyships', `${person}#`);
  return [...new Set(days.flatMap((day) => standsInFor(person, own, day)))];
};

/** Whether somebody is another person than who proposed a correction or anything else, deputyships of both days included. */
export const isOther = async (
  deps: PortalDeps,
  asker: KnownAsker,
  { at, by }: Pick<Correction, 'at' | 'by'>,
): Promise<boolean> => {
  const days = [dateOf(at), dateOf(deps.clock.now())];
  const proposer = 'person' in by ? by.person : '';
  const [proposing, confirming] = await Promise.all([
    standingInOf(deps, proposer, days),
    standingInOf(deps, asker.id, days),
  ]);
  return isAnother(by, { person: asker.id }, { proposing, confirming });
};
