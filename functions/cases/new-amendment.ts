import { changedFixed } from '../../domain/amendments/amendable.ts';
import type { Amends } from '../../domain/amendments/amends.ts';
import { amended, type Change, ChangeError, leftBy } from '../../domain/amendments/changes.ts';
import { amendmentRefusal } from '../../domain/amendments/may-amend.ts';
import { grantedIn } from '../../domain/budget/difference.ts';
import { NO_HOLDING } from '../../domain/budget/holding.ts';
import type { Instant } from '../../domain/calendar/period.ts';
import {
  type BudgetApplicationAnswers,
  budgetApplicationAnswers,
} from '../../domain/forms/budget-application/answers.ts';
import type { BudgetApplicationDraft } from '../../domain/forms/budget-application/draft.ts';
import type { BudgetHead } from '../../domain/forms/budget-application/particulars.ts';
import { totalsOf } from '../../domain/forms/budget-application/totals.ts';
import type { County } from '../../domain/places/county.ts';
import { begin } from '../../domain/process/apply-act.ts';
import { newestProcess } from '../../domain/submission/process-of.ts';
import { ConflictError, FieldsError, NotFoundError } from '../runtime/errors.ts';
import { issuesOf } from '../runtime/http/parse-body.ts';
import { putDraft, putVersion } from '../store/applications.ts';
import type { Store } from '../store/client.ts';
import { notErased } from '../store/erase.ts';
import { headItem, readHead } from '../store/heads.ts';
import { isFrameWrite, isOpenYear } from '../store/ledger.ts';
import { logged } from '../store/log.ts';
import { owing } from '../store/owe.ts';
import type { Write } from '../store/transact.ts';
import { decided } from './decide.ts';
import { readGranted } from './read-granted.ts';

/** What somebody wants to amend, and who. */
export interface NewAmendment extends Pick<Amends, 'reason' | 'from' | 'rise'> {
  id: string;
  changes: readonly Change[];
  /** Who begins it, for the provider or for the office. */
  person: string;
  exOfficio: boolean;
}

interface Made {
  at: Instant;
  county: County;
}

const amendsOf = (grant: BudgetHead, { reason, from, rise, exOfficio, changes }: NewAmendment): Amends => {
  const stands = grantedIn(grant.about.money);
  const left = leftBy(changes);
  return {
    application: grant.id,
    reason,
    ...(from && { from }),
    ...(exOfficio && { exOfficio }),
    ...(rise && { rise }),
    ...(left.length > 0 && { left }),
    before: stands,
    stands,
  };
};

const headOf = (
  grant: BudgetHead,
  answers: BudgetApplicationAnswers,
  of: NewAmendment,
  at: Instant,
): BudgetHead => {
  const process = newestProcess('budget-application');
  const amends = amendsOf(grant, of);
  return {
    id: of.id,
    form: 'budget-application',
    process: { name: process.name, version: process.version },
    version: 1,
    rev: 1,
    createdAt: at,
    ...begin(process, at),
    run: 1,
    runSince: at,
    excluded: [],
    log: { n: 0, hash: '' },
    owed: {},
    about: {
      provider: grant.about.provider,
      kitas: answers.kitas,
      year: grant.about.year,
      purpose: answers.purpose,
      amends,
      saved: 1,
      savedBy: of.person,
      savedAt: at,
      sent: 0,
      ...(amends.stands.voluntary > 0 && { fromVoluntary: amends.stands.voluntary }),
      electronicNotice: false,
      notes: 0,
      acted: [],
      money: NO_HOLDING,
      turns: [],
      cosigned: [],
      attachments: [],
      unstaffed: [],
    },
  };
};

/** What was granted, as it becomes. @throws FieldsError for a change that does not fit it */
const answersAfter = (
  { about }: BudgetHead,
  granted: BudgetApplicationAnswers,
  { changes, exOfficio }: NewAmendment,
  { budget }: County,
): BudgetApplicationAnswers => {
  const gone = (about.amended ?? []).flatMap(({ left = [] }) => left);
  try {
    const {
      attachments: _files,
      electronicNotice,
      ...kept
    } = amended(granted, changes, {
      fullWeek: budget.fullWeek,
      gone,
    });
    // Nobody sends it whose mailbox a notice could be announced through: it goes by post.
    return exOfficio || electronicNotice === undefined ? kept : { ...kept, electronicNotice };
  } catch (error) {
    throw error instanceof ChangeError ? new FieldsError([error.issue]) : error;
  }
};

/** Declarations and the signature are given anew by whoever applies. */
const draftOf = ({
  declarations: _declared,
  signature: _signed,
  ...kept
}: BudgetApplicationAnswers): BudgetApplicationDraft => kept;

/** What the office files must be as whole as what a provider sends. @throws FieldsError */
const requireWhole = (answers: BudgetApplicationAnswers, granted: BudgetApplicationAnswers) => {
  const parsed = budgetApplicationAnswers.safeParse(answers);
  if (!parsed.success) throw new FieldsError(issuesOf(parsed.error));
  const fixed = changedFixed(granted, answers);
  if (fixed.length > 0)
    throw new FieldsError(fixed.map((path) => ({ path: path.split('.'), message: 'not-reopened' })));
};

/** The office files an amendment: it is sent already, and goes to the draft of the decision. */
const filed = (
  store: Store,
  drafted: BudgetHead,
  grant: BudgetHead,
  answers: BudgetApplicationAnswers,
  { at, county }: Made,
): { head: BudgetHead; with: Write[] } => {
  const { kitas, shares, purpose } = answers;
  const { total: applied } = totalsOf(answers, county.budget.fullWeek);
  const change = decided(store, drafted, {
    act: { kind: 'result', step: drafted.at, outcome: 'ex-officio' },
    by: { person: drafted.about.savedBy },
    at,
    county,
    particulars: { sent: { kitas, shares, purpose, applied, electronicNotice: false }, amended: grant },
  });
  // Nothing waits for an answer yet: its execution is started by this very write.
  const owed = Object.fromEntries(Object.entries(change.head.owed).filter(([, one]) => one.do === 'mail'));
  return {
    head: { ...change.head, owed },
    with: [...change.with, putVersion(store, drafted.id, 1, answers)],
  };
};

/** What is written when an amendment begins: its own items, and nothing twice. */
const amendmentWrites = (
  store: Store,
  grant: BudgetHead,
  granted: BudgetApplicationAnswers,
  of: NewAmendment,
  made: Made,
): Write[] => {
  const answers = answersAfter(grant, granted, of, made.county);
  const { at } = made;
  if (of.exOfficio) requireWhole(answers, granted);
  const first = logged(store, headOf(grant, answers, of, at), {
    at,
    by: { person: of.person },
    what: 'drafted',
    to: 'draft',
    ref: grant.id,
  });
  const begun = of.exOfficio
    ? filed(store, first.head, grant, answers, made)
    : { head: first.head, with: [putDraft(store, of.id, draftOf(answers))] };
  return [
    {
      Put: {
        TableName: store.table,
        Item: headItem(owing(begun.head, at, { 'start-1': { do: 'start', run: 1 } })),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    ...first.with,
    ...begun.with,
    notErased(store, of.id),
    // Where money moves, the frame's own condition says that its year is open.
    ...(begun.with.some(isFrameWrite) ? [] : [isOpenYear(store, grant.about.year)]),
  ];
};

/** Whether this amendment was begun before: the same one. @throws ConflictError for the id of something else */
const isBegun = async (store: Store, grant: BudgetHead, { id, rise }: NewAmendment): Promise<boolean> => {
  const there = await readHead(store, id);
  if (!there) return false;
  const amends = there.form === 'budget-application' ? there.about.amends : undefined;
  if (amends?.application === grant.id && amends.rise?.rules === rise?.rules) return true;
  throw new ConflictError('other-body', { version: there.version, at: there.at });
};

/**
 * The change of a grant's head by which an amendment of it begins: the head names it, so that there is one at a time. Undefined
 * when this one was begun before.
 * @throws ConflictError when the grant cannot be amended now, FieldsError for changes that do not fit it
 */
export const newAmendment = async (
  store: Store,
  grant: BudgetHead,
  of: NewAmendment,
  made: Made,
): Promise<{ head: BudgetHead; with: Write[] } | undefined> => {
  if (await isBegun(store, grant, of)) return undefined;
  const named = grant.about.amendment;
  const open = named ? await readHead(store, named) : undefined;
  const refusal = amendmentRefusal(grant, open);
  if (refusal) throw new ConflictError(refusal, { version: grant.version, at: grant.at });
  const granted = await readGranted(store, grant);
  if (!granted) throw new NotFoundError('the answers are gone');
  const entry = logged(store, grant, {
    at: made.at,
    by: { person: of.person },
    what: 'amendment-begun',
    ref: of.id,
  });
  return {
    head: { ...entry.head, about: { ...entry.head.about, amendment: of.id } },
    with: [...entry.with, ...amendmentWrites(store, grant, granted, of, made)],
  };
};
