import { daysLater, startOf } from '../../calendar/due.ts';
import type { CalendarDate, Instant } from '../../calendar/period.ts';
import { owedMail } from '../../mails/owed-mail.ts';
import type { Act } from '../../process/apply-act.ts';
import { isPersonStep, ownEntry } from '../../process/process.ts';
import type { Owed } from '../../submission/head.ts';
import { processOf } from '../../submission/process-of.ts';
import type { DeedDone } from '../budget-application/about.ts';
import type { Followed } from '../circumstances.ts';
import type { PaymentOrderAbout } from './about.ts';
import type { PaymentCircumstances, PaymentHead } from './particulars.ts';

/** When a planned order comes to the clerk: some days before it is due, never before it was made. */
export const startsAt = (due: CalendarDate, leadDays: number, at: Instant): Instant => {
  const start = startOf(daysLater(due, -leadDays));
  return start > at ? start : at;
};

/** Whoever acts is remembered: four eyes look at it. An export is somebody's deed too. */
const deedOf = (before: PaymentHead, act: Act, { at, by }: PaymentCircumstances): DeedDone[] => {
  if (act.kind === 'overdue' || !('person' in by)) return [];
  const action = act.kind === 'action' ? act.action : act.outcome;
  return [{ person: by.person, ...(by.for && { for: by.for }), step: before.at, action, at }];
};

/** What was certified holds until it is certified anew. */
const withoutStale = ({ at }: PaymentHead, { certified, ...about }: PaymentOrderAbout): PaymentOrderAbout =>
  at === 'certify' || !certified ? about : { ...about, certified };

const said = (
  before: PaymentHead,
  placed: PaymentHead,
  act: Act,
  circumstances: PaymentCircumstances,
): PaymentOrderAbout => {
  const { at, particulars = {} } = circumstances;
  const { comment, certified, exported, booking, successor } = particulars;
  const { about } = before;
  const kept = withoutStale(placed, { ...about, ...(certified && { certified }) });
  const entry = booking && { ...booking, at };
  return {
    ...kept,
    acted: [...about.acted, ...deedOf(before, act, circumstances)],
    notes: about.notes + (comment ? 1 : 0),
    ...(exported && { ...exported, exportedAt: at }),
    ...(entry && (placed.at === 'returned' ? { bounced: entry } : { booked: entry })),
    ...(successor && { successor }),
  };
};

/** What does not go its usual way: it goes back to the clerk, or the money came back. */
const isUnusual = (before: PaymentHead, { at }: PaymentHead) =>
  at === 'returned' || (at === 'certify' && before.at !== 'planned');

/**
 * Orders come in dozens on one day, and a mail for each would hide the one that matters: mails tell what does not go its usual
 * way, and remind of what is late.
 */
const mailsOf = (before: PaymentHead, head: PaymentHead, at: Instant): Record<string, Owed> => {
  if (head.visit !== before.visit)
    return isUnusual(before, head) ? owedMail(head, 'assigned', { role: 'clerk' }, at) : {};
  const step = ownEntry(processOf(head).steps, head.at);
  return step && isPersonStep(step) ? owedMail(head, 'reminder', { role: step.by }, at) : {};
};

/**
 * What an act on a payment order brings with it: what was certified, exported and booked, who did it, and the mails that are
 * owed. Money moves in the application's head, in the same transaction.
 * @param placed the head in its new position
 */
export const followPaymentOrder = (
  before: PaymentHead,
  placed: PaymentHead,
  act: Act,
  circumstances: PaymentCircumstances,
): Followed<PaymentHead> => {
  const head: PaymentHead = { ...placed, about: said(before, placed, act, circumstances) };
  return { head, owed: mailsOf(before, head, circumstances.at) };
};
