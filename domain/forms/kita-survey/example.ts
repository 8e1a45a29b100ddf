import type { InstitutionAnswers } from '../institution-survey/answers.ts';

/** What an invented Kita answers. */
export const kitaSurveyExample: InstitutionAnswers = {
  answers: {
    'families-know': '3',
    'need-upbringing': '4',
    'need-language': '3',
    burdened: '5-9',
    strain: '3',
    'strain-by': ['languages', 'talks'],
    offers: ['advice', 'cafe'],
    good: 'Die Sprechstunde am Dienstag wird gut angenommen.',
  },
};
