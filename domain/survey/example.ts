import type { SurveyAnswers } from './answers.ts';

/** What somebody may answer as a parent: the example of the API's document. */
export const surveyExample: SurveyAnswers = {
  known: 'known',
  'need-money': '3',
  'need-mobility': '4',
  offers: ['company', 'cafe'],
  days: ['tuesday', 'thursday'],
  times: ['afternoon'],
  way: 'bus',
  'way-time': 'over-30',
  obstacles: ['way', 'childcare'],
  good: 'Das Fest im Sommer.',
};
