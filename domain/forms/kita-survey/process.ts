import { institutionSurveyV1 } from '../institution-survey/process.ts';

/** What a Kita's team answers in a round of the needs survey. */
export const kitaSurveyV1 = institutionSurveyV1('kita-survey', 'kita');
