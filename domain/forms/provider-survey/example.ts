import type { InstitutionAnswers } from '../institution-survey/answers.ts';

/** What an invented provider answers. */
export const providerSurveyExample: InstitutionAnswers = {
  answers: {
    'provider-known': 'work-together',
    'need-mobility': '4',
    rooms: '1-4',
    'rooms-for': ['talks', 'groups'],
    partners: ['advice', 'clubs'],
  },
};
