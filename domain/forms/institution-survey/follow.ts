import type { Instant } from '../../calendar/period.ts';
import { owedMail, type Recipient } from '../../mails/owed-mail.ts';
import type { Act } from '../../process/apply-act.ts';
import type { Owed } from '../../submission/head.ts';
import type { Followed } from '../circumstances.ts';
import type { InstitutionAbout } from './about.ts';
import { fillDates } from './follow-dates.ts';
import type { InstitutionCircumstances, InstitutionHead } from './particulars.ts';

/** Everybody who fills in for the institution. */
export const recipientOf = ({ form, about }: InstitutionHead): Recipient =>
  form === 'kita-survey' ? { kita: about.unit } : { provider: about.unit };

const said = (
  before: InstitutionHead,
  placed: InstitutionHead,
  { particulars = {} }: InstitutionCircumstances,
): InstitutionAbout => {
  const { reopened: wasOpen, ...about } = before.about;
  const { note, sent } = particulars;
  const reopened =
    placed.at === 'corrections' ? (note?.fields?.map(({ path }) => path) ?? wasOpen) : undefined;
  return {
    ...about,
    notes: about.notes + (note ? 1 : 0),
    sent: about.sent + (sent ? 1 : 0),
    ...(reopened && { reopened }),
  };
};

/** Who has answered is never reminded: told once of what was returned, and that it is accepted. */
const mailsAfter = (before: InstitutionHead, after: InstitutionHead, at: Instant): Record<string, Owed> => {
  if (after.visit === before.visit)
    return after.at === 'fill'
      ? owedMail(after, 'ending', recipientOf(after), at)
      : owedMail(after, 'reminder', { role: 'coordinator' }, at);
  if (after.at === 'corrections') return owedMail(after, 'assigned', recipientOf(after), at);
  return after.at === 'accepted' ? owedMail(after, 'news', recipientOf(after), at) : {};
};

/**
 * What an act on an institution's answers brings with it: what was sent and returned, when it is looked at next, and whom that
 * concerns. The coordinator has a list of what is to be checked, and no mail for each.
 * @param placed the head in its new position
 */
export const followInstitutionSurvey = <H extends InstitutionHead>(
  before: H,
  placed: H,
  _act: Act,
  circumstances: InstitutionCircumstances,
): Followed<H> => {
  const about = said(before, placed, circumstances);
  const dates = placed.at === 'fill' ? fillDates(about.until, circumstances.at) : {};
  const head = { ...placed, ...dates, about };
  return { head, owed: mailsAfter(before, head, circumstances.at) };
};
