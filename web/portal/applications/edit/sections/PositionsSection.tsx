import { useState } from 'preact/hooks';
import { Button } from '../../../../fields/Button.tsx';
import { fieldId } from '../../../../fields/field.ts';
import { positionName } from '../../../application/field-name.ts';
import { formText } from '../../../application/texts.ts';
import { newId } from '../../../case/new-id.ts';
import { pathOf } from '../../form/issues.ts';
import { keyOfRow } from '../../form/values.ts';
import { say } from '../../texts.ts';
import { useEditing } from '../editing.ts';
import { Group } from '../Group.tsx';
import { PositionFields } from '../PositionFields.tsx';
import { PositionSums } from '../PositionSums.tsx';
import { newPosition } from '../rows.ts';
import { useFocusAfter } from '../use-focus-after.ts';

const MOST = 100;

interface Removed {
  key: string;
  at: number;
  row: string;
}

/** Positions as rows that come and go; the focus goes with them, and what was taken away can be brought back. */
export const PositionsSection = () => {
  const { form, values, draft, openingAt } = useEditing();
  const [removed, setRemoved] = useState<Removed>();
  const [said, say_] = useState('');
  const focusAfter = useFocusAfter();
  const { order } = values;
  const reorder = (keys: string[]) => form.setValue('order', keys);
  const rowName = (key: string) =>
    positionName(pathOf(`positions.${key}`).split('.')[1] ?? '', { answers: draft });

  const add = () => {
    const key = keyOfRow(newId());
    form.setValue(`positions.${key}` as never, newPosition(draft) as never);
    reorder([...order, key]);
    setRemoved(undefined);
    say_(say('positions.added', { number: order.length + 1 }));
    focusAfter(fieldId(`positions.${key}.function`));
  };
  const remove = (key: string) => {
    setRemoved({ key, at: order.indexOf(key), row: rowName(key) });
    reorder(order.filter((one) => one !== key));
    say_('');
    focusAfter('positions-undo');
  };
  const restore = ({ key, at, row }: Removed) => {
    reorder([...order.slice(0, at), key, ...order.slice(at)]);
    setRemoved(undefined);
    say_(say('positions.restored', { row }));
    focusAfter(fieldId(`positions.${key}.function`));
  };
  const mayChangeRows = openingAt('positions') !== undefined;
  return (
    <Group name="positions">
      <p class="kern-body">{formText('positions.hint')}</p>
      {order.length === 0 && <p class="kern-body portal-muted">{say('positions.none')}</p>}
      {order.map((key, n) => (
        <PositionFields
          key={key}
          row={key}
          title={formText('positions.row', { number: n + 1 })}
          onRemove={openingAt(pathOf(`positions.${key}`)) === undefined ? undefined : () => remove(key)}
          removeText={say('positions.remove.row', { row: formText('positions.row', { number: n + 1 }) })}
        />
      ))}
      {removed && (
        <div class="undo" role="status">
          <span>{say('positions.removed', { row: removed.row })}</span>
          <Button id="positions-undo" variant="secondary" onClick={() => restore(removed)}>
            {say('positions.undo')}
          </Button>
        </div>
      )}
      <p class="kern-sr-only" role="status">
        {said}
      </p>
      {mayChangeRows && order.length < MOST && (
        <div>
          <Button variant="secondary" onClick={add}>
            {formText('positions.add')}
          </Button>
        </div>
      )}
      {order.length >= MOST && <p class="kern-body">{say('positions.most')}</p>}
      {order.length > 0 && <PositionSums />}
    </Group>
  );
};
