import { purposes } from '../../../../../domain/forms/budget-application/purposes.ts';
import { choicesOf, Long, Radios } from '../inputs.tsx';
import { CountyGoals } from './CountyGoals.tsx';
import { SurveyResults } from './SurveyResults.tsx';

/** What the money is for, and why. */
export const PurposeSection = () => (
  <>
    <Radios name="purpose" options={choicesOf('purpose', purposes)} />
    <Long name="concept" />
    <Long name="reasons" />
    <Long name="goals" />
    <CountyGoals />
    <SurveyResults />
  </>
);
