import { budgetApplicationAnswers } from './budget-application/answers.ts';
import { budgetApplicationExample } from './budget-application/example.ts';
import { committeeSessionAnswers } from './committee-session/answers.ts';
import { committeeSessionExample } from './committee-session/example.ts';
import { contactRequestAnswers } from './contact-request/answers.ts';
import { contactRequestExample } from './contact-request/example.ts';

/** Every form: what it asks, with an example. Its processes stand in process-registry.ts, its rules in behaviours.ts. */
export const forms = {
  'contact-request': { answers: contactRequestAnswers, example: contactRequestExample },
  'budget-application': { answers: budgetApplicationAnswers, example: budgetApplicationExample },
  'committee-session': { answers: committeeSessionAnswers, example: committeeSessionExample },
} as const satisfies Record<string, { answers: unknown; example: unknown }>;
