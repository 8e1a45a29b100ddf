import type { Instant } from '../calendar/period.ts';
import type { Head, Owed } from '../submission/head.ts';
import type { MailName } from './mail.ts';

/** To whom a mail is owed: a person, everyone with a role, those who act for a provider or a Kita, the family. */
export type Recipient = (Owed & { do: 'mail' })['to'];

const nameOf = (to: Recipient): string => {
  if ('person' in to) return to.person;
  if ('role' in to) return to.role;
  if ('provider' in to) return `provider-${to.provider}`;
  return 'kita' in to ? `kita-${to.kita}` : 'family';
};

/** A mail that is owed, under a name that is the same however often it is owed. */
export const owedMail = (head: Head, mail: MailName, to: Recipient, at: Instant): Record<string, Owed> => ({
  [`mail-${mail}-${head.log.n}-${nameOf(to)}`]: { do: 'mail', mail, to, at },
});
