import type { Asker, Standing } from '../../people/asker.ts';
import type { Role } from '../../people/role.ts';
import type { HeadOf } from '../../submission/head.ts';

/** The roles of the office that see payment orders; the process says which of them acts. */
const READERS: readonly Role[] = ['clerk', 'head', 'treasurer', 'auditor'];

/**
 * How somebody stands to a payment order. A provider sees with its grant what is paid when, not the order; whoever acts for
 * the payee has no part in ordering, whatever roles they have beside (§ 16 SGB X).
 */
export const paymentStanding = (
  { roles, provider }: Asker,
  { about }: HeadOf<'payment-order'>,
): Standing | undefined => {
  if (roles.includes('provider') && provider === about.provider) return undefined;
  const own = roles.filter((role) => READERS.includes(role));
  return own.length > 0 ? { roles: own } : undefined;
};
