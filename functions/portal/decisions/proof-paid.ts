import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import type { ProofHead } from '../../../domain/forms/proof-of-use/particulars.ts';
import type { Head } from '../../../domain/submission/head.ts';
import { ConflictError } from '../../runtime/errors.ts';
import { readHead } from '../../store/heads.ts';
import type { PortalDeps } from '../deps.ts';

/** Accepted is what is proven in full; everything else is claimed back. @throws ConflictError */
export const requireProven = ({ version, at, about }: ProofHead, paid: number): void => {
  if ((about.stated ?? 0) < paid) throw new ConflictError('not-proven', { version, at });
};

/** What of a grant may still become money: its orders, and an approved amendment, which plans new ones when it is final. */
const isPaying = (head: Head | undefined): boolean =>
  head !== undefined &&
  !head.endedAt &&
  (head.form === 'payment-order' ||
    (head.form === 'budget-application' && head.about.amends?.effective === true));

/** What is still to be paid, or may still come back, is not settled. @throws ConflictError */
export const requirePaymentsDone = async (
  { store }: PortalDeps,
  { about }: BudgetHead,
  { version, at }: Pick<Head, 'version' | 'at'>,
): Promise<void> => {
  const orders = (about.grant?.instalments ?? []).map(({ order }) => order);
  for (const id of [...orders, ...(about.amendment ? [about.amendment] : [])])
    if (isPaying(await readHead(store, id))) throw new ConflictError('payments-open', { version, at });
};

/** What was paid is still what the claim says. @throws ConflictError */
export const requireSamePaid = ({ version, at, about }: ProofHead, paid: number): void => {
  if (about.claim && about.claim.paid !== paid) throw new ConflictError('paid-changed', { version, at });
};
