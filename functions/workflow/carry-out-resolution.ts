import { dateOf } from '../../domain/calendar/due.ts';
import type { BudgetHead, BudgetParticulars } from '../../domain/forms/budget-application/particulars.ts';
import type { ItemResult } from '../../domain/forms/committee-session/about.ts';
import type { SessionHead } from '../../domain/forms/committee-session/particulars.ts';
import type { Resolution, SessionRecord } from '../../domain/forms/committee-session/resolution.ts';
import type { Actor } from '../../domain/submission/log.ts';
import { decided } from '../cases/decide.ts';
import { unmarked } from '../cases/session-mark.ts';
import { putNote, readNotes } from '../store/applications.ts';
import { changeHeadOf, type HeadChange } from '../store/heads.ts';
import { readRecord } from '../store/sessions.ts';
import type { WorkflowDeps } from './deps.ts';
import { sessionTask } from './session-task.ts';

/** Who recorded the resolutions does what follows from them: the cases' logs and notes name that person. */
const recorderOf = ({ about }: SessionHead): Actor => {
  const { recorded } = about;
  if (!recorded) throw new Error('nothing was recorded');
  return { person: recorded.person, ...(recorded.for && { for: recorded.for }) };
};

/** The most that may be granted by a resolution: what was changed to, else the sum that the office proposed. */
const amountOf = ({ outcome, amount }: Resolution, { about }: BudgetHead): number => {
  if (outcome === 'rejected') return 0;
  return amount ?? about.decision?.amount ?? about.applied ?? 0;
};

type NewNote = NonNullable<BudgetParticulars['note']>;

const noteOf = (
  session: SessionHead,
  one: Resolution,
  decidedBy: string | undefined,
  now: BudgetHead,
): NewNote => {
  const { about, id } = session;
  const isPublic = about.items.find((item) => item.case === one.case)?.public ?? true;
  return {
    ...(one.text && { text: one.text }),
    ...(one.conditions && one.conditions.length > 0 && { conditions: one.conditions }),
    resolution: {
      session: id,
      kind: about.kind ?? 'session',
      on: about.on ?? dateOf(about.recorded?.at ?? session.since),
      public: isPublic,
      outcome: one.outcome,
      ...(one.outcome !== 'deferred' && { amount: amountOf(one, now) }),
      ...(one.votes && { votes: one.votes }),
      ...(decidedBy && { decidedBy }),
    },
  };
};

/** The case stays where it is, free for another session, with a note of why. */
const deferred = (
  { store }: WorkflowDeps,
  now: BudgetHead,
  note: NewNote,
  { session, at, by }: { session: string; at: string; by: Actor },
): HeadChange<BudgetHead> => {
  const free = unmarked(store, now, { session, at, by, what: 'deferred' });
  const n = now.about.notes + 1;
  return {
    head: { ...free.head, about: { ...free.head.about, notes: n } },
    with: [...free.with, putNote(store, now.id, { ...note, n, at, by, step: now.at, action: 'deferred' })],
  };
};

/** What this session did with a case that does not lie in it (any more): told by its note, which is never changed. */
const doneBefore = async (
  { store }: WorkflowDeps,
  { id }: SessionHead,
  { case: of }: Resolution,
): Promise<ItemResult> => {
  const own = (await readNotes(store, of)).find(({ resolution }) => resolution?.session === id);
  if (!own) return 'left';
  return own.resolution?.outcome === 'deferred' ? 'deferred' : 'answered';
};

/** Carries out what was resolved on one case, unless that is done already or the case has left the session. */
const carryOut = async (
  deps: WorkflowDeps,
  session: SessionHead,
  one: Resolution,
  { decidedBy }: SessionRecord,
): Promise<ItemResult> => {
  const { store, registers, clock } = deps;
  const county = await registers.county();
  const by = recorderOf(session);
  let result: ItemResult | undefined;
  await changeHeadOf(store, 'budget-application', one.case, (now) => {
    result = undefined;
    if (now.about.session !== session.id) return undefined;
    const at = clock.now();
    const note = noteOf(session, one, decidedBy, now);
    const { outcome } = one;
    if (outcome === 'deferred') {
      result = 'deferred';
      return deferred(deps, now, note, { session: session.id, at, by });
    }
    result = 'answered';
    return decided(store, now, {
      act: { kind: 'result', step: now.at, outcome },
      by,
      at,
      county,
      ref: session.id,
      particulars: { note, resolution: { session: session.id, outcome, amount: amountOf(one, now) } },
    });
  });
  return result ?? (await doneBefore(deps, session, one));
};

/**
 * Answers every case of a session by what was resolved on it, one after the other, each by a write of its own under the
 * condition that it still lies in this session. Done again after a crash, it finds the cases that are done and goes on.
 */
export const carryOutResolution = sessionTask(async (deps, session) => {
  const record = await readRecord(deps.store, session.id);
  if (!record) throw new Error('the record is gone');
  const carried = [];
  for (const item of session.about.items) {
    const one = record.resolutions.find((each) => each.case === item.case);
    const result = one ? await carryOut(deps, session, one, record) : ('left' as const);
    carried.push({ case: item.case, result });
  }
  return { outcome: 'carried', particulars: { carried } };
});
