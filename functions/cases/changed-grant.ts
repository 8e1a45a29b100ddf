import { amendedGrant } from '../../domain/amendments/effect.ts';
import { retentionEnds } from '../../domain/calendar/due.ts';
import { retentionMonthsOf } from '../../domain/forms/behaviours.ts';
import type { BudgetHead, BudgetParticulars } from '../../domain/forms/budget-application/particulars.ts';
import type { County } from '../../domain/places/county.ts';
import type { Actor } from '../../domain/submission/log.ts';
import type { Store } from '../store/client.ts';
import { putHead } from '../store/heads.ts';
import { logged } from '../store/log.ts';
import type { Write } from '../store/transact.ts';

interface Done {
  at: string;
  by: Actor;
  county: County;
  what: string;
  particulars?: BudgetParticulars | undefined;
}

/**
 * The grant that the approval of an amendment changes, before and after, and what is written of it: under the condition that it is
 * still as it was read. Undefined for every other act, and for a refusal.
 */
export const changedGrant = (
  store: Store,
  amendment: BudgetHead,
  { at, by, what, county, particulars }: Done,
): { before: BudgetHead; after: BudgetHead; writes: Write[] } | undefined => {
  const before = particulars?.amended;
  const amended = before && what === 'approve' ? amendedGrant(before, amendment, at) : before;
  if (!before || !amended || amended === before) return undefined;
  const entry = logged(store, amended, { at, by, what: 'amended', ref: amendment.id });
  // It is kept as long as if it had ended now.
  const until = retentionEnds(at, retentionMonthsOf(before, county));
  const { deleteAt } = entry.head;
  const after: BudgetHead = {
    ...entry.head,
    ...(deleteAt && { deleteAt: deleteAt > until ? deleteAt : until }),
  };
  return { before, after, writes: [putHead(store, after, before.rev), ...entry.with] };
};
