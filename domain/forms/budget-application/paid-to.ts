import type { Payee } from '../../payments/payee.ts';

/**
 * What was granted, with the account that it is paid to by now in the place of the one that was applied with: what goes on from it
 * goes on with that one. A change that waits is none yet.
 * @param payee whom the grant is paid to; undefined where it is paid to nobody
 */
export const paidTo = <A extends { accountHolder?: string | undefined; iban?: string | undefined }>(
  granted: A,
  payee: Pick<Payee, 'holder' | 'iban'> | undefined,
): A => (payee ? { ...granted, accountHolder: payee.holder, iban: payee.iban } : granted);
