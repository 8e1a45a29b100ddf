import { budgetApplicationAnswers } from './budget-application/answers.ts';
import { budgetApplicationExample } from './budget-application/example.ts';
import { committeeSessionAnswers } from './committee-session/answers.ts';
import { committeeSessionExample } from './committee-session/example.ts';
import { contactRequestAnswers } from './contact-request/answers.ts';
import { contactRequestExample } from './contact-request/example.ts';
import { institutionAnswers } from './institution-survey/answers.ts';
import { kitaSurveyExample } from './kita-survey/example.ts';
import { paymentOrderAnswers } from './payment-order/answers.ts';
import { paymentOrderExample } from './payment-order/example.ts';
import { proofOfUseAnswers } from './proof-of-use/answers.ts';
import { proofOfUseExample } from './proof-of-use/example.ts';
import { providerSurveyExample } from './provider-survey/example.ts';
import { surveyRoundAnswers } from './survey-round/answers.ts';
import { surveyRoundExample } from './survey-round/example.ts';

/** Every form: what it asks, with an example. Its processes stand in process-registry.ts, its rules in behaviours.ts. */
export const forms = {
  'contact-request': { answers: contactRequestAnswers, example: contactRequestExample },
  'budget-application': { answers: budgetApplicationAnswers, example: budgetApplicationExample },
  'committee-session': { answers: committeeSessionAnswers, example: committeeSessionExample },
  'payment-order': { answers: paymentOrderAnswers, example: paymentOrderExample },
  'proof-of-use': { answers: proofOfUseAnswers, example: proofOfUseExample },
  'survey-round': { answers: surveyRoundAnswers, example: surveyRoundExample },
  'kita-survey': { answers: institutionAnswers, example: kitaSurveyExample },
  'provider-survey': { answers: institutionAnswers, example: providerSurveyExample },
} as const satisfies Record<string, { answers: unknown; example: unknown }>;
