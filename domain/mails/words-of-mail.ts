import type { Language } from '../languages/language.ts';
import { say } from '../languages/words.ts';
import type { MailAudience, MailName } from './mail.ts';

/** A mail's subject and text: neutral for families, without content, id or code for everybody. */
export interface MailWords {
  subject: string;
  text: string;
}

/** Which mails go to whom: a family only learns that something arrived or that there is news. */
export const mailsFor: Record<MailAudience, readonly MailName[]> = {
  family: ['received', 'news'],
  staff: ['assigned', 'news', 'reminder', 'ending', 'escalation', 'unstaffed', 'cosign', 'notice'],
};

/** The words of a mail in the language of the one who gets it, with the one link it has. */
export const wordsOfMail = (
  mail: MailName,
  audience: MailAudience,
  language: Language,
  link: string,
): MailWords => ({
  subject: say(language, 'mails', audience === 'family' ? 'family.subject' : `staff.${mail}.subject`),
  text: say(language, 'mails', `${audience}.${mail}`, { link }),
});
