import { useState } from 'preact/hooks';
import { type UseFormReturn, useFieldArray } from 'react-hook-form';
import type { MyRounds } from '../../../../domain/api/survey-rounds.ts';
import type { Goal } from '../../../../domain/goals/goal.ts';
import { Button } from '../../../fields/Button.tsx';
import { FieldError } from '../../../fields/FieldParts.tsx';
import { fieldId } from '../../../fields/field.ts';
import { Select } from '../../../fields/Select.tsx';
import { useLoad } from '../../api/use-load.ts';
import { usePortal } from '../../app/context.ts';
import { fieldSentence } from '../../drafts/use-draft-form.ts';
import { Failure } from '../../parts/Failure.tsx';
import { dateRange } from '../../time/dates.ts';
import { groupText, questionText, say } from '../texts.ts';
import { askedQuestions, evaluatedRounds, readQuestion } from './asked-questions.ts';
import type { GoalFields } from './goal-fields.ts';

type Form = UseFormReturn<GoalFields, unknown, Goal>;
type Rounds = MyRounds['items'];

interface AdderProps {
  rounds: Rounds;
  onAdd: (of: GoalFields['results'][number]) => void;
}

/** One more result: which round, and which question of whom. */
const Adder = ({ rounds, onAdd }: AdderProps) => {
  const [id, setId] = useState(rounds[0]?.id ?? '');
  const [question, setQuestion] = useState('');
  const round = rounds.find((one) => one.id === id);
  const chosen = readQuestion(question);
  return (
    <div class="goal-pair">
      <Select
        name="result-round"
        label={say('edit.result.round')}
        options={rounds.map((one) => ({
          value: one.id,
          label: say('edit.result.round.of', { year: String(one.year), days: dateRange(one.from, one.to) }),
        }))}
        value={id}
        onChange={(event) => {
          setId(event.currentTarget.value);
          setQuestion('');
        }}
      />
      <Select
        name="result-question"
        label={say('edit.result.question')}
        empty={say('edit.choose')}
        groups={round ? askedQuestions(round) : []}
        value={question}
        onChange={(event) => setQuestion(event.currentTarget.value)}
      />
      <div>
        <Button
          variant="secondary"
          onClick={() => {
            if (!chosen) return document.getElementById(fieldId('result-question'))?.focus();
            onAdd({ round: id, ...chosen });
            setQuestion('');
          }}
        >
          {say('edit.result.add')}
        </Button>
      </div>
    </div>
  );
};

/** The results of the needs survey that the goal came from. */
export const Results = ({ form }: { form: Form }) => {
  const { call } = usePortal();
  const { data, error, reload } = useLoad('rounds', () => call('GET /api/survey-rounds'));
  const rows = useFieldArray({ control: form.control, name: 'results', keyName: 'key' });
  const id = fieldId('results');
  const sentence = Array.isArray(form.formState.errors.results) ? undefined : fieldSentence(form, 'results');
  const rounds = evaluatedRounds(data?.items ?? []);
  const add: AdderProps['onAdd'] = (of) => {
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
      {rows.fields.length > 0 && (
        <ul class="goal-carry">
          {rows.fields.map((row, n) => (
            <li key={row.key}>
              <span>
                {say('source.result', {
                  group: groupText(row.group),
                  question: questionText(row.question),
                })}
              </span>
              <Button
                variant="tertiary"
                aria-label={say('edit.result.remove.of', { question: questionText(row.question) })}
                onClick={() => {
                  rows.remove(n);
                  document.getElementById(id)?.focus();
                }}
              >
                {say('edit.result.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {rounds.length > 0 && <Adder rounds={rounds} onAdd={add} />}
      {data && rounds.length === 0 && <p class="kern-body portal-muted">{say('edit.results.none')}</p>}
    </section>
  );
};
