import { broughtBy, confirmationRefusal, type Payee } from '../../../domain/payments/payee.ts';
import type { Role } from '../../../domain/people/role.ts';
import type { KnownAsker } from '../../cases/asker.ts';
import { isOther } from '../corrections/two-people.ts';
import type { PortalDeps } from '../deps.ts';

/** Who may enter another account: the provider itself, or the office for it. */
export const ENTERING: readonly Role[] = ['provider', 'clerk', 'head'];
/** Who may confirm it: never the provider, and never who entered it. */
export const CONFIRMING: readonly Role[] = ['clerk', 'head', 'treasurer'];
/** Whoever notices that it is wrong. */
export const REJECTING: readonly Role[] = ['provider', 'clerk', 'head', 'treasurer'];

type Answer = 'change' | 'confirm' | 'reject';

/** Whether somebody is another person than everybody who entered the account that waits, deputyships included. */
export const isOtherThanEntered = async (
  deps: PortalDeps,
  asker: KnownAsker,
  payee: Payee,
): Promise<boolean> => {
  const { pending } = payee;
  if (!pending) return false;
  const entered = [pending, ...broughtBy(payee, pending.iban)];
  return (await Promise.all(entered.map((one) => isOther(deps, asker, one)))).every(Boolean);
};

/** What somebody may do with the account of a grant now. */
export const payeeActions = async (
  deps: PortalDeps,
  asker: KnownAsker,
  { roles, payee }: { roles: readonly Role[]; payee: Payee },
): Promise<Answer[]> => {
  const has = (wanted: readonly Role[]) => roles.some((role) => wanted.includes(role));
  const isRipe = confirmationRefusal(payee, deps.clock.now()) === undefined;
  const confirms = isRipe && has(CONFIRMING) && (await isOtherThanEntered(deps, asker, payee));
  return [
    ...(has(ENTERING) ? (['change'] as const) : []),
    ...(confirms ? (['confirm'] as const) : []),
    ...(payee.pending && has(REJECTING) ? (['reject'] as const) : []),
  ];
};
