import { effectOf } from '../../domain/budget/effect.ts';
import { entriesOf } from '../../domain/budget/entry.ts';
import { movementsBetween } from '../../domain/budget/holding.ts';
import type { BudgetHead, BudgetParticulars } from '../../domain/forms/budget-application/particulars.ts';
import type { County } from '../../domain/places/county.ts';
import type { Actor } from '../../domain/submission/log.ts';
import { putNote } from '../store/applications.ts';
import type { Store } from '../store/client.ts';
import { ledgerWrites } from '../store/ledger.ts';
import type { Write } from '../store/transact.ts';
import { newOrder } from './new-order.ts';

interface Done {
  at: string;
  by: Actor;
  county: County;
  /** The name of what was done, as the log has it. */
  what: string;
  particulars?: BudgetParticulars | undefined;
}

const noteWrites = (store: Store, before: BudgetHead, after: BudgetHead, done: Done): Write[] => {
  const { at, by, what, particulars } = done;
  if (!particulars?.note || after.about.notes === before.about.notes) return [];
  const note = { ...particulars.note, n: after.about.notes, at, by, step: before.at, action: what };
  return [putNote(store, before.id, note)];
};

/** What an application's head holds otherwise than before, as entries of its year's ledger and the change of its frame. */
export const moneyWrites = (
  store: Store,
  before: BudgetHead,
  after: BudgetHead,
  done: Omit<Done, 'particulars'>,
): Write[] => {
  const movements = movementsBetween(before.about.money, after.about.money);
  if (movements.length === 0) return [];
  const { provider, purpose, year } = after.about;
  const { at, by, what, county } = done;
  // The log's number names the act: written twice, it would be the same entry.
  const act = `${before.id}.${after.log.n}`;
  const entries = entriesOf(movements, {
    act,
    at,
    by,
    submission: before.id,
    provider,
    purpose,
    reason: what,
  });
  return ledgerWrites(store, year, { effect: effectOf(movements), entries }, { policy: county.budget });
};

/** The payment orders of a grant that is opened. */
const grantWrites = (
  store: Store,
  before: BudgetHead,
  after: BudgetHead,
  { at, by, county }: Done,
): Write[] =>
  before.about.grant
    ? []
    : (after.about.grant?.instalments ?? []).flatMap((one) =>
        newOrder(store, after, one, { at, by, county }),
      );

/**
 * What is written together with a budget application's head: its next note, its money in the ledger of its year, and what a
 * grant that is final is paid by.
 */
export const budgetWrites = (store: Store, before: BudgetHead, after: BudgetHead, done: Done): Write[] => [
  ...noteWrites(store, before, after, done),
  ...moneyWrites(store, before, after, done),
  ...grantWrites(store, before, after, done),
];
