import { readResultName, resultName } from '../../../../../domain/survey/result-name.ts';
import { FieldError } from '../../../../fields/FieldParts.tsx';
import { fieldId } from '../../../../fields/field.ts';
import { useLoad } from '../../../api/use-load.ts';
import { usePortal } from '../../../app/context.ts';
import { formText } from '../../../application/texts.ts';
import { ChosenResults } from '../../../goals/edit/ChosenResults.tsx';
import { ResultAdder } from '../../../goals/edit/ResultAdder.tsx';
import { NamedResults } from '../../../goals/NamedResults.tsx';
import { say } from '../../../goals/texts.ts';
import { Failure } from '../../../parts/Failure.tsx';
import { useEditing } from '../editing.ts';
import { Query } from '../inputs.tsx';

const Choice = () => {
  const { call } = usePortal();
  const { form, draft, errorAt, queryAt } = useEditing();
  const { data, error, reload } = useLoad('rounds with results', () => call('GET /api/surveys'));
  const rounds = data?.items ?? [];
  const chosen = draft.surveyResults ?? [];
  const results = chosen.flatMap((name) => readResultName(name) ?? []);
  const query = queryAt('surveyResults');
  const id = fieldId('surveyResults');
  const set = (names: string[]) => form.setValue('surveyResults', names);
  return (
    <section
      class={query ? 'goal-rows queried' : 'goal-rows'}
      aria-labelledby={`${id}-title`}
      id={id}
      tabIndex={-1}
    >
      <h3 class="portal-h4" id={`${id}-title`}>
        {formText('surveyResults')}
      </h3>
      <Query name="surveyResults" text={query} />
      <FieldError id={id} error={errorAt('surveyResults')} />
      <Failure error={error} onRetry={reload} />
      <ChosenResults
        results={results}
        onRemove={(n) => {
          set(results.filter((_, at) => at !== n).map(resultName));
          document.getElementById(id)?.focus();
        }}
      />
      {rounds.length > 0 && (
        <ResultAdder
          rounds={rounds}
          onAdd={(of) => chosen.includes(resultName(of)) || set([...chosen, resultName(of)])}
        />
      )}
      {data && rounds.length === 0 && <p class="kern-body portal-muted">{say('edit.results.none')}</p>}
    </section>
  );
};

/** Which results of the needs survey the application rests on. */
export const SurveyResults = () => {
  const { draft, openingAt } = useEditing();
  return openingAt('surveyResults') ? <Choice /> : <NamedResults answers={draft} level={3} />;
};
