import type { Questionnaire } from '../questionnaire.ts';
import { access, good, more, needs, wishes } from '../questions-of-all.ts';

/** Ten minutes at most, on a phone, between two other things. */
export const parentsV1: Questionnaire = {
  group: 'parents',
  version: 1,
  questions: [
    {
      code: 'known',
      part: 'known',
      kind: 'choice',
      options: ['used', 'known', 'no'],
      coarse: [['used', 'known'], ['no']],
    },
    ...needs,
    ...wishes,
    ...access,
    good,
    {
      code: 'contribute',
      part: 'own-words',
      kind: 'choices',
      options: ['translate', 'festivals', 'skills', 'lead', 'not-now'],
    },
    more,
  ],
};
