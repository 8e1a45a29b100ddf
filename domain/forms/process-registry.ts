import type { Process } from '../process/process.ts';
import { budgetApplicationV1 } from './budget-application/process.ts';
import { committeeSessionV1 } from './committee-session/process.ts';
import { contactRequestV1 } from './contact-request/process.ts';
import { kitaSurveyV1 } from './kita-survey/process.ts';
import { paymentOrderV1 } from './payment-order/process.ts';
import { proofOfUseV1 } from './proof-of-use/process.ts';
import { providerSurveyV1 } from './provider-survey/process.ts';
import { surveyRoundV1 } from './survey-round/process.ts';

/**
 * Every version of every form's process that an open case can have, oldest first; the last one is for new cases. A
 * released version never changes (test/process/released.test.ts). Apart from the forms' schemas: a function that follows
 * processes need not carry the questions of every form.
 */
export const processes = {
  'contact-request': [contactRequestV1],
  'budget-application': [budgetApplicationV1],
  'committee-session': [committeeSessionV1],
  'payment-order': [paymentOrderV1],
  'proof-of-use': [proofOfUseV1],
  'survey-round': [surveyRoundV1],
  'kita-survey': [kitaSurveyV1],
  'provider-survey': [providerSurveyV1],
} as const satisfies Record<string, readonly Process[]>;
