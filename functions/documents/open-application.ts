import type { BudgetHead } from '../../domain/forms/budget-application/particulars.ts';
import type { ProofHead } from '../../domain/forms/proof-of-use/particulars.ts';
import type { Standing } from '../../domain/people/asker.ts';
import { askerOf, type KnownAsker, openFor } from '../cases/asker.ts';
import { NotFoundError } from '../runtime/errors.ts';
import type { ApiRequest } from '../runtime/http/request.ts';
import type { DocumentsDeps } from './deps.ts';

/** What is to be deleted is given out no more: nothing may be put beside it while it goes. */
export const isGoing = ({ deleteAt }: Pick<BudgetHead, 'deleteAt'>, { clock }: DocumentsDeps): boolean =>
  deleteAt !== undefined && deleteAt <= clock.now();

/** The budget application or the proof of use of a request, for somebody who may see it. @throws NotFoundError */
export const openFile = async (
  deps: DocumentsDeps,
  request: ApiRequest,
): Promise<{ asker: KnownAsker; head: BudgetHead | ProofHead; standing: Standing }> => {
  const asker = await askerOf(deps, request);
  const { head, standing } = await openFor(deps, asker, request.params.id);
  const isFile = head.form === 'budget-application' || head.form === 'proof-of-use';
  if (!isFile || isGoing(head, deps)) throw new NotFoundError('no file');
  return { asker, head, standing };
};

/** The budget application of a request, for somebody who may see it. @throws NotFoundError */
export const openApplication = async (
  deps: DocumentsDeps,
  request: ApiRequest,
): Promise<{ asker: KnownAsker; head: BudgetHead; standing: Standing }> => {
  const { asker, head, standing } = await openFile(deps, request);
  if (head.form !== 'budget-application') throw new NotFoundError('no application');
  return { asker, head, standing };
};
