import { type UseFormReturn, useFieldArray } from 'react-hook-form';
import { type Goal, reachedDegrees } from '../../../../domain/goals/goal.ts';
import { Button } from '../../../fields/Button.tsx';
import { FieldError } from '../../../fields/FieldParts.tsx';
import { fieldId } from '../../../fields/field.ts';
import { Select } from '../../../fields/Select.tsx';
import { TextArea } from '../../../fields/TextArea.tsx';
import { TextField } from '../../../fields/TextField.tsx';
import { newId } from '../../case/new-id.ts';
import { draftField, fieldSentence } from '../../drafts/use-draft-form.ts';
import { leftText } from '../../parts/left-text.ts';
import { say } from '../texts.ts';
import { type GoalFields, newMeasure } from './goal-fields.ts';
import { MeasureRow } from './MeasureRow.tsx';

interface Props {
  form: UseFormReturn<GoalFields, unknown, Goal>;
  n: number;
  onRemove: () => void;
}

const Measures = ({ form, n }: Omit<Props, 'onRemove'>) => {
  const rows = useFieldArray({ control: form.control, name: `fine.${n}.measures`, keyName: 'key' });
  const id = fieldId(`fine.${n}.measures`);
  const add = () =>
    rows.append(newMeasure(newId()), { focusName: `fine.${n}.measures.${rows.fields.length}.text` });
  const remove = (m: number) => {
    rows.remove(m);
    document.getElementById(id)?.focus();
  };
  return (
    <section class="goal-rows" id={id} tabIndex={-1} aria-label={say('measures.of', { number: `${n + 1}` })}>
      {Array.isArray(form.getFieldState(`fine.${n}.measures`, form.formState).error) ? null : (
        <FieldError id={id} error={fieldSentence(form, `fine.${n}.measures`)} />
      )}
      {rows.fields.map((row, m) => (
        <MeasureRow key={row.key} form={form} n={n} m={m} onRemove={() => remove(m)} />
      ))}
      <div>
        <Button variant="secondary" aria-label={say('edit.measure.add.of', { number: n + 1 })} onClick={add}>
          {say('edit.measure.add')}
        </Button>
      </div>
    </section>
  );
};

/** What came of it: asked for as soon as it is said how far it was reached. */
const Evaluation = ({ form, n }: Omit<Props, 'onRemove'>) => (
  <fieldset class="goal-row">
    <legend class="portal-h4">{say('edit.evaluation')}</legend>
    <div class="goal-pair">
      <Select
        label={say('edit.reached')}
        empty={say('edit.reached.none')}
        options={reachedDegrees.map((value) => ({ value, label: say(`reached.${value}`) }))}
        {...draftField(form, `fine.${n}.evaluation.reached`)}
      />
      {form.watch(`fine.${n}.evaluation.reached`) && (
        <TextField
          type="date"
          label={say('edit.evaluation.on')}
          {...draftField(form, `fine.${n}.evaluation.on`)}
        />
      )}
    </div>
    {form.watch(`fine.${n}.evaluation.reached`) && (
      <TextArea
        label={say('edit.evaluation.text')}
        hint={say('edit.evaluation.hint')}
        rows={4}
        max={2_000}
        left={leftText}
        {...draftField(form, `fine.${n}.evaluation.text`)}
      />
    )}
  </fieldset>
);

/** A fine goal that is being written: what, for whom, by what it is told, until when; then its measures and what came of it. */
export const FineRow = ({ form, n, onRemove }: Props) => (
  <fieldset class="panel goal-edit-fine">
    <legend class="portal-h3">{say('edit.fine.number', { number: n + 1 })}</legend>
    <TextArea
      label={say('fine.text')}
      rows={2}
      max={500}
      left={leftText}
      {...draftField(form, `fine.${n}.text`)}
    />
    <div class="goal-pair">
      <TextField label={say('fine.targetGroup')} {...draftField(form, `fine.${n}.targetGroup`)} />
      <TextField type="date" label={say('fine.date')} {...draftField(form, `fine.${n}.date`)} />
    </div>
    <TextArea
      label={say('fine.indicator')}
      hint={say('edit.indicator.hint')}
      rows={2}
      max={500}
      left={leftText}
      {...draftField(form, `fine.${n}.indicator`)}
    />
    <Measures form={form} n={n} />
    <Evaluation form={form} n={n} />
    <div>
      <Button
        variant="tertiary"
        aria-label={say('edit.fine.remove.of', { number: n + 1 })}
        onClick={onRemove}
      >
        {say('edit.fine.remove')}
      </Button>
    </div>
  </fieldset>
);
