import { type UseFormReturn, useFieldArray } from 'react-hook-form';
import type { Goal } from '../../../../domain/goals/goal.ts';
import type { ResultOf } from '../../../../domain/survey/result-name.ts';
import { FieldError } from '../../../fields/FieldParts.tsx';
import { fieldId } from '../../../fields/field.ts';
import { useLoad } from '../../api/use-load.ts';
import { usePortal } from '../../app/context.ts';
import { fieldSentence } from '../../drafts/use-draft-form.ts';
import { Failure } from '../../parts/Failure.tsx';
import { say } from '../texts.ts';
import { ChosenResults } from './ChosenResults.tsx';
import type { GoalFields } from './goal-fields.ts';
import { ResultAdder } from './ResultAdder.tsx';

type Form = UseFormReturn<GoalFields, unknown, Goal>;

/** The results of the needs survey that the goal came from. */
export const Results = ({ form }: { form: Form }) => {
  const { call } = usePortal();
  const { data, error, reload } = useLoad('rounds with results', () => call('GET /api/surveys'));
  const rows = useFieldArray({ control: form.control, name: 'results', keyName: 'key' });
  const id = fieldId('results');
  const sentence = Array.isArray(form.formState.errors.results) ? undefined : fieldSentence(form, 'results');
  const rounds = data?.items ?? [];
  const add = (of: ResultOf) => {
    const isThere = rows.fields.some(
      (row) => row.round === of.round && row.group === of.group && row.question === of.question,
    );
    if (!isThere) rows.append(of, { shouldFocus: false });
  };
  return (
    <section class="goal-rows" aria-labelledby="results-title" id={id} tabIndex={-1}>
      <h2 class="portal-h3" id="results-title">
        {say('edit.results')}
      </h2>
      <FieldError id={id} error={sentence} />
      <Failure error={error} onRetry={reload} />
      <ChosenResults
        results={rows.fields}
        onRemove={(n) => {
          rows.remove(n);
          document.getElementById(id)?.focus();
        }}
      />
      {rounds.length > 0 && <ResultAdder rounds={rounds} onAdd={add} />}
      {data && rounds.length === 0 && <p class="kern-body portal-muted">{say('edit.results.none')}</p>}
    </section>
  );
};
