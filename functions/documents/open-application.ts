import type { BudgetHead } from '../../domain/forms/budget-application/particulars.ts';
import type { Standing } from '../../domain/people/asker.ts';
import { askerOf, type KnownAsker, openFor } from '../cases/asker.ts';
import { NotFoundError } from '../runtime/errors.ts';
import type { ApiRequest } from '../runtime/http/request.ts';
import type { DocumentsDeps } from './deps.ts';

/** What is to be deleted is given out no more: nothing may be put beside it while it goes. */
export const isGoing = ({ deleteAt }: Pick<BudgetHead, 'deleteAt'>, { clock }: DocumentsDeps): boolean =>
  deleteAt !== undefined && deleteAt <= clock.now();

/** The budget application of a request, for somebody who may see it. @throws NotFoundError */
export const openApplication = async (
  deps: DocumentsDeps,
  request: ApiRequest,
): Promise<{ asker: KnownAsker; head: BudgetHead; standing: Standing }> => {
  const asker = await askerOf(deps, request);
  const { head, standing } = await openFor(deps, asker, request.params.id);
  if (head.form !== 'budget-application' || isGoing(head, deps)) throw new NotFoundError('no application');
  return { asker, head, standing };
};
