import arRequest from '../../domain/languages/ar/contact-request.json' with { type: 'json' };
import arFamilies from '../../domain/languages/ar/families.json' with { type: 'json' };
import arMailbox from '../../domain/languages/ar/mailbox.json' with { type: 'json' };
import arMails from '../../domain/languages/ar/mails.json' with { type: 'json' };
import arPrivacy from '../../domain/languages/ar/privacy.json' with { type: 'json' };
import arProblems from '../../domain/languages/ar/problems.json' with { type: 'json' };
import arSurvey from '../../domain/languages/ar/survey.json' with { type: 'json' };
import arSurveyPage from '../../domain/languages/ar/survey-page.json' with { type: 'json' };
import activityWords from '../../domain/languages/de/activities.json' with { type: 'json' };
import amendmentsWords from '../../domain/languages/de/amendments.json' with { type: 'json' };
import apiWords from '../../domain/languages/de/api.json' with { type: 'json' };
import applicationsWords from '../../domain/languages/de/applications.json' with { type: 'json' };
import formWords from '../../domain/languages/de/budget-application.json' with { type: 'json' };
import committeeWords from '../../domain/languages/de/committee.json' with { type: 'json' };
import deRequest from '../../domain/languages/de/contact-request.json' with { type: 'json' };
import distributionWords from '../../domain/languages/de/distribution.json' with { type: 'json' };
import deFamilies from '../../domain/languages/de/families.json' with { type: 'json' };
import goalWords from '../../domain/languages/de/goals.json' with { type: 'json' };
import deMailbox from '../../domain/languages/de/mailbox.json' with { type: 'json' };
import deMails from '../../domain/languages/de/mails.json' with { type: 'json' };
import officeWords from '../../domain/languages/de/office.json' with { type: 'json' };
import paymentWords from '../../domain/languages/de/payments.json' with { type: 'json' };
import portalWords from '../../domain/languages/de/portal.json' with { type: 'json' };
import dePrivacy from '../../domain/languages/de/privacy.json' with { type: 'json' };
import deProblems from '../../domain/languages/de/problems.json' with { type: 'json' };
import proofWords from '../../domain/languages/de/proofs.json' with { type: 'json' };
import questionWords from '../../domain/languages/de/survey.json' with { type: 'json' };
import institutionWords from '../../domain/languages/de/survey-institutions.json' with { type: 'json' };
import deSurveyPage from '../../domain/languages/de/survey-page.json' with { type: 'json' };
import surveyWords from '../../domain/languages/de/surveys.json' with { type: 'json' };

const german = {
  ...deFamilies,
  ...deRequest,
  ...deMailbox,
  ...dePrivacy,
  ...questionWords,
  ...deSurveyPage,
};
const arabic = {
  ...arFamilies,
  ...arRequest,
  ...arMailbox,
  ...arPrivacy,
  ...arSurvey,
  ...arSurveyPage,
};

/** A language that the whole way is gone in. */
export type Spoken = 'de' | 'ar';
export type Word = keyof typeof german & keyof typeof arabic;

/** The families' texts: a test looks for what stands in them, so that better words break no test. */
export const words: Record<Spoken, Record<Word, string>> = { de: german, ar: arabic };
export const problems: Record<Spoken, Record<keyof typeof deProblems & keyof typeof arProblems, string>> = {
  de: deProblems,
  ar: arProblems,
};
export const mails: Record<Spoken, Record<keyof typeof deMails & keyof typeof arMails, string>> = {
  de: deMails,
  ar: arMails,
};
/** The portal's texts. */
export const portal = portalWords;
/** The texts of the pages of providers and Kitas, and the labels of the application. */
export const applications = applicationsWords;
export const form = formWords;
/** The texts of the office's pages. */
/** What the API answers with when it refuses. */
export const api = apiWords;
export const office = officeWords;
/** The texts of the distribution's pages. */
export const distribution = distributionWords;
/** The texts of amendments. */
export const amendments = amendmentsWords;
/** The texts of the committee's pages. */
export const committee = committeeWords;

const wordsOf = (texts: Record<string, string>) =>
  Object.values(texts)
    .flatMap((text) => text.match(/[A-Za-zÄÖÜäöüß]{3,}/g) ?? [])
    .map((word) => word.toLowerCase());

const knownInArabic = new Set(wordsOf({ ...arabic, ...arProblems }));

/** Every word of the German texts that no Arabic text has, in small letters. */
export const germanOnly: ReadonlySet<string> = new Set(
  wordsOf({ ...german, ...deProblems }).filter((word) => !knownInArabic.has(word)),
);
/** The texts of the payments' pages. */
export const payments = paymentWords;
/** The texts of the pages of the needs survey, and its questions. */
export const surveys = surveyWords;
export const questions = { ...questionWords, ...institutionWords };
/** The texts of the pages about proofs of use. */
export const proofs = proofWords;
/** The texts of the pages about goals, and about activities. */
export const goals = goalWords;
export const activities = activityWords;
