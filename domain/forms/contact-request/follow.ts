import type { Instant } from '../../calendar/period.ts';
import type { MailName } from '../../mails/mail.ts';
import { owedMail } from '../../mails/owed-mail.ts';
import type { Act } from '../../process/apply-act.ts';
import type { ContactHead, Head, Owed } from '../../submission/head.ts';
import type { Actor } from '../../submission/log.ts';
import type { ContactAbout } from './about.ts';
import { afterReaction } from './mailbox-limits.ts';

/** What comes with an act: to whom the case goes, how it ended. */
export interface Particulars {
  assignTo?: string | undefined;
  outcome?: string | undefined;
}

/** "There is news" for the family, if it left an address. */
export const mailToFamily = (head: ContactHead, mail: MailName, at: Instant): Record<string, Owed> =>
  head.about.hasMailAddress ? owedMail(head, mail, { family: true }, at) : {};

/** A mail to the one who is responsible and to whoever stands in for them, or to the coordinators while nobody is. */
export const mailToOffice = (head: Head, mail: MailName, at: Instant): Record<string, Owed> => {
  const { responsible: person } = head;
  return owedMail(head, mail, person ? { person, withDeputies: true } : { role: 'coordinator' }, at);
};

const entrusted = (before: ContactHead, after: ContactHead, deed: Act, by: Actor): ContactAbout => {
  const { consentAskedBy, ...about } = before.about;
  // Who gives a case away needs no consent any more, and what is withdrawn nobody reads: the family is not asked.
  const answered = ['reassign', 'withdrawn'].includes(after.at);
  const asked = consentAskedBy && !answered ? { consentAskedBy } : {};
  const accepts = deed.kind === 'action' && deed.action === 'accept' && 'person' in by;
  if (!accepts) return { ...about, ...asked };
  const acceptances = [...(about.acceptances ?? []), { person: by.person, at: after.since }];
  return { ...about, ...asked, entrustedTo: about.entrustedTo ?? by.person, acceptances };
};

/** A case changes hands where it is to be accepted, and nowhere else, whatever comes with an act. */
const responsibleAfter = (before: Head, after: Head, { assignTo }: Particulars) => {
  if (after.at === 'reassign') return undefined;
  return after.at === 'accept' && assignTo ? assignTo : before.responsible;
};

const outcomeAfter = (after: Head, deed: Act, { outcome }: Particulars) => {
  if (after.at !== 'closed') return undefined;
  return deed.kind === 'overdue' ? 'idle' : outcome;
};

const mailsOwed = (before: ContactHead, after: ContactHead, deed: Act, at: Instant): Record<string, Owed> => {
  if (after.visit === before.visit) return mailToOffice(after, 'reminder', at);
  if (after.at === 'accept') return mailToOffice(after, 'assigned', at);
  if (after.at === 'reassign') return mailToOffice(after, 'escalation', at);
  const byFamily = deed.kind === 'action' && deed.as === 'family';
  return byFamily ? mailToOffice(after, 'news', at) : mailToFamily(after, 'news', at);
};

/**
 * What an act on a contact request brings with it beside the new position: who is responsible, to whom the content is
 * entrusted (§ 65 SGB VIII), which mails are owed.
 * @param before the head before, @param placed the head in its new position.
 */
export const followContactRequest = (
  before: ContactHead,
  placed: ContactHead,
  deed: Act,
  { at, by, particulars = {} }: { at: Instant; by: Actor; particulars?: Particulars },
): { head: ContactHead; owed: Record<string, Owed> } => {
  const { responsible: _gone, ...rest } = placed;
  const responsible = responsibleAfter(before, placed, particulars);
  const outcome = outcomeAfter(placed, deed, particulars);
  const head: ContactHead = {
    ...rest,
    ...(responsible && { responsible }),
    about: {
      ...entrusted(before, placed, deed, by),
      ...('person' in by && afterReaction(before.about)),
      ...(outcome && { outcome }),
    },
  };
  return { head, owed: mailsOwed(before, head, deed, at) };
};
