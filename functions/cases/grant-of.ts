import type { BudgetHead } from '../../domain/forms/budget-application/particulars.ts';
import type { ProofBasis } from '../../domain/forms/proof-of-use/basis.ts';
import { basisOf } from '../../domain/forms/proof-of-use/basis-of.ts';
import type { ProofHead } from '../../domain/forms/proof-of-use/particulars.ts';
import { NotFoundError } from '../runtime/errors.ts';
import type { Store } from '../store/client.ts';
import { readHead } from '../store/heads.ts';
import { readGranted } from './read-granted.ts';
import type { Registers } from './registers.ts';

interface Deps {
  store: Store;
  registers: Pick<Registers, 'county'>;
}

/** The application whose grant a proof is of. @throws NotFoundError when its file is gone */
export const grantedApplication = async (
  { store }: Pick<Deps, 'store'>,
  { about }: ProofHead,
): Promise<BudgetHead> => {
  const head = await readHead(store, about.application);
  if (head?.form !== 'budget-application') throw new NotFoundError('the application is gone');
  return head;
};

/** What was granted in the end, with all amendments that hold, as a proof goes by it. @throws NotFoundError when there is no grant */
export const grantedBasis = async (
  { store, registers }: Deps,
  application: BudgetHead,
): Promise<ProofBasis> => {
  const [{ budget }, granted] = await Promise.all([registers.county(), readGranted(store, application)]);
  const { amended, decision } = application.about;
  const amount = amended?.at(-1)?.total ?? decision?.amount;
  if (!granted || amount === undefined) throw new NotFoundError('there is no grant');
  return basisOf(granted, { amount, fullWeek: budget.fullWeek });
};
