import type { BudgetHead } from '../../domain/forms/budget-application/particulars.ts';
import { type Payee, rejected } from '../../domain/payments/payee.ts';
import type { Store } from '../store/client.ts';
import { readHead } from '../store/heads.ts';

/**
 * Whom a grant is paid to by now, without a change that waits: of an amendment, whom the grant that it amends is paid to. Undefined
 * where nothing is paid, or not yet.
 */
export const confirmedPayee = async (store: Store, { about }: BudgetHead): Promise<Payee | undefined> => {
  const amended = about.amends && (await readHead(store, about.amends.application));
  const { grant } = amended?.form === 'budget-application' ? amended.about : about;
  return grant && rejected(grant.payee);
};
