import type { Instant } from '../../calendar/period.ts';
import { owedMail } from '../../mails/owed-mail.ts';
import { isPersonStep, ownEntry, type Process } from '../../process/process.ts';
import type { Owed } from '../../submission/head.ts';
import type { BudgetHead } from './particulars.ts';

type Owing = Record<string, Owed>;

/**
 * A mail to those whose turn it is: the provider's people, or everybody with the step's role. The provider is reminded
 * before its time is over, the office when it is.
 */
const toTurn = (process: Process, head: BudgetHead, mail: 'assigned' | 'reminder', at: Instant): Owing => {
  const step = ownEntry(process.steps, head.at);
  if (!step || !isPersonStep(step)) return {};
  if (step.by !== 'provider') return owedMail(head, mail, { role: step.by }, at);
  return owedMail(head, mail === 'reminder' ? 'ending' : mail, { provider: head.about.provider }, at);
};

/** Ends and steps of which the provider learns, though it is not its turn. */
const TOLD = ['waiting', 'objection', 'appeal', 'final'];

/**
 * The mails that an act owes: to those whose turn it is now, to the Kitas that may co-sign, to the head when nobody would
 * remain to approve. None has a word about what it is.
 */
export const mailsAfter = (process: Process, before: BudgetHead, after: BudgetHead, at: Instant): Owing => {
  if (after.visit === before.visit) return toTurn(process, after, 'reminder', at);
  const asked = before.about.sent === 0 ? [] : before.about.kitas;
  const isApplied = after.about.sent > before.about.sent && !after.about.amends?.exOfficio;
  const kitas = isApplied ? after.about.kitas : [];
  const { sentBy } = after.about;
  const isNew = (step: string) => !before.about.unstaffed.includes(step);
  return {
    ...toTurn(process, after, 'assigned', at),
    ...Object.assign(
      {},
      ...kitas.filter((kita) => !asked.includes(kita)).map((kita) => owedMail(after, 'cosign', { kita }, at)),
    ),
    ...(after.about.unstaffed.some(isNew) ? owedMail(after, 'unstaffed', { role: 'head' }, at) : {}),
    // Its agenda names a case that is gone.
    ...(before.about.session && before.about.session !== after.about.resolution?.session
      ? owedMail(after, 'news', { role: 'committee' }, at)
      : {}),
    ...(TOLD.includes(after.at) ? owedMail(after, 'news', { provider: after.about.provider }, at) : {}),
    ...(after.at === 'notifying' && sentBy ? owedMail(after, 'notice', { person: sentBy }, at) : {}),
  };
};
