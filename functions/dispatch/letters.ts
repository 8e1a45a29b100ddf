import { isGone } from '../../domain/forms/contact-request/access.ts';
import type { Language } from '../../domain/languages/language.ts';
import type { MailName } from '../../domain/mails/mail.ts';
import { wordsOfMail } from '../../domain/mails/words-of-mail.ts';
import type { ContactHead, Head, Owed } from '../../domain/submission/head.ts';
import type { Letter } from '../gateways/postman.ts';
import { readMailAddress, readWrappedKey } from '../store/sealed-items.ts';
import type { DispatchDeps } from './deps.ts';

type OwedMail = Owed & { do: 'mail' };

/** Where a family's mailbox and the portal are, under SITE_URL. No id, no code: whoever reads the mail learns nothing. */
const MAILBOX = '/postfach';
const PORTAL = '/portal/';

const toFamily = async (deps: DispatchDeps, head: ContactHead, mail: MailName) => {
  if (isGone(head, deps.clock.now())) return undefined;
  const [sealed, wrapped] = await Promise.all([
    readMailAddress(deps.store, head.id),
    readWrappedKey(deps.store, head.id, 'MAIL'),
  ]);
  if (!sealed || !wrapped) return undefined;
  const { language } = head.about;
  return {
    to: await deps.sealer.open({ case: head.id, to: 'mail' }, 'MAIL', sealed, wrapped),
    language,
    ...wordsOfMail(mail, 'family', language, `${deps.siteUrl}${MAILBOX}?lang=${language}`),
  };
};

const toPerson = async (deps: DispatchDeps, id: string, mail: MailName) => {
  const person = (await deps.registers.people()).find((one) => one.id === id);
  if (!person) return undefined;
  const language: Language = person.language;
  return {
    to: person.email,
    language,
    ...wordsOfMail(mail, 'staff', language, `${deps.siteUrl}${PORTAL}`),
  };
};

/** The letter for an owed mail, in the language of the one who gets it; undefined when there is nobody to write to. */
export const letterFor = async (
  deps: DispatchDeps,
  head: Head,
  owed: OwedMail,
): Promise<Letter | undefined> => {
  const { to, mail } = owed;
  const write = () => {
    if ('person' in to) return toPerson(deps, to.person, mail);
    return 'family' in to && head.form === 'contact-request' ? toFamily(deps, head, mail) : undefined;
  };
  const letter = await write();
  return letter && { from: (await deps.registers.county()).mailFrom, ...letter };
};
