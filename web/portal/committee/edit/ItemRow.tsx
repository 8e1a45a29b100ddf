import type { UseFormReturn } from 'react-hook-form';
import { nonPublicReasons } from '../../../../domain/forms/committee-session/reasons.ts';
import { Button } from '../../../fields/Button.tsx';
import { RadioGroup } from '../../../fields/Choices.tsx';
import { FieldError } from '../../../fields/FieldParts.tsx';
import { fieldId } from '../../../fields/field.ts';
import { Select } from '../../../fields/Select.tsx';
import { draftField, fieldSentence } from '../../drafts/use-draft-form.ts';
import { type Facts, ItemFacts } from '../session/ItemFacts.tsx';
import { say } from '../texts.ts';
import type { SessionFields } from './session-fields.ts';

interface Props {
  form: UseFormReturn<SessionFields, unknown, never>;
  n: number;
  count: number;
  name: string;
  facts: Facts | undefined;
  /** Whether the case still lies with the committee. */
  here: boolean;
  onMove: (to: number) => void;
  onRemove: () => void;
}

const publicities = () => [
  { value: 'yes', label: say('edit.public.yes') },
  { value: 'no', label: say('edit.public.no') },
];

/** The buttons of one item: their labels say which item, for a list of "up" says nothing to who does not see it. */
const Moves = ({ n, count, onMove, onRemove }: Pick<Props, 'n' | 'count' | 'onMove' | 'onRemove'>) => (
  <div class="actions">
    <Button
      id={`up-${n}`}
      variant="tertiary"
      disabled={n === 0}
      aria-label={say('edit.up.of', { number: n + 1 })}
      onClick={() => onMove(n - 1)}
    >
      {say('edit.up')}
    </Button>
    <Button
      id={`down-${n}`}
      variant="tertiary"
      disabled={n === count - 1}
      aria-label={say('edit.down.of', { number: n + 1 })}
      onClick={() => onMove(n + 1)}
    >
      {say('edit.down')}
    </Button>
    <Button variant="tertiary" aria-label={say('edit.remove.of', { number: n + 1 })} onClick={onRemove}>
      {say('edit.remove')}
    </Button>
  </div>
);

/** One item of the agenda that is being prepared. */
export const ItemRow = ({ form, n, count, name, facts, here, onMove, onRemove }: Props) => {
  const id = fieldId(`items.${n}.case`);
  const isPublic = form.watch(`items.${n}.public`) !== 'no';
  return (
    <fieldset class="agenda-row" id={id} tabIndex={-1}>
      <legend class="portal-h4">{say('edit.item', { number: n + 1, name })}</legend>
      {!here && <p class="agenda-note">{say('item.left')}</p>}
      <FieldError id={id} error={fieldSentence(form, `items.${n}.case`)} />
      <RadioGroup
        horizontal
        label={say('edit.public')}
        options={publicities()}
        {...draftField(form, `items.${n}.public`)}
      />
      {isPublic && facts?.positions === 1 && <p class="agenda-note">{say('edit.single')}</p>}
      {!isPublic && (
        <Select
          label={say('edit.reason')}
          empty={say('edit.reason.choose')}
          options={nonPublicReasons.map((value) => ({ value, label: say(`reason.${value}`) }))}
          {...draftField(form, `items.${n}.reason`)}
        />
      )}
      {facts && (
        <details class="agenda-facts">
          <summary>{facts.fileNumber}</summary>
          <ItemFacts of={facts} />
        </details>
      )}
      <Moves n={n} count={count} onMove={onMove} onRemove={onRemove} />
    </fieldset>
  );
};
