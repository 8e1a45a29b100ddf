import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import { type Unsettled, unsettledOf } from '../../../domain/year/unsettled.ts';
import type { Store } from '../../store/client.ts';
import { headsOf } from '../../store/head-lists.ts';

/** Every application of a year: their heads hold its money. Nothing of other years is read. */
export const applicationsOf = async (store: Store, year: number): Promise<BudgetHead[]> => {
  const heads: BudgetHead[] = [];
  for await (const head of headsOf(store, 'budget-application', String(year))) heads.push(head);
  return heads;
};

/** Where the proof of each grant of a year stands, by the application. */
const proofsOf = async (store: Store, year: number): Promise<Map<string, string>> => {
  const proofs = new Map<string, string>();
  for await (const { at, about } of headsOf(store, 'proof-of-use', String(year)))
    proofs.set(about.application, at);
  return proofs;
};

/** What of a year cannot be settled yet, with its reason, application by application. */
export const unsettledIn = async (
  store: Store,
  year: number,
  applications: readonly BudgetHead[],
): Promise<Unsettled[]> => {
  const proofs = await proofsOf(store, year);
  return applications.flatMap(({ id, about }) => unsettledOf({ id, money: about.money }, proofs.get(id)));
};
