import type { UseFormReturn } from 'react-hook-form';
import { dimensions, type Goal, measureStates } from '../../../../domain/goals/goal.ts';
import { Button } from '../../../fields/Button.tsx';
import { Select } from '../../../fields/Select.tsx';
import { TextArea } from '../../../fields/TextArea.tsx';
import { TextField } from '../../../fields/TextField.tsx';
import { draftField } from '../../drafts/use-draft-form.ts';
import { leftText } from '../../parts/left-text.ts';
import { say } from '../texts.ts';
import type { GoalFields } from './goal-fields.ts';

interface Props {
  form: UseFormReturn<GoalFields, unknown, Goal>;
  n: number;
  m: number;
  onRemove: () => void;
}

const dimensionChoices = () => dimensions.map((value) => ({ value, label: say(`dimension.${value}`) }));
const stateChoices = () => measureStates.map((value) => ({ value, label: say(`state.${value}`) }));

/** What is done for a fine goal, being written. */
export const MeasureRow = ({ form, n, m, onRemove }: Props) => (
  <fieldset class="goal-row">
    <legend class="portal-h4">{say('edit.measure.number', { number: m + 1 })}</legend>
    <TextArea
      label={say('measure.text')}
      rows={2}
      max={500}
      left={leftText}
      {...draftField(form, `fine.${n}.measures.${m}.text`)}
    />
    <div class="goal-pair">
      <Select
        label={say('measure.dimension')}
        empty={say('edit.choose')}
        options={dimensionChoices()}
        {...draftField(form, `fine.${n}.measures.${m}.dimension`)}
      />
      <Select
        label={say('measure.state')}
        options={stateChoices()}
        {...draftField(form, `fine.${n}.measures.${m}.state`)}
      />
    </div>
    <TextField
      label={say('measure.responsible')}
      hint={say('edit.responsible.hint')}
      {...draftField(form, `fine.${n}.measures.${m}.responsible`)}
    />
    <div>
      <Button
        variant="tertiary"
        aria-label={say('edit.measure.remove.of', { number: m + 1, fine: n + 1 })}
        onClick={onRemove}
      >
        {say('edit.measure.remove')}
      </Button>
    </div>
  </fieldset>
);
