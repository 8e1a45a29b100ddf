import { amendedGrant } from '../../amendments/effect.ts';
import { grantedIn } from '../../budget/difference.ts';
import { dateOf } from '../../calendar/due.ts';
import { announcedOn } from '../../notice/announcement.ts';
import { objectionEnds } from '../../notice/objection-period.ts';
import { withoutNotification } from '../../notice/without-notification.ts';
import type { Act } from '../../process/apply-act.ts';
import { processOf } from '../../submission/process-of.ts';
import type { Followed } from '../circumstances.ts';
import type { BudgetAbout, DeedDone } from './about.ts';
import { datesAfter } from './follow-dates.ts';
import { mailsAfter } from './follow-mails.ts';
import { moneyAfter } from './follow-money.ts';
import type { BudgetCircumstances, BudgetHead } from './particulars.ts';

const EX_OFFICIO = 'ex-officio';
/** Its step is answered by whoever records what was resolved. */
const COMMITTEE = 'committee';

/** Whoever acts is remembered for the whole case: four eyes look at it. */
const deedOf = (before: BudgetHead, act: Act, { at, by }: BudgetCircumstances): DeedDone[] => {
  if (!('person' in by)) return [];
  const deed = { person: by.person, ...(by.for && { for: by.for }), at };
  if (act.kind === 'action') return [{ ...deed, step: before.at, action: act.action }];
  if (act.kind === 'result' && before.at === COMMITTEE)
    return [{ ...deed, step: COMMITTEE, action: 'record' }];
  // Who files it for the office does not act for the provider, whose step that is else.
  return act.kind === 'result' && act.outcome === EX_OFFICIO
    ? [{ ...deed, step: EX_OFFICIO, action: EX_OFFICIO }]
    : [];
};

/** What an amendment says of its grant after an act: as it was looked at, and since it was approved what it made of it. */
const amendsAfter = (
  { amends, decision }: BudgetAbout,
  act: Act,
  { at, particulars = {} }: BudgetCircumstances,
  placed: BudgetHead,
): Pick<BudgetAbout, 'amends'> => {
  const { amended: grant } = particulars;
  if (!amends || !grant) return {};
  const isApproved = act.kind === 'action' && act.action === 'approve' && decision?.kind !== 'refuse';
  if (isApproved) {
    const stands = grantedIn(amendedGrant(grant, placed, at).about.money);
    return { amends: { ...amends, stands, effective: true } };
  }
  const stands = grantedIn(grant.about.money);
  return { amends: { ...amends, stands, ...(!amends.effective && { before: stands }) } };
};

/** What was posted, or notified of, counts as announced some days later by the rule of that day. */
const announcement = (
  after: BudgetHead,
  { county, particulars = {} }: BudgetCircumstances,
): Pick<BudgetAbout, 'announced'> => {
  const { sentOn } = particulars;
  if (after.at !== 'objection-period' || !sentOn) return {};
  const by = after.about.notified ? 'electronic' : 'post';
  const { announcement: rules, objectionMonths } = county.budget;
  const day = announcedOn({ by, on: sentOn }, rules);
  const ends = objectionEnds(day, { instructed: true }, objectionMonths);
  return { announced: { by, sentOn, announcedOn: day, objectionEnds: ends } };
};

/** What the act itself says, before dates, money and mails follow from it. */
const said = (before: BudgetHead, placed: BudgetHead, act: Act, of: BudgetCircumstances): BudgetHead => {
  const { at, by, particulars = {} } = of;
  const { note, sent, decision, voluntary, unstaffed, resolution, sha256, receivedOn, grant } = particulars;
  const { reopened: wasOpen, answerBy: _until, continues: wentOn, session, ...about } = before.about;
  // Looked at once for each version that is sent: one that was corrected does not only go on.
  const continues = before.at === 'screen' ? particulars.continues : wentOn;
  const notes = about.notes + (note ? 1 : 0);
  const moved = placed.visit !== before.visit;
  const reopened = placed.at === 'queries' && !moved ? wasOpen : note?.fields?.map(({ path }) => path);
  const name = act.kind === 'action' ? act.action : undefined;
  return {
    ...placed,
    about: {
      ...about,
      notes,
      acted: [...about.acted, ...deedOf(before, act, of)],
      ...(reopened && { reopened }),
      // A session deals with what lies with the committee, and with nothing that has left it.
      ...(session && !moved && { session }),
      ...(sent &&
        'person' in by && {
          ...sent,
          sent: about.sent + 1,
          ...(!about.amends?.exOfficio && { sentBy: by.person }),
        }),
      ...(decision && { decision: { ...decision, note: notes } }),
      ...(voluntary !== undefined && { fromVoluntary: voluntary }),
      ...(unstaffed && { unstaffed: [...unstaffed] }),
      ...(continues && { continues }),
      ...amendsAfter(about, act, of, placed),
      ...(before.at === 'hearing' && moved && { heard: true }),
      ...(resolution && { resolution: { ...resolution, note: notes } }),
      ...(sha256 && 'person' in by && { approved: { sha256, by: by.person, at } }),
      ...(act.kind === 'result' && act.outcome === 'notified' && { notified: dateOf(at) }),
      ...(grant && { grant }),
      ...(name === 'object' && receivedOn && { objectedOn: receivedOn }),
      ...(name === 'waive' && receivedOn && { waivedOn: receivedOn }),
    },
  };
};

/** A resolution holds for what was examined: after a new examination, or for a new decision, the committee resolves again. */
const overtaken = ({ resolution, ...about }: BudgetAbout): BudgetAbout => ({
  ...about,
  ...(resolution && { resolution: { ...resolution, overtaken: true } }),
});

/**
 * What must not be taken for this round's: a document goes with the decision that it says, a draft with the reservation
 * that it rests on. Where an objection leads to a new decision, what was announced is kept as an earlier notice.
 */
const withoutStale = (before: BudgetHead, after: BudgetHead): BudgetHead => {
  if (after.visit === before.visit || !['decision', 'release', 'reserve', 'withdrawn'].includes(after.at))
    return after;
  const { notice: _notice, ...about } = after.about;
  if (after.at === 'decision' || after.at === 'withdrawn') return { ...after, about };
  const { decision: _draft, ...undecided } = about;
  if (after.at === 'release') return { ...after, about: withoutHearing(overtaken(undecided)) };
  const { approved, announced, notified: _day, ...unresolved } = overtaken(undecided);
  if (!approved || !announced) return { ...after, about: undecided };
  const earlier = [...(about.earlier ?? []), { sha256: approved.sha256, announced }];
  return { ...after, about: { ...unresolved, earlier } };
};

/** What is looked at anew is resolved, and the applicant heard, anew: it may be about something else by then. */
const withoutHearing = ({ heard: _, ...about }: BudgetAbout): BudgetAbout => about;

/**
 * What an act on a budget application brings with it: what was said and decided, the money it holds, whose turn it is until
 * when, and the mails that are owed.
 * @param placed the head in its new position
 */
export const followBudgetApplication = (
  before: BudgetHead,
  placed: BudgetHead,
  act: Act,
  circumstances: BudgetCircumstances,
): Followed<BudgetHead> => {
  const { at, county } = circumstances;
  const process = processOf(before);
  const spoken = withoutStale(before, said(before, placed, act, circumstances));
  const announced: BudgetHead = {
    ...spoken,
    about: { ...spoken.about, ...announcement(spoken, circumstances) },
  };
  const { due, ...dates } = datesAfter(process, before, announced, { at, settings: county.budget });
  const { due: _old, ...rest } = announced;
  const head: BudgetHead = {
    ...rest,
    ...(due && { due }),
    about: { ...announced.about, ...dates, money: moneyAfter(before, announced, act) },
  };
  return { head: withoutNotification(before, head, act), owed: mailsAfter(process, before, head, at) };
};
