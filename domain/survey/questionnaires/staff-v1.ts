import { bands, scale } from '../question.ts';
import type { Questionnaire } from '../questionnaire.ts';
import { access, good, more, needs, wishes } from '../questions-of-all.ts';

/** One answer per Kita: what its staff observe, and what burdens them. */
export const staffV1: Questionnaire = {
  group: 'staff',
  version: 1,
  questions: [
    scale('families-know', 'known', 'how-many'),
    ...needs,
    bands('burdened', 'observed', 'quantity', ['0', '1-4', '5-9', '10']),
    scale('strain', 'observed', 'strain'),
    {
      code: 'strain-by',
      part: 'observed',
      kind: 'choices',
      options: ['staffing', 'languages', 'behaviour', 'talks', 'paperwork', 'crises'],
    },
    ...wishes,
    ...access,
    good,
    {
      code: 'kita-contribute',
      part: 'own-words',
      kind: 'choices',
      options: ['rooms', 'time', 'contacts', 'languages', 'not-now'],
    },
    more,
  ],
};
