import type { SurveyRoundAnswers } from './answers.ts';

/** An invented round that asks everybody. */
export const surveyRoundExample: SurveyRoundAnswers = {
  year: 2026,
  from: '2026-05-04',
  to: '2026-06-12',
  groups: ['children', 'parents', 'staff', 'providers', 'social-area'],
};
