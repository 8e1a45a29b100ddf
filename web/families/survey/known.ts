import type { SurveyAnswer } from '../../../domain/api/survey.ts';
import type { Questionnaire } from '../../../domain/survey/questionnaire.ts';
import type { SurveyInHand } from './use-survey.ts';

/** What every screen of an opened survey gets. */
export interface Known {
  hand: SurveyInHand;
  survey: SurveyAnswer;
  link: string;
  questionnaire: Questionnaire;
}
