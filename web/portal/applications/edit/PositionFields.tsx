import { formatHundredths } from '../../../../domain/forms/budget-application/hundredths.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { Button } from '../../../fields/Button.tsx';
import { formText } from '../../application/texts.ts';
import { pathOf } from '../form/issues.ts';
import { say } from '../texts.ts';
import { Calculated } from './Calculated.tsx';
import { useEditing } from './editing.ts';
import { Group } from './Group.tsx';
import { choicesOf, Line, Radios } from './inputs.tsx';

interface Props {
  /** The row's key. */
  row: string;
  title: string;
  removeText: string;
  /** Absent where the row may not go. */
  onRemove: (() => void) | undefined;
}

/** One position, with what is calculated of it. */
export const PositionFields = ({ row, title, removeText, onRemove }: Props) => {
  const { totals, draft } = useEditing();
  const name = `positions.${row}`;
  const id = pathOf(name).split('.')[1];
  const of = totals.positions.find((one) => one.id === id);
  const day = say('field.date.hint', { year: draft.year ?? '' });
  return (
    <div class="position">
      <Group name={name} title={title}>
        <Line name={`${name}.function`} />
        <div class="fields-row">
          <Line name={`${name}.qualification`} />
          <Line name={`${name}.payGroup`} />
        </div>
        <div class="fields-row">
          <Line name={`${name}.hours`} inputMode="decimal" />
          <Line
            name={`${name}.annualCost`}
            label={say('field.euros', { label: formText('positions.annualCost') })}
            inputMode="decimal"
          />
        </div>
        <div class="fields-row">
          <Line name={`${name}.from`} hint={day} inputMode="numeric" />
          <Line name={`${name}.to`} hint={day} inputMode="numeric" />
        </div>
        <Radios name={`${name}.filled`} horizontal options={choicesOf('positions.filled', ['yes', 'no'])} />
        <Calculated
          pairs={[
            [formText('positions.fte'), of?.fte === undefined ? undefined : formatHundredths(of.fte)],
            [formText('positions.cost'), of?.cost === undefined ? undefined : formatEuros(of.cost)],
          ]}
        />
        {onRemove && (
          <div>
            <Button variant="tertiary" onClick={onRemove}>
              {removeText}
            </Button>
          </div>
        )}
      </Group>
    </div>
  );
};
