import { contactRequestAnswers } from './contact-request/answers.ts';
import { contactRequestExample } from './contact-request/example.ts';

/** Every form: what it asks, with an example. Its processes stand in process-registry.ts, its rules in behaviours.ts. */
export const forms = {
  'contact-request': { answers: contactRequestAnswers, example: contactRequestExample },
} as const satisfies Record<string, { answers: unknown; example: unknown }>;
