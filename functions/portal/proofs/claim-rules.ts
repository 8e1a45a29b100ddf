import type { ProofFile } from '../../../domain/api/proof.ts';
import { totalOf } from '../../../domain/budget/amounts.ts';
import { fileNumberOf } from '../../../domain/forms/budget-application/file-number.ts';
import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import type { ProofHead } from '../../../domain/forms/proof-of-use/particulars.ts';
import { listParty } from '../../store/head-lists.ts';
import type { PortalDeps } from '../deps.ts';

type Rules = NonNullable<ProofFile['rules']>;

/** The other grants of a provider of which money is still to be paid, the newest first. */
const payingGrants = async ({ store }: PortalDeps, { about }: ProofHead): Promise<BudgetHead[]> => {
  const found: BudgetHead[] = [];
  let cursor: string | undefined;
  do {
    const page = await listParty(store, [{ provider: about.provider }], cursor);
    for (const one of page.items)
      if (one.form === 'budget-application' && one.id !== about.application && one.about.grant)
        found.push(one);
    cursor = page.cursor;
  } while (cursor);
  return found.filter((one) => totalOf(one.about.money.committed) > 0);
};

/** What can be claimed beside what is paid back, and while a claim is drafted, what it can be set off against. */
export const claimRules = async (deps: PortalDeps, head: ProofHead): Promise<Rules> => {
  const { budget } = await deps.registers.county();
  const { interest, setOff } = budget.proof;
  const grants = setOff && head.at === 'claim' ? await payingGrants(deps, head) : [];
  return {
    ...(interest && { interest }),
    setOff,
    grants: grants.map((one) => ({
      application: one.id,
      fileNumber: fileNumberOf(one, budget),
      ...(one.about.purpose && { purpose: one.about.purpose }),
      committed: totalOf(one.about.money.committed),
    })),
  };
};
