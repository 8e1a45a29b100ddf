import type { Process } from '../process/process.ts';
import { contactRequestAnswers } from './contact-request/answers.ts';
import { contactRequestExample } from './contact-request/example.ts';
import { contactRequestV1 } from './contact-request/process.ts';

/**
 * Every form and every version of its process that an open case can have; the last one is for new cases. A released
 * version never changes (test/process/released.test.ts).
 */
export const forms = {
  'contact-request': {
    answers: contactRequestAnswers,
    example: contactRequestExample,
    processes: [contactRequestV1],
  },
} as const satisfies Record<string, { answers: unknown; example: unknown; processes: readonly Process[] }>;
