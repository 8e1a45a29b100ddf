import { isNothing, minus } from '../../budget/amounts.ts';
import { dateOf, daysLater } from '../../calendar/due.ts';
import type { Instant } from '../../calendar/period.ts';
import { workingDayFrom } from '../../calendar/working-day.ts';
import { owedMail } from '../../mails/owed-mail.ts';
import { announcedOn } from '../../notice/announcement.ts';
import { objectionEnds } from '../../notice/objection-period.ts';
import { withoutNotification } from '../../notice/without-notification.ts';
import type { Act } from '../../process/apply-act.ts';
import { isPersonStep, ownEntry, type Process } from '../../process/process.ts';
import type { Owed } from '../../submission/head.ts';
import { processOf } from '../../submission/process-of.ts';
import type { DeedDone } from '../budget-application/about.ts';
import type { Followed } from '../circumstances.ts';
import type { ProofAbout } from './about.ts';
import { proofDates } from './follow-dates.ts';
import type { ProofCircumstances, ProofHead } from './particulars.ts';
import { moneyAfterProof } from './proof-money.ts';

/** Whoever acts is remembered: four eyes look at it. A booking is the deed of whoever brought it. */
const deedOf = (before: ProofHead, act: Act, { at, by }: ProofCircumstances): DeedDone[] => {
  if (act.kind === 'overdue' || !('person' in by)) return [];
  const action = act.kind === 'action' ? act.action : act.outcome;
  return [{ person: by.person, ...(by.for && { for: by.for }), step: before.at, action, at }];
};

const announcement = (
  after: ProofHead,
  { county, particulars = {} }: ProofCircumstances,
): Pick<ProofAbout, 'announced'> => {
  const { sentOn } = particulars;
  if (after.at !== 'objection-period' || !sentOn) return {};
  const { announcement: rules, objectionMonths, proof } = county.budget;
  const by = after.about.notified ? 'electronic' : 'post';
  const day = announcedOn({ by, on: sentOn }, rules);
  return {
    announced: {
      by,
      sentOn,
      announcedOn: day,
      objectionEnds: objectionEnds(day, { instructed: true }, objectionMonths),
      payBy: workingDayFrom(daysLater(day, proof.repaymentDays)),
    },
  };
};

/** How it ended, from the money before and after. */
const resultOf = (
  placed: ProofHead,
  act: Act,
  { at, particulars = {} }: ProofCircumstances,
): Pick<ProofAbout, 'result'> => {
  const { application, receivedOn, repaid } = particulars;
  if (placed.at !== 'closed' || !application) return {};
  const { money } = application.about;
  const then = moneyAfterProof(money, act, placed.about);
  return {
    result: {
      on: receivedOn ?? repaid?.on ?? dateOf(at),
      accepted: then.accepted,
      returned: then.returned,
      released: isNothing(money.committed) ? money.committed : minus(money.committed, then.committed),
    },
  };
};

/** What the act itself says, before dates and mails follow from it. */
const said = (before: ProofHead, placed: ProofHead, act: Act, of: ProofCircumstances): ProofAbout => {
  const { at, by, particulars = {} } = of;
  const { note, stated, intended, claim, fileBy, sha256, receivedOn, repaid } = particulars;
  const { electronicNotice } = particulars;
  const { reopened: wasOpen, answerBy: _until, ...about } = before.about;
  const notes = about.notes + (note ? 1 : 0);
  const moved = placed.visit !== before.visit;
  const reopened = placed.at === 'queries' && !moved ? wasOpen : note?.fields?.map(({ path }) => path);
  const name = act.kind === 'action' ? act.action : undefined;
  return {
    ...about,
    notes,
    acted: [...about.acted, ...deedOf(before, act, of)],
    ...(reopened && { reopened }),
    ...(stated !== undefined && {
      stated,
      sent: about.sent + 1,
      electronicNotice: electronicNotice ?? false,
    }),
    ...(intended && { intended: { ...intended, note: notes } }),
    ...(before.at === 'hearing' && moved && { heard: true }),
    ...(claim && { claim: { ...claim, note: notes } }),
    ...(fileBy && { fileBy }),
    ...(act.kind === 'result' && act.outcome === 'notified' && { notified: dateOf(at) }),
    ...(sha256 && 'person' in by && { approved: { sha256, by: by.person, at } }),
    ...(name === 'object' && receivedOn && { objectedOn: receivedOn }),
    ...(name === 'waive' && receivedOn && { waivedOn: receivedOn }),
    ...(repaid && { repaid }),
  };
};

/** What is looked at anew is claimed, and the provider heard, anew; what was announced is kept as an earlier notice. */
const withoutStale = (before: ProofHead, after: ProofHead): ProofAbout => {
  const { about } = after;
  if (after.visit === before.visit || !['check', 'claim'].includes(after.at)) return about;
  const { notice: _notice, claim: _claim, ...undrafted } = about;
  if (after.at === 'claim') return before.at === 'approval' ? undrafted : about;
  const { heard: _heard, intended: _intended, notified: _day, approved, announced, ...fresh } = undrafted;
  if (!approved || !announced) return fresh;
  return { ...fresh, earlier: [...(about.earlier ?? []), { sha256: approved.sha256, announced }] };
};

/** Whoever filed the proof that was sent last: the mailbox that a notice goes to is theirs. */
const filedBy = ({ acted }: ProofAbout): string | undefined =>
  acted.findLast(({ action }) => action === 'submit' || action === 'correct')?.person;

/** Of what the provider learns, though it is not its turn. */
const TOLD = ['objection-period', 'repayment', 'closed'];

/** The provider is reminded before an answer's time is over, and of a proof and the office when it is. */
const reminderOf = (head: ProofHead): 'ending' | 'reminder' =>
  head.at === 'queries' || head.at === 'hearing' ? 'ending' : 'reminder';

const toTurn = (process: Process, head: ProofHead, mail: 'assigned' | 'reminder', at: Instant) => {
  const step = ownEntry(process.steps, head.at);
  if (!step || !isPersonStep(step)) return {};
  if (step.by !== 'provider') return owedMail(head, mail, { role: step.by }, at);
  const which = mail === 'reminder' ? reminderOf(head) : mail;
  return owedMail(head, which, { provider: head.about.provider }, at);
};

const mailsAfter = (
  process: Process,
  before: ProofHead,
  after: ProofHead,
  at: Instant,
): Record<string, Owed> => {
  if (after.visit === before.visit) return toTurn(process, after, 'reminder', at);
  const filer = filedBy(after.about);
  return {
    ...toTurn(process, after, 'assigned', at),
    ...(after.at === 'notifying' && filer ? owedMail(after, 'notice', { person: filer }, at) : {}),
    ...(TOLD.includes(after.at) ? owedMail(after, 'news', { provider: after.about.provider }, at) : {}),
  };
};

/**
 * What an act on a proof of use brings with it: what was stated, returned and claimed, whose turn it is until when, and the mails
 * that are owed. Money moves in the head of the grant's application, in the same transaction.
 * @param placed the head in its new position
 */
export const followProofOfUse = (
  before: ProofHead,
  placed: ProofHead,
  act: Act,
  circumstances: ProofCircumstances,
): Followed<ProofHead> => {
  const { at, county } = circumstances;
  const process = processOf(before);
  const spoken: ProofHead = { ...placed, about: said(before, placed, act, circumstances) };
  const about = {
    ...withoutStale(before, spoken),
    ...announcement(spoken, circumstances),
    ...resultOf(spoken, act, circumstances),
  };
  const { due, ...dates } = proofDates(
    process,
    before,
    { ...spoken, about },
    { at, settings: county.budget },
  );
  const { due: _old, ...rest } = spoken;
  const dated: ProofHead = { ...rest, ...(due && { due }), about: { ...about, ...dates } };
  const head = withoutNotification(before, dated, act);
  return { head, owed: mailsAfter(process, before, head, at) };
};
