import * as z from 'zod/mini';
import { tariffRise } from '../amendments/bulk-rise.ts';
import { frameSetting } from '../budget/set-frame.ts';
import { offeredFile } from '../files/attachment.ts';
import { budgetApplicationDraft } from '../forms/budget-application/draft.ts';
import { budgetApplicationExample } from '../forms/budget-application/example.ts';
import { committeeSessionDraft } from '../forms/committee-session/answers.ts';
import { committeeSessionExample } from '../forms/committee-session/example.ts';
import { contactRequestAnswers } from '../forms/contact-request/answers.ts';
import { contactRequestExample } from '../forms/contact-request/example.ts';
import { institutionAnswers } from '../forms/institution-survey/answers.ts';
import { kitaSurveyExample } from '../forms/kita-survey/example.ts';
import { proofOfUseDraft } from '../forms/proof-of-use/answers.ts';
import { proofOfUseExample } from '../forms/proof-of-use/example.ts';
import { providerSurveyExample } from '../forms/provider-survey/example.ts';
import { surveyRoundAnswers } from '../forms/survey-round/answers.ts';
import { surveyRoundExample } from '../forms/survey-round/example.ts';
import { goalExample } from '../goals/example.ts';
import type { FunctionName } from '../sealed/rights.ts';
import { surveyExample } from '../survey/example.ts';
import * as activities from './activities.ts';
import * as budget from './budget.ts';
import * as committee from './committee.ts';
import * as distribution from './distribution.ts';
import * as documents from './documents.ts';
import * as families from './families.ts';
import * as goals from './goals.ts';
import * as imports from './imports.ts';
import * as payments from './payments.ts';
import * as portal from './portal.ts';
import * as proof from './proof.ts';
import { statisticsAnswer } from './statistics.ts';
import * as survey from './survey.ts';
import * as results from './survey-results.ts';
import * as surveys from './survey-rounds.ts';
import * as rises from './tariff-rises.ts';

/** Who may call: anybody, the holder of a receipt code, or somebody who logged in. */
export type Access = 'open' | 'receipt' | 'login';

export interface Route {
  method: 'GET' | 'PUT' | 'POST';
  path: string;
  function: FunctionName;
  access: Access;
  /** What it is for, in the OpenAPI document. */
  summary: string;
  query?: readonly string[];
  /** Headers that it knows beside those of every route. */
  headers?: readonly string[];
  body?: z.ZodMiniType;
  example?: unknown;
  answer?: z.ZodMiniType;
  /** What it refuses with beside what its method, body and query make it refuse with. */
  refuses?: readonly (409 | 422)[];
  /** Status of success; a repeat of what answered 201 answers 200. */
  status?: 200 | 201 | 202 | 204;
}

const riseExample = {
  year: 2027,
  from: '2027-04-01',
  rules: [{ percent: 280 }, { payGroup: 'S 12', percent: 300, amount: 12_000 }],
};

const SUBMISSION = '/api/submissions/{id}';
const APPLICATION = '/api/budget-applications/{id}';
const BUDGET = '/api/budgets/{year}';
const CORRECTIONS = '/api/budgets/{year}/corrections';
const DISTRIBUTION = '/api/distributions/{year}';
const GOAL = '/api/goals/{id}';
const IMPORT = '/api/imports/{id}';
const EXPORT = '/api/payment-exports/{id}';
const SESSION = '/api/committee-sessions/{id}';
const PROOF = '/api/proofs-of-use/{id}';
const SURVEY = '/api/surveys/{survey}';
const ROUND = '/api/survey-rounds/{id}';
const KITA_SURVEY = '/api/kita-surveys/{id}';
const PROVIDER_SURVEY = '/api/provider-surveys/{id}';

/** Every route there is: the gateway in AWS, the one on one machine and the OpenAPI document are made from it. */
export const routes = [
  {
    method: 'GET',
    path: '/api/openapi.json',
    function: 'families',
    access: 'open',
    summary: 'This document',
    answer: z.record(z.string(), z.unknown()),
  },
  {
    method: 'GET',
    path: '/api/county',
    function: 'families',
    access: 'open',
    summary: 'Name, texts, languages, municipalities and emergency numbers of the county',
    answer: families.countyAnswer,
  },
  {
    method: 'GET',
    path: '/api/kitas',
    function: 'families',
    access: 'open',
    summary: 'Find a Kita by name or place',
    query: ['q', 'municipality', 'cursor'],
    answer: families.kitasAnswer,
  },
  {
    method: 'GET',
    path: '/api/responsible',
    function: 'families',
    access: 'open',
    summary: 'Who is responsible for a Kita, or for a municipality, today or on a day of the next two weeks',
    query: ['kita', 'municipality', 'on'],
    answer: families.responsibleAnswer,
  },
  {
    method: 'PUT',
    path: '/api/contact-requests/{id}',
    function: 'families',
    access: 'open',
    summary:
      'Send a contact request; sending the same twice is harmless. With an Idempotency-Key, a secret of the sender, nobody else who knows the request is told its receipt code by repeating it',
    headers: ['Idempotency-Key'],
    body: contactRequestAnswers,
    example: contactRequestExample,
    answer: families.contactRequestReceipt,
    status: 201,
  },
  {
    method: 'GET',
    path: '/api/mailbox',
    function: 'families',
    access: 'receipt',
    summary: 'Status and messages of a case',
    answer: families.mailboxAnswer,
  },
  {
    method: 'POST',
    path: '/api/mailbox/messages',
    function: 'families',
    access: 'receipt',
    summary: 'Write to the responsible person',
    body: families.newMessage,
    example: { id: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6a', text: 'Mittwoch nach 14 Uhr passt mir gut.' },
    answer: families.mailboxMessage,
    status: 201,
  },
  {
    method: 'POST',
    path: '/api/mailbox/withdrawal',
    function: 'families',
    access: 'receipt',
    summary: 'Withdraw the request',
    answer: families.mailboxAnswer,
  },
  {
    method: 'POST',
    path: '/api/mailbox/consent',
    function: 'families',
    access: 'receipt',
    summary: 'Let a new responsible person read earlier messages, or not',
    body: families.consentAnswer,
    example: { allow: true, person: 'Bernd Probe' },
    answer: families.mailboxAnswer,
  },
  {
    method: 'POST',
    path: '/api/mailbox/receipt',
    function: 'families',
    access: 'receipt',
    summary: 'Replace the receipt code; repeating it with the same id answers the same code',
    body: families.replacement,
    example: { id: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6d' },
    answer: families.replacedReceipt,
  },
  {
    method: 'GET',
    path: SURVEY,
    function: 'families',
    access: 'open',
    summary: 'What the link of a needs survey leads to, with a token to answer once',
    answer: survey.surveyAnswer,
  },
  {
    method: 'PUT',
    path: `${SURVEY}/answers/{answer}`,
    function: 'families',
    access: 'open',
    summary:
      'Answer a needs survey; sending the same twice is harmless. The id is random (UUIDv4): it tells no time',
    body: survey.sentAnswers,
    example: { token: 'c3VydmV5LXRva2VuLTAwMQ', answers: surveyExample },
    answer: survey.keptAnswers,
    status: 201,
  },
  {
    method: 'PUT',
    path: `${ROUND}/answers/{answer}`,
    function: 'survey',
    access: 'login',
    summary: 'Enter an answer on paper, or what a child pointed at; sending the same twice is harmless',
    body: survey.enteredAnswers,
    example: { group: 'parents', unit: 'kita:biebelnheim', answers: surveyExample },
    answer: survey.keptAnswers,
    status: 201,
  },
  {
    method: 'GET',
    path: `${ROUND}/returns`,
    function: 'survey',
    access: 'login',
    summary: 'How many have answered, by unit and group; nothing of what they answered',
    query: ['cursor'],
    answer: survey.returnsAnswer,
  },
  {
    method: 'GET',
    path: `${ROUND}/recount`,
    function: 'survey',
    access: 'login',
    summary: 'Whether what was counted is what the answers come to',
    query: ['cursor'],
    answer: survey.recountAnswer,
  },
  {
    method: 'GET',
    path: '/api/surveys',
    function: 'survey',
    access: 'login',
    summary: 'The rounds of the needs survey whose results can be read, the newest first',
    answer: results.surveysAnswer,
  },
  {
    method: 'GET',
    path: `${SURVEY}/results`,
    function: 'survey',
    access: 'login',
    summary:
      'The results of an evaluated round: a group (`group`) in the county or in one area (`unit`), beside the round before, and what they were counted from; with `question` how each part answered it',
    query: ['group', 'unit', 'question'],
    answer: results.resultsAnswer,
  },
  {
    method: 'GET',
    path: `${SURVEY}/texts`,
    function: 'survey',
    access: 'login',
    summary: 'What people wrote in own words, for the coordinator alone, where enough have answered',
    query: ['group', 'unit', 'cursor'],
    answer: results.textsAnswer,
  },
  {
    method: 'POST',
    path: '/api/exports',
    function: 'documents',
    access: 'login',
    summary:
      'Order all results of a round as a file (CSV, XLSX, PDF); the id is made by the sender, the same again is harmless',
    body: results.exportOrder,
    example: {
      id: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6d',
      kind: 'survey-results',
      round: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6e',
      format: 'xlsx',
    },
    answer: results.orderedExport,
    status: 202,
  },
  {
    method: 'GET',
    path: '/api/exports/{id}',
    function: 'documents',
    access: 'login',
    summary: 'A link to the ordered file, for a minute',
    answer: results.exportAnswer,
  },
  {
    method: 'GET',
    path: '/api/me',
    function: 'portal',
    access: 'login',
    summary: 'Who I am and what I may do',
    answer: portal.meAnswer,
  },
  {
    method: 'GET',
    path: '/api/tasks',
    function: 'portal',
    access: 'login',
    summary: 'What I must do now, soonest due first',
    query: ['cursor'],
    answer: portal.submissionList,
  },
  {
    method: 'GET',
    path: '/api/submissions',
    function: 'portal',
    access: 'login',
    summary: 'Submissions that I may see',
    query: ['form', 'state', 'kita', 'year', 'cursor'],
    answer: portal.submissionList,
  },
  {
    method: 'GET',
    path: SUBMISSION,
    function: 'portal',
    access: 'login',
    summary: 'One submission',
    answer: portal.submissionAnswer,
  },
  {
    method: 'GET',
    path: `${SUBMISSION}/log`,
    function: 'portal',
    access: 'login',
    summary: 'What happened to it, and by whom',
    answer: portal.logAnswer,
  },
  {
    method: 'GET',
    path: `${SUBMISSION}/candidates`,
    function: 'portal',
    access: 'login',
    summary: 'To whom the coordinator may give the case',
    answer: portal.candidatesAnswer,
  },
  {
    method: 'POST',
    path: `${SUBMISSION}/decisions`,
    function: 'portal',
    access: 'login',
    summary: 'Decide the step that is open',
    body: portal.decision,
    example: { step: 'accept', action: 'accept', version: 2 },
    answer: portal.decisionAnswer,
  },
  {
    method: 'PUT',
    path: APPLICATION,
    function: 'portal',
    access: 'login',
    summary:
      'Save the draft of a budget application, or corrections while queries are open. If-Match names the saved state that it was made from',
    headers: ['If-Match'],
    body: budgetApplicationDraft,
    example: budgetApplicationExample,
    answer: budget.savedAnswer,
    status: 201,
  },
  {
    method: 'GET',
    path: APPLICATION,
    function: 'portal',
    access: 'login',
    summary: 'The file of a budget application, as far as I may see it',
    query: ['version'],
    answer: budget.applicationFile,
  },
  {
    method: 'POST',
    path: `${APPLICATION}/submission`,
    function: 'portal',
    access: 'login',
    summary: 'Submit a saved draft, or send saved corrections',
    body: budget.submission,
    example: { saved: 1 },
    answer: portal.decisionAnswer,
  },
  {
    method: 'POST',
    path: `${APPLICATION}/amendments`,
    function: 'portal',
    access: 'login',
    summary:
      'Begin an amendment of a grant: a draft of the provider, or filed by the office of its own accord',
    body: budget.newAmendment,
    example: {
      id: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6b',
      reason: 'vacancy',
      from: '2027-04-01',
      changes: [{ kind: 'vacancy', position: 'kita-sozialarbeit', from: '2027-04-01', to: '2027-06-30' }],
    },
    answer: budget.begunAmendment,
    refuses: [409],
    status: 201,
  },
  {
    method: 'POST',
    path: '/api/tariff-rises/{id}/preview',
    function: 'portal',
    access: 'login',
    summary: 'What a tariff rise would make of every grant of a year',
    body: tariffRise,
    example: riseExample,
    answer: rises.risePreview,
    refuses: [409],
  },
  {
    method: 'POST',
    path: '/api/tariff-rises/{id}/amendments',
    function: 'portal',
    access: 'login',
    summary: 'Make the amendments of a tariff rise, some at each call; each grant takes part once',
    body: tariffRise,
    example: riseExample,
    answer: rises.riseProgress,
    refuses: [409],
  },
  {
    method: 'POST',
    path: `${APPLICATION}/cosignatures`,
    function: 'portal',
    access: 'login',
    summary: 'Co-sign an application for a Kita, or say that it does not agree',
    body: budget.cosignature,
    example: { kita: 'biebelnheim', agrees: true },
    status: 204,
  },
  {
    method: 'POST',
    path: `${APPLICATION}/attachments`,
    function: 'documents',
    access: 'login',
    summary: 'Attach a PDF: answers the form to upload it with',
    body: offeredFile,
    example: { name: 'Stellenplan.pdf', size: 48_213 },
    answer: documents.uploadAnswer,
    status: 201,
  },
  {
    method: 'POST',
    path: `${APPLICATION}/attachments/{file}/check`,
    function: 'documents',
    access: 'login',
    summary: 'Look at what was uploaded, and say what became of it',
    answer: documents.checkedAnswer,
  },
  {
    method: 'GET',
    path: `${APPLICATION}/attachments/{file}`,
    function: 'documents',
    access: 'login',
    summary: 'A link to a file that was found clean, for a minute',
    answer: documents.linkAnswer,
    // It is not looked at yet, or was not taken.
    refuses: [409],
  },
  {
    method: 'POST',
    path: `${APPLICATION}/attachments/{file}/removal`,
    function: 'documents',
    access: 'login',
    summary: 'Take a file away that no sent version names',
    status: 204,
    // The query did not open the files.
    refuses: [422],
  },
  {
    method: 'GET',
    path: BUDGET,
    function: 'portal',
    access: 'login',
    summary:
      'The frame of a year, what is requested, reserved and committed, and whether all entries say the same',
    answer: budget.budgetAnswer,
  },
  {
    method: 'PUT',
    path: BUDGET,
    function: 'portal',
    access: 'login',
    summary:
      "Enter the state's figure and voluntary money of a year; If-Match names the version that was seen",
    headers: ['If-Match'],
    body: frameSetting,
    example: { state: 'in-force', figure: 133_920_900, voluntary: 11_798_500 },
    answer: budget.budgetAnswer,
  },
  {
    method: 'GET',
    path: `${BUDGET}/overview`,
    function: 'portal',
    access: 'login',
    summary: "How far a year's money has come, by purpose, social area and provider",
    answer: budget.overviewAnswer,
  },
  {
    method: 'GET',
    path: `${BUDGET}/overview/applications`,
    function: 'portal',
    access: 'login',
    summary:
      'The applications behind a line of the overview, and what of each is in it; their entries are found by `submission`. A page may hold fewer than it could',
    query: ['by', 'key', 'cursor'],
    answer: budget.behindAnswer,
  },
  {
    method: 'GET',
    path: `${BUDGET}/closing`,
    function: 'portal',
    access: 'login',
    summary:
      'What a year was closed with, or would be closed with now: the settlement with the state, what goes back and on, and what cannot be settled yet',
    answer: budget.closingAnswer,
  },
  {
    method: 'GET',
    path: `${BUDGET}/entries`,
    function: 'portal',
    access: 'login',
    summary:
      'The ledger of a year, newest first; of one account, purpose, provider or application. A page may hold fewer than it could',
    query: ['cursor', 'account', 'purpose', 'provider', 'submission'],
    answer: budget.entriesAnswer,
  },
  {
    method: 'GET',
    path: CORRECTIONS,
    function: 'portal',
    access: 'login',
    summary: 'What was proposed to be corrected in the ledger of a year, last first, open and done',
    query: ['cursor'],
    answer: budget.correctionsAnswer,
  },
  {
    method: 'POST',
    path: CORRECTIONS,
    function: 'portal',
    access: 'login',
    summary:
      'Propose to take an entry back, wholly or in part. It moves nothing until another person confirms it; sending the same twice is harmless',
    body: budget.newCorrection,
    example: {
      id: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6e',
      corrects: 'frame.2027.1.1',
      amounts: { state: 1_200_00, county: 800_00, voluntary: 0 },
      reason: 'Zahlendreher beim Landesbetrag',
    },
    answer: budget.correctionItem,
    status: 201,
  },
  {
    method: 'POST',
    path: `${CORRECTIONS}/{id}/confirmation`,
    function: 'portal',
    access: 'login',
    summary: 'Confirm what another person proposed: the counter-entry is written',
    answer: budget.correctionItem,
  },
  {
    method: 'POST',
    path: `${CORRECTIONS}/{id}/rejection`,
    function: 'portal',
    access: 'login',
    summary: 'Reject what another person proposed, with a reason',
    body: budget.rejection,
    example: { reason: 'Die Buchung stimmt; gemeint ist eine andere.' },
    answer: budget.correctionItem,
  },
  {
    method: 'GET',
    path: DISTRIBUTION,
    function: 'portal',
    access: 'login',
    summary:
      "How a year's budget would be distributed over the Kitas, scenario by scenario, and what was resolved; each share explained",
    answer: distribution.distributionAnswer,
  },
  {
    method: 'PUT',
    path: `${DISTRIBUTION}/scenarios/{id}`,
    function: 'portal',
    access: 'login',
    summary:
      'Add a scenario of the distribution: a sum, a version of the concept, imported indicators, and what is tried beside the concept',
    body: distribution.newScenario,
    example: {
      name: 'Wie im Konzept',
      concept: 'Konzept Sozialraumbudget 2026 (Vorführung)',
      sum: 2_232_015_00,
      import: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6f',
    },
    answer: distribution.savedScenario,
    status: 201,
  },
  {
    method: 'POST',
    path: `${DISTRIBUTION}/scenarios/{id}/withdrawal`,
    function: 'portal',
    access: 'login',
    summary: 'Withdraw a scenario that was not resolved: it is not compared any more',
    answer: distribution.distributionAnswer,
  },
  {
    method: 'POST',
    path: `${DISTRIBUTION}/resolution`,
    function: 'portal',
    access: 'login',
    summary:
      'Record which scenario the Jugendhilfeausschuss resolved, and when. If-Match counts the resolutions that were seen; the last one holds',
    headers: ['If-Match'],
    body: distribution.newResolution,
    example: { scenario: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b70', resolvedOn: '2026-04-22' },
    answer: distribution.distributionAnswer,
    // Somebody was faster.
    refuses: [409],
  },
  {
    method: 'GET',
    path: `${DISTRIBUTION}/shares`,
    function: 'portal',
    access: 'login',
    summary:
      'The explained shares of Kitas in the distribution that was resolved: the office all, providers and Kitas their own',
    query: ['kitas'],
    answer: distribution.sharesAnswer,
  },
  {
    method: 'GET',
    path: '/api/goals',
    function: 'portal',
    access: 'login',
    summary: "The county's goals of a year, with fine goals, measures and what came of them",
    query: ['year'],
    answer: goals.goalList,
  },
  {
    method: 'PUT',
    path: GOAL,
    function: 'portal',
    access: 'login',
    summary:
      'Save a goal with everything that hangs on it; each save is a version that stays. If-Match names the version that it was made from',
    headers: ['If-Match'],
    body: goals.goal,
    example: goalExample,
    answer: goals.goalAnswer,
  },
  {
    method: 'GET',
    path: GOAL,
    function: 'portal',
    access: 'login',
    summary: 'A goal as it stands, or as a version says, and who saved it when',
    query: ['version'],
    answer: goals.goalAnswer,
  },
  {
    method: 'GET',
    path: '/api/activity-counts',
    function: 'portal',
    access: 'login',
    summary:
      'How often social workers did what in a year: a worker the own months, the coordinator sums by month, municipality and Kita, head and auditor the sums of the county',
    query: ['year'],
    answer: activities.activityAnswer,
  },
  {
    method: 'PUT',
    path: '/api/activity-counts/{id}',
    function: 'portal',
    access: 'login',
    summary:
      'Count a month in an own Kita; the id is both, such as 2026-03.biebelnheim. If-Match names the version that was seen. Until the year is closed it may be corrected',
    headers: ['If-Match'],
    body: activities.countsSent,
    example: { counts: { advice: 14, accompanying: 3, group: 2, network: 1 } },
    answer: activities.countsSaved,
  },
  {
    method: 'PUT',
    path: '/api/activity-reports/{year}',
    function: 'portal',
    access: 'login',
    summary:
      "Close a year's counts, so that its report stays as it is, or open them again. If-Match names the version that was seen",
    headers: ['If-Match'],
    body: activities.reportSetting,
    example: { closed: true },
    answer: activities.activityAnswer,
  },
  {
    method: 'POST',
    path: IMPORT,
    function: 'documents',
    access: 'login',
    summary:
      'Import a table (CSV or XLSX): answers the form to upload it with. The id is made by the browser; offering the same again is harmless',
    body: imports.offered,
    example: { kind: 'indicators', name: 'Indikatoren 2027.xlsx', size: 12_345 },
    answer: imports.offeredAnswer,
    status: 201,
  },
  {
    method: 'POST',
    path: `${IMPORT}/reading`,
    function: 'documents',
    access: 'login',
    summary:
      'Read what was uploaded, all or nothing: every fault is told with row and column. Reading again answers the same',
    answer: imports.importAnswer,
    // It is not uploaded yet.
    refuses: [409],
  },
  {
    method: 'GET',
    path: '/api/imports',
    function: 'portal',
    access: 'login',
    summary: 'What was imported of a kind, last first',
    query: ['kind'],
    answer: imports.importsAnswer,
  },
  {
    method: 'GET',
    path: `${APPLICATION}/payments`,
    function: 'portal',
    access: 'login',
    summary: 'What is paid of a grant when, and to which account: for its provider and the office',
    answer: payments.grantAnswer,
  },
  {
    method: 'POST',
    path: `${APPLICATION}/advances`,
    function: 'portal',
    access: 'login',
    summary:
      "Plan monthly advances on an application that goes on from last year's grant, while the frame of its year is provisional",
    body: payments.newAdvances,
    example: { months: 2 },
    answer: payments.grantAnswer,
  },
  {
    method: 'POST',
    path: `${APPLICATION}/payee`,
    function: 'portal',
    access: 'login',
    summary:
      'Another account for a grant. It waits as long as the county wants, and holds when a second person has confirmed it',
    body: payments.payeeChange,
    example: { holder: 'Verbandsgemeinde Alzey-Land', iban: 'DE02120300000000202051' },
    answer: payments.grantAnswer,
  },
  {
    method: 'POST',
    path: `${APPLICATION}/payee/confirmation`,
    function: 'portal',
    access: 'login',
    summary: 'Confirm the account that waits, as another person than the one who entered it',
    body: payments.payeeAnswer,
    example: { iban: 'DE02120300000000202051' },
    answer: payments.grantAnswer,
  },
  {
    method: 'POST',
    path: `${APPLICATION}/payee/rejection`,
    function: 'portal',
    access: 'login',
    summary: 'Reject the account that waits: the old one stays',
    body: payments.payeeAnswer,
    example: { iban: 'DE02120300000000202051' },
    answer: payments.grantAnswer,
  },
  {
    method: 'POST',
    path: `${IMPORT}/booking`,
    function: 'portal',
    access: 'login',
    summary:
      'Enter the bookings of a file that was read, a part at a time. Each counts once; what fits no order, has another amount or comes twice is told and changes nothing',
    body: payments.bookingFrom,
    example: { from: 0 },
    answer: payments.bookingAnswer,
    // It was not read, or refused.
    refuses: [409],
  },
  {
    method: 'GET',
    path: '/api/payment-orders/{id}',
    function: 'portal',
    access: 'login',
    summary: 'A payment order: payee, account, amount, who certified and ordered it, and what became of it',
    answer: payments.paymentOrderFile,
  },
  {
    method: 'GET',
    path: '/api/payment-clarifications',
    function: 'portal',
    access: 'login',
    summary: 'Bookings that changed nothing and are to be clarified, and those that were clarified last',
    answer: payments.unclearAnswer,
  },
  {
    method: 'POST',
    path: '/api/payment-clarifications/{id}/answer',
    function: 'portal',
    access: 'login',
    summary: 'Say what became of a booking that changed nothing; it still changes nothing',
    body: payments.clarified,
    example: { reason: 'Gehört zu einer anderen Buchungsstelle.' },
    answer: payments.unclearItem,
  },
  {
    method: 'GET',
    path: '/api/payment-exports',
    function: 'portal',
    access: 'login',
    summary: 'What was handed over to the finance system, last first',
    answer: payments.exportsAnswer,
  },
  {
    method: 'POST',
    path: EXPORT,
    function: 'portal',
    access: 'login',
    summary:
      'Hand over every payment order that was ordered, each once, numbered without gaps. The same again goes on where it was interrupted, and answers what was done',
    answer: payments.exportAnswer,
    status: 201,
    refuses: [409, 422],
  },
  {
    method: 'GET',
    path: `${EXPORT}/file`,
    function: 'documents',
    access: 'login',
    summary: 'A link to the file for the finance system, the same bytes every time, for a minute',
    answer: documents.linkAnswer,
    // It is not complete yet.
    refuses: [409],
  },
  {
    method: 'PUT',
    path: SESSION,
    function: 'portal',
    access: 'login',
    summary:
      'Prepare a session of the committee: its day and the cases on its agenda. If-Match names the saved state that it was made from. A case is in one session only',
    headers: ['If-Match'],
    body: committeeSessionDraft,
    example: committeeSessionExample,
    answer: budget.savedAnswer,
    status: 201,
  },
  {
    method: 'GET',
    path: SESSION,
    function: 'portal',
    access: 'login',
    summary:
      'A session of the committee: its agenda with what a session learns of each case, and what was resolved',
    answer: committee.sessionFile,
  },
  {
    method: 'PUT',
    path: PROOF,
    function: 'portal',
    access: 'login',
    summary:
      'Save the draft of a proof of use, or corrections after a return. If-Match names the saved state that it was made from; the first has none, or 0',
    headers: ['If-Match'],
    body: proofOfUseDraft,
    example: proofOfUseExample,
    answer: budget.savedAnswer,
  },
  {
    method: 'GET',
    path: PROOF,
    function: 'portal',
    access: 'login',
    summary:
      'A proof of use with what it proves against: what was granted, paid, stated and recognised, part by part',
    query: ['version'],
    answer: proof.proofFile,
  },
  {
    method: 'POST',
    path: `${PROOF}/submission`,
    function: 'portal',
    access: 'login',
    summary: 'File a saved proof of use, or send saved corrections',
    body: budget.submission,
    example: { saved: 1 },
    answer: portal.decisionAnswer,
  },
  {
    method: 'GET',
    path: '/api/survey-rounds',
    function: 'portal',
    access: 'login',
    summary:
      'Rounds of the needs survey: for the office all, for a Kita or a provider those that ask it, with its last day, link and form',
    answer: surveys.myRounds,
  },
  {
    method: 'PUT',
    path: ROUND,
    function: 'portal',
    access: 'login',
    summary:
      'Prepare a round of the needs survey: its year, first and last day, and whom it asks. If-Match names the saved state that it was made from',
    headers: ['If-Match'],
    body: surveyRoundAnswers,
    example: surveyRoundExample,
    answer: budget.savedAnswer,
    status: 201,
  },
  {
    method: 'GET',
    path: ROUND,
    function: 'portal',
    access: 'login',
    summary:
      'A round of the needs survey: whom it asks, their links and last days, and where their forms stand',
    answer: surveys.roundFile,
  },
  {
    method: 'POST',
    path: `${ROUND}/extensions`,
    function: 'portal',
    access: 'login',
    summary: 'More time for one Kita, social area or provider: its link and its form end later',
    body: surveys.extension,
    example: { unit: 'kita:biebelnheim', to: '2026-06-26' },
    status: 204,
    // It is over.
    refuses: [409],
  },
  {
    method: 'PUT',
    path: KITA_SURVEY,
    function: 'portal',
    access: 'login',
    summary:
      "Save what a Kita's team answers, or corrections after a return. If-Match names the saved state that it was made from; the first has none, or 0",
    headers: ['If-Match'],
    body: institutionAnswers,
    example: kitaSurveyExample,
    answer: budget.savedAnswer,
  },
  {
    method: 'GET',
    path: KITA_SURVEY,
    function: 'portal',
    access: 'login',
    summary: "What a Kita's team answers in a round, beside what was accepted in the round before",
    answer: surveys.institutionFile,
  },
  {
    method: 'POST',
    path: `${KITA_SURVEY}/submission`,
    function: 'portal',
    access: 'login',
    summary: 'Send the saved answers of a Kita, or saved corrections',
    body: budget.submission,
    example: { saved: 1 },
    answer: portal.decisionAnswer,
  },
  {
    method: 'PUT',
    path: PROVIDER_SURVEY,
    function: 'portal',
    access: 'login',
    summary:
      'Save what a provider answers, or corrections after a return. If-Match names the saved state that it was made from; the first has none, or 0',
    headers: ['If-Match'],
    body: institutionAnswers,
    example: providerSurveyExample,
    answer: budget.savedAnswer,
  },
  {
    method: 'GET',
    path: PROVIDER_SURVEY,
    function: 'portal',
    access: 'login',
    summary: 'What a provider answers in a round, beside what was accepted in the round before',
    answer: surveys.institutionFile,
  },
  {
    method: 'POST',
    path: `${PROVIDER_SURVEY}/submission`,
    function: 'portal',
    access: 'login',
    summary: 'Send the saved answers of a provider, or saved corrections',
    body: budget.submission,
    example: { saved: 1 },
    answer: portal.decisionAnswer,
  },
  {
    method: 'GET',
    path: '/api/statistics',
    function: 'portal',
    access: 'login',
    summary:
      'How many applications of a year stand where, how much they are about, and how many working days the steps of the office take',
    query: ['form', 'year'],
    answer: statisticsAnswer,
  },
  {
    method: 'GET',
    path: `${SUBMISSION}/answers`,
    function: 'casework',
    access: 'login',
    summary: 'What the family wrote, for the responsible person',
    answer: contactRequestAnswers,
  },
  {
    method: 'GET',
    path: `${SUBMISSION}/messages`,
    function: 'casework',
    access: 'login',
    summary: 'The mailbox, for the responsible person',
    answer: portal.caseMessages,
  },
  {
    method: 'POST',
    path: `${SUBMISSION}/messages`,
    function: 'casework',
    access: 'login',
    summary: 'Answer the family',
    body: families.newMessage,
    example: {
      id: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6b',
      text: 'Gern. Ich rufe Sie am Mittwoch um 14 Uhr an.',
    },
    answer: portal.caseMessage,
    status: 201,
  },
  {
    method: 'POST',
    path: `${SUBMISSION}/consent-requests`,
    function: 'casework',
    access: 'login',
    summary: 'Ask the family whether earlier messages may be read',
    status: 204,
  },
  {
    method: 'POST',
    path: `${SUBMISSION}/receipt`,
    function: 'casework',
    access: 'login',
    summary: 'Reissue a lost receipt code, in person',
    answer: families.replacedReceipt,
  },
  {
    method: 'POST',
    path: `${SUBMISSION}/block`,
    function: 'casework',
    access: 'login',
    summary: 'Close the mailbox to further messages after abuse, or open it again',
    body: portal.blocking,
    example: { blocked: true },
    status: 204,
  },
  {
    method: 'POST',
    path: `${SUBMISSION}/release`,
    function: 'casework',
    access: 'login',
    summary: 'Release content for the protection of a child (§ 8a SGB VIII)',
    body: portal.release,
    example: { answers: true, messages: [], reason: 'imminent-danger' },
    answer: portal.released,
  },
  {
    method: 'POST',
    path: `${SUBMISSION}/hold-end`,
    function: 'casework',
    access: 'login',
    summary: 'Let withdrawal and deletion go their way again after a release (§ 8a SGB VIII)',
    body: portal.holdEnd,
    example: { reason: 'handed-over' },
    status: 204,
  },
  {
    method: 'PUT',
    path: '/api/spoken-requests/{id}',
    function: 'casework',
    access: 'login',
    summary: 'Record a request that was made in conversation, without names',
    body: contactRequestAnswers,
    example: contactRequestExample,
    answer: families.contactRequestReceipt,
    status: 201,
  },
  {
    method: 'POST',
    path: `${SUBMISSION}/notice`,
    function: 'documents',
    access: 'login',
    summary:
      'The notice on the decision as it stands, for me and today: a draft, or the document that I may approve',
    answer: documents.noticeAnswer,
  },
  {
    method: 'GET',
    path: `${SUBMISSION}/documents/{kind}`,
    function: 'documents',
    access: 'login',
    summary:
      'A link to a document: `notice`, as it was approved, or `proof-of-filing`, the answers as they came in. `version` names an earlier one, counted from 1',
    query: ['version'],
    answer: documents.linkAnswer,
  },
  {
    method: 'GET',
    path: `${ROUND}/posters`,
    function: 'documents',
    access: 'login',
    summary: 'A link to the posters of a round of the needs survey: all of them, or a Kita’s own',
    answer: documents.linkAnswer,
  },
  {
    method: 'GET',
    path: `${ROUND}/posters/{unit}`,
    function: 'documents',
    access: 'login',
    summary: 'A link to the poster of one Kita or social area, with the code that families point a camera at',
    answer: documents.linkAnswer,
  },
  {
    method: 'GET',
    path: `${SUBMISSION}/papers/{format}`,
    function: 'documents',
    access: 'login',
    summary:
      "A link to the paper of a committee's session, as `pdf` or `docx`: of its public items, or with `part=non-public` of the others",
    query: ['part'],
    answer: documents.linkAnswer,
  },
] as const satisfies readonly Route[];

export type RouteKey = `${(typeof routes)[number]['method']} ${(typeof routes)[number]['path']}`;

/** The keys of the routes of one function: its handlers are a record over them, so that none can be missing. */
export type RouteKeysOf<F extends FunctionName> =
  Extract<(typeof routes)[number], { function: F }> extends infer R
    ? R extends { method: infer M extends string; path: infer P extends string }
      ? `${M} ${P}`
      : never
    : never;
