import { institutionSurveyV1 } from '../institution-survey/process.ts';

/** What a provider answers in a round of the needs survey. */
export const providerSurveyV1 = institutionSurveyV1('provider-survey', 'provider');
