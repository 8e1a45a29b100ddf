import { bands } from '../question.ts';
import type { Questionnaire } from '../questionnaire.ts';
import { access, good, more, needs, wishes } from '../questions-of-all.ts';

/** One answer per provider, over all its Kitas: rooms, co-operations, what it could give. */
export const providersV1: Questionnaire = {
  group: 'providers',
  version: 1,
  questions: [
    {
      code: 'provider-known',
      part: 'known',
      kind: 'choice',
      options: ['work-together', 'known', 'no'],
      coarse: [['work-together', 'known'], ['no']],
    },
    ...needs,
    bands('rooms', 'observed', 'quantity', ['0', '1-4', '5-9', '10']),
    {
      code: 'rooms-for',
      part: 'observed',
      kind: 'choices',
      options: ['talks', 'groups', 'cafe', 'office', 'none'],
    },
    {
      code: 'partners',
      part: 'observed',
      kind: 'choices',
      options: ['advice', 'health', 'school', 'clubs', 'church', 'job-centre', 'none'],
    },
    ...wishes,
    ...access,
    good,
    {
      code: 'provider-contribute',
      part: 'own-words',
      kind: 'choices',
      options: ['rooms', 'staff', 'money', 'transport', 'not-now'],
    },
    more,
  ],
};
