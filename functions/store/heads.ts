import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../domain/calendar/period.ts';
import { isPersonStep } from '../../domain/process/process.ts';
import { type FormName, type Head, type HeadOf, head, isHeld } from '../../domain/submission/head.ts';
import { processOf } from '../../domain/submission/process-of.ts';
import type { Store } from './client.ts';
import { formPk, headKey, minePk, type Party, PENDING, partyPk, WAKE } from './keys.ts';
import { type FailedCondition, pause, TransactionConflictError, transact, type Write } from './transact.ts';

/** An execution may last a year; it is renewed long before (ms). */
export const RUN_LIFETIME = 300 * 24 * 60 * 60 * 1000;
/** A run step takes seconds: when its head still stands there after this, the run is looked at. */
const RUN_STEP_MS = 15 * 60 * 1000;

const later = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();

/** Whose submission it is, where it is somebody's: their list has it. */
const partyOf = (of: Head): Party | undefined => {
  if (of.form === 'budget-application' || of.form === 'proof-of-use') return { provider: of.about.provider };
  if (of.form === 'provider-survey') return { provider: of.about.unit };
  return of.form === 'kita-survey' ? { kita: of.about.unit } : undefined;
};

/** When the calendar has to look at a submission next: never at one that ended and is kept for a child's protection. */
export const wakeOf = (of: Head): Instant | undefined => {
  if (of.endedAt) return isHeld(of) ? undefined : of.deleteAt;
  const renewal = later(of.runSince, RUN_LIFETIME);
  const due = of.due ?? later(of.since, RUN_STEP_MS);
  return due < renewal ? due : renewal;
};

const isWaiting = ({ at, missed }: HeadOf<'payment-order'>) =>
  at === 'planned' || at === 'booked' || (at === 'booking' && missed === 0);

const mineOf = (of: Head): string | undefined => {
  if (of.endedAt) return of.responsible && minePk({ person: of.responsible });
  // Until its date comes it is nobody's task; and what is paid already only waits.
  if (of.form === 'payment-order' && isWaiting(of)) return undefined;
  const step = processOf(of).steps[of.at];
  if (!step || !isPersonStep(step)) return undefined;
  // While a round is answered, and once it can be read, there is nothing to do about it.
  if (of.form === 'survey-round' && (of.at === 'open' || of.at === 'published')) return undefined;
  // A provider's people do what is the provider's, a Kita's what is its own; nobody else may find it among theirs.
  const party = partyOf(of);
  if (party && (step.by === 'provider' || step.by === 'kita')) return minePk(party);
  // What lies in a session is done there: the session is the task.
  if (of.form === 'budget-application' && of.about.session) return undefined;
  return minePk(of.responsible ? { person: of.responsible } : { role: step.by });
};

/** The year under which a submission is listed: the one that its money is for, that of a session's day, or that in which it came. */
export const yearOf = (of: Head): string => {
  if ('year' in of.about) return String(of.about.year);
  const on = of.form === 'committee-session' ? of.about.on : undefined;
  return (on ?? of.createdAt).slice(0, 4);
};

const indexAttributes = (of: Head): Record<string, string | undefined> => {
  const wake = wakeOf(of);
  const mine = mineOf(of);
  const party = partyOf(of);
  return {
    ...(of.pendingSince && { pendingPk: PENDING, pendingSk: `${of.pendingSince}#${of.id}` }),
    ...(wake && { wakePk: WAKE, wakeSk: `${wake}#${of.id}` }),
    ...(mine && {
      minePk: mine,
      mineSk: `${of.endedAt ? `2#${of.endedAt}` : `1#${of.due ?? of.since}`}#${of.id}`,
    }),
    ...(party && { partyPk: partyPk(party), partySk: `${of.createdAt}#${of.id}` }),
    formPk: formPk(of.form, yearOf(of)),
    formSk: `${of.createdAt}#${of.id}`,
  };
};

/** The item as it is written: index attributes always follow from the head, so none can be left behind. */
export const headItem = (of: Head) => ({ ...headKey(of.id), ...indexAttributes(of), ...head.parse(of) });

const INDEX_ATTRIBUTE = /^(pk|sk)$|(Pk|Sk)$/;

/** A head out of an item; one that does not fit its schema fails loudly. */
export const parseHead = (item: Record<string, unknown>): Head =>
  head.parse(Object.fromEntries(Object.entries(item).filter(([name]) => !INDEX_ATTRIBUTE.test(name))));

export const readHead = async (store: Store, id: string): Promise<Head | undefined> => {
  const { Item } = await store.db.send(
    new GetCommand({ TableName: store.table, Key: headKey(id), ConsistentRead: true }),
  );
  return Item && parseHead(Item);
};

/** What a change makes of a head, and what is written together with it. */
export interface HeadChange<H extends Head = Head> {
  head: H;
  with?: Write[];
}

/**
 * Thrown when something written together with a head had its own condition, and that failed.
 * `index` counts from the first of `with`.
 */
export class ConditionFailedError extends Error {
  override name = 'ConditionFailedError';
  readonly failed: FailedCondition;
  readonly write: Write;
  constructor(failed: FailedCondition, write: Write) {
    super('a condition of the write did not hold');
    this.failed = failed;
    this.write = write;
  }
}

/** A head in the place of the one that was read with this `rev`. */
export const putHead = (store: Store, next: Head, rev: number): Write => ({
  Put: {
    TableName: store.table,
    Item: headItem({ ...next, rev: rev + 1 }),
    ConditionExpression: 'rev = :rev',
    ExpressionAttributeValues: { ':rev': rev },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});

const ATTEMPTS = 12;

/**
 * Reads a head, lets `change` say what becomes of it, and writes that if nobody wrote in between; else looks again.
 * `change` returns undefined when nothing is to be done any more, or throws its refusal.
 * @returns the head as it stands afterwards; undefined when there is none.
 * @throws ConditionFailedError when a condition of what is written with it fails.
 */
export const changeHead = async (
  store: Store,
  id: string,
  change: (now: Head) => HeadChange | undefined | Promise<HeadChange | undefined>,
): Promise<Head | undefined> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const now = await readHead(store, id);
    if (!now) return undefined;
    const changed = await change(now);
    if (!changed) return now;
    const writes = [putHead(store, changed.head, now.rev), ...(changed.with ?? [])];
    const failed = await transact(store, writes);
    if (!failed) return { ...changed.head, rev: now.rev + 1 };
    if (failed.index > 0)
      throw new ConditionFailedError({ ...failed, index: failed.index - 1 }, writes[failed.index] as Write);
    await pause(attempt);
  }
  throw new TransactionConflictError(`submission ${id} kept being written by others`);
};

export const isOf = <F extends FormName>(form: F, one: Head): one is HeadOf<F> => one.form === form;

/**
 * The same for a submission of one form: of another form there is none under this id.
 * @throws ConditionFailedError when a condition of what is written with it fails.
 */
export const changeHeadOf = async <F extends FormName>(
  store: Store,
  form: F,
  id: string,
  change: (now: HeadOf<F>) => HeadChange<HeadOf<F>> | undefined | Promise<HeadChange<HeadOf<F>> | undefined>,
): Promise<HeadOf<F> | undefined> => {
  const changed = await changeHead(store, id, (now) => (isOf(form, now) ? change(now) : undefined));
  return changed && isOf(form, changed) ? changed : undefined;
};
