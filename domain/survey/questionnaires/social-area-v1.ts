import { bands } from '../question.ts';
import type { Questionnaire } from '../questionnaire.ts';
import { access, good, more, needs, wishes } from '../questions-of-all.ts';

const QUANTITY = ['0', '1-4', '5-9', '10'] as const;

/** Institutions around the Kitas: advice, schools, doctors, clubs, churches. Which one answers is not asked. */
export const socialAreaV1: Questionnaire = {
  group: 'social-area',
  version: 1,
  questions: [
    {
      code: 'area-known',
      part: 'known',
      kind: 'choice',
      options: ['work-together', 'known', 'no'],
      coarse: [['work-together', 'known'], ['no']],
    },
    {
      code: 'area-offers',
      part: 'area',
      kind: 'choices',
      options: ['advice', 'courses', 'meeting', 'leisure', 'goods', 'health'],
    },
    bands('capacity', 'area', 'quantity', QUANTITY),
    bands('waiting', 'area', 'quantity', QUANTITY),
    ...needs,
    ...wishes,
    ...access,
    good,
    {
      code: 'area-contribute',
      part: 'own-words',
      kind: 'choices',
      options: ['rooms', 'knowledge', 'visits', 'network', 'not-now'],
    },
    more,
  ],
};
