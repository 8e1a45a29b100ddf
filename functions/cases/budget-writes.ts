import { isNothing, plus } from '../../domain/budget/amounts.ts';
import { effectOf } from '../../domain/budget/effect.ts';
import { type Entry, entriesOf } from '../../domain/budget/entry.ts';
import { type Holding, movementsBetween } from '../../domain/budget/holding.ts';
import { dateOf, daysLater } from '../../domain/calendar/due.ts';
import type { BudgetHead, BudgetParticulars } from '../../domain/forms/budget-application/particulars.ts';
import type { County } from '../../domain/places/county.ts';
import type { Actor } from '../../domain/submission/log.ts';
import { changeOfSums } from '../../domain/year/sums.ts';
import { putNote } from '../store/applications.ts';
import type { Store } from '../store/client.ts';
import { ledgerWrites } from '../store/ledger.ts';
import type { Write } from '../store/transact.ts';
import { addToSums } from '../store/year-sums.ts';
import { changedGrant } from './changed-grant.ts';
import { newOrder } from './new-order.ts';
import { openProof } from './open-proof.ts';

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

interface Moved extends Omit<Done, 'particulars'> {
  /** What the application holds in between, where its money goes by two ways that the ledger tells apart. */
  via?: Holding | undefined;
}
type Change = readonly [before: BudgetHead, after: BudgetHead];

const entriesFor = ([before, after]: Change, { at, by, what, via }: Moved): Entry[] => {
  const { provider, purpose, money } = after.about;
  const first = via ? movementsBetween(before.about.money, via) : [];
  return entriesOf([...first, ...movementsBetween(via ?? before.about.money, money)], {
    // The log's number names the act: written twice, it would be the same entry.
    act: `${before.id}.${after.log.n}`,
    at,
    by,
    submission: before.id,
    provider,
    purpose,
    reason: what,
  });
};

/**
 * What the provider's sums of the year become by heads that are written together. They follow from the heads alone, so that they are
 * right also where no money moves: a corrected application may be for other Kitas.
 */
export const sumWrites = (store: Store, changes: readonly Change[]): Write[] => {
  const about = changes[0]?.[1].about;
  if (!about) return [];
  const change = changeOfSums(changes.map(([before, after]) => [before.about, after.about]));
  return addToSums(store, about.year, about.provider, change);
};

const ledgerWritesOf = (store: Store, changes: readonly Change[], done: Moved): Write[] => {
  const entries = changes.flatMap((change) => entriesFor(change, done));
  const year = changes[0]?.[1].about.year;
  if (year === undefined) return [];
  const sums = sumWrites(store, changes);
  if (entries.length === 0) return sums;
  const effect = effectOf(entries);
  return [...ledgerWrites(store, year, { effect, entries }, { policy: done.county.budget }), ...sums];
};

/** What an application's head holds otherwise than before, as entries of its year's ledger and the change of its frame. */
export const moneyWrites = (store: Store, before: BudgetHead, after: BudgetHead, done: Moved): Write[] =>
  ledgerWritesOf(store, [[before, after]], done);

/** The payment orders of instalments that are new: of a grant that is opened, or of advances on it. */
const grantWrites = (
  store: Store,
  before: BudgetHead,
  after: BudgetHead,
  { at, by, county }: Done,
): Write[] => {
  const there = before.about.grant?.instalments.map(({ n }) => n) ?? [];
  return (after.about.grant?.instalments ?? [])
    .filter(({ n }) => !there.includes(n))
    .flatMap((one) => newOrder(store, after, one, { at, by, county }));
};

/**
 * Whoever is granted money proves what it was spent on: the proof is awaited from the day on which the grant is final. What
 * amends a grant is proven with it.
 */
const proofWrites = (store: Store, after: BudgetHead, { at, by, county }: Done): Write[] => {
  const { amends, money, decision } = after.about;
  if (after.at !== 'final' || amends || isNothing(plus(money.committed, money.paid))) return [];
  // What was paid ahead of a refusal is not to wait for the end of its year.
  const fileBy = decision?.kind === 'refuse' && daysLater(dateOf(at), county.budget.hearingDays);
  return openProof(store, after, { at, by, county, ...(fileBy && { fileBy }) });
};

/**
 * What is written together with a budget application's head: its next note, its money in the ledger of its year, what a grant that
 * is final is paid and proven by, and the grant that it amends. Of two heads that are written together one gives what the other takes: it
 * is one change of the frame.
 */
export const budgetWrites = (store: Store, before: BudgetHead, after: BudgetHead, done: Done): Write[] => {
  const grant = changedGrant(store, after, done);
  const changes: Change[] = [[before, after], ...(grant ? [[grant.before, grant.after] as const] : [])];
  return [
    ...noteWrites(store, before, after, done),
    ...(grant?.writes ?? []),
    ...ledgerWritesOf(store, changes, done),
    ...grantWrites(store, before, after, done),
    ...proofWrites(store, after, done),
  ];
};
