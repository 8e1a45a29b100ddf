import type { ResultsAnswer } from '../../../domain/api/survey-results.ts';
import { sayResults } from '../../../domain/survey/evaluation/words.ts';
import { Progress } from '../../fields/Progress.tsx';
import { useLoad } from '../api/use-load.ts';
import type { ViewProps } from '../app/area.ts';
import { usePortal } from '../app/context.ts';
import { useTitle } from '../app/use-title.ts';
import { Failure } from '../parts/Failure.tsx';
import { t } from '../texts.ts';
import { dateText } from '../time/dates.ts';
import { ChoiceForm } from './ChoiceForm.tsx';
import { Exports } from './Exports.tsx';
import { Parts, QuestionParts } from './Parts.tsx';
import { Questions } from './Questions.tsx';
import { Texts } from './Texts.tsx';
import { Turnout } from './Turnout.tsx';

interface Shown {
  of: ResultsAnswer;
  round: string;
  question: string | undefined;
}

const Results = ({ of, round, question }: Shown) => {
  if (question !== undefined) return <QuestionParts of={of} round={round} code={question} />;
  return (
    <>
      <Turnout of={of} />
      {of.area.n !== undefined && <Questions of={of} round={round} />}
      <Parts of={of} round={round} />
      {of.texts && <Texts key={`${of.group} ${of.area.key}`} of={of} round={round} />}
      <Exports round={round} />
    </>
  );
};

/** What was answered in a round: a group in the county or in one area, with what it was counted from. */
export const ResultsView = ({ params, query }: ViewProps) => {
  const { call } = usePortal();
  const round = params.round ?? '';
  const { gruppe: group, ort: unit, frage: question } = query;
  const { data, error, loading, reload } = useLoad(`results ${round} ${group} ${unit} ${question}`, () =>
    call('GET /api/surveys/{survey}/results', {
      params: { survey: round },
      query: { group, unit, question },
    }),
  );
  const title = data ? sayResults('title', { year: String(data.year) }) : sayResults('rounds.title');
  useTitle(title);
  return (
    <>
      <h1 class="portal-h1">{title}</h1>
      {data && (
        <p class="portal-lead">
          {sayResults('rounds.period', { from: dateText(data.from), to: dateText(data.to) })}
        </p>
      )}
      <Progress text={loading && !data ? t('app.loading') : undefined} />
      <Failure error={error} onRetry={reload} />
      {data && (
        <>
          <ChoiceForm key={`${data.group} ${data.area.key}`} of={data} round={round} />
          <Results of={data} round={round} question={question} />
        </>
      )}
    </>
  );
};
