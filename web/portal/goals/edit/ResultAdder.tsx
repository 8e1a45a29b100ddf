import { useState } from 'preact/hooks';
import type { SurveysAnswer } from '../../../../domain/api/survey-results.ts';
import type { ResultOf } from '../../../../domain/survey/result-name.ts';
import { Button } from '../../../fields/Button.tsx';
import { fieldId } from '../../../fields/field.ts';
import { Select } from '../../../fields/Select.tsx';
import { dateRange } from '../../time/dates.ts';
import { say } from '../texts.ts';
import { askedQuestions, readQuestion } from './asked-questions.ts';

interface Props {
  rounds: SurveysAnswer['items'];
  onAdd: (of: ResultOf) => void;
}

/** One more result: which round, and which question of whom. */
export const ResultAdder = ({ rounds, onAdd }: Props) => {
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
