import { type UseFormReturn, useFieldArray } from 'react-hook-form';
import type { Goal } from '../../../../domain/goals/goal.ts';
import { Button } from '../../../fields/Button.tsx';
import { FieldError } from '../../../fields/FieldParts.tsx';
import { fieldId } from '../../../fields/field.ts';
import { fieldSentence } from '../../drafts/use-draft-form.ts';
import { groupText, questionText, say } from '../texts.ts';
import type { GoalFields } from './goal-fields.ts';

/** The results of the needs survey that the goal came from. */
export const Results = ({ form }: { form: UseFormReturn<GoalFields, unknown, Goal> }) => {
  const rows = useFieldArray({ control: form.control, name: 'results', keyName: 'key' });
  const id = fieldId('results');
  const sentence = Array.isArray(form.formState.errors.results) ? undefined : fieldSentence(form, 'results');
  if (rows.fields.length === 0) return null;
  return (
    <section class="goal-rows" aria-labelledby="results-title" id={id} tabIndex={-1}>
      <h2 class="portal-h3" id="results-title">
        {say('edit.results')}
      </h2>
      <FieldError id={id} error={sentence} />
      <ul class="goal-carry">
        {rows.fields.map((row, n) => (
          <li key={row.key}>
            <span>
              {say('source.result', { group: groupText(row.group), question: questionText(row.question) })}
            </span>
            <Button
              variant="tertiary"
              aria-label={say('edit.result.remove.of', { question: questionText(row.question) })}
              onClick={() => rows.remove(n)}
            >
              {say('edit.result.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};
