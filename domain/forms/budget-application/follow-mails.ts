import type { Instant } from '../../calendar/period.ts';
import { owedMail } from '../../mails/owed-mail.ts';
import { isPersonStep, ownEntry, type Process } from '../../process/process.ts';
import type { Owed } from '../../submission/head.ts';
import type { BudgetHead } from './particulars.ts';

type Owing = Record<string, Owed>;

/** A mail to those whose turn it is: the provider's people, or everybody with the step's role. */
const toTurn = (process: Process, head: BudgetHead, mail: 'assigned' | 'reminder', at: Instant): Owing => {
  const step = ownEntry(process.steps, head.at);
  if (!step || !isPersonStep(step)) return {};
  const to = step.by === 'provider' ? { provider: head.about.provider } : { role: step.by };
  return step.by === ('family' as string) ? {} : owedMail(head, mail, to, at);
};

/** Ends and steps of which the provider learns, though it is not its turn. */
const TOLD = ['waiting', 'objection', 'appeal', 'final'];

/**
 * The mails that an act owes: to those whose turn it is now, to the Kitas that may co-sign, to the head when nobody would
 * remain to approve. None has a word about what it is.
 */
export const mailsAfter = (process: Process, before: BudgetHead, after: BudgetHead, at: Instant): Owing => {
  if (after.visit === before.visit) return toTurn(process, after, 'reminder', at);
  const isFirst = before.about.sent === 0 && after.about.sent === 1;
  const kitas = isFirst ? after.about.kitas : [];
  const { unstaffed, sentBy } = after.about;
  return {
    ...toTurn(process, after, 'assigned', at),
    ...Object.assign({}, ...kitas.map((kita) => owedMail(after, 'cosign', { kita }, at))),
    ...(unstaffed.length > before.about.unstaffed.length
      ? owedMail(after, 'unstaffed', { role: 'head' }, at)
      : {}),
    ...(TOLD.includes(after.at) ? owedMail(after, 'news', { provider: after.about.provider }, at) : {}),
    ...(after.at === 'notifying' && sentBy ? owedMail(after, 'notice', { person: sentBy }, at) : {}),
  };
};
