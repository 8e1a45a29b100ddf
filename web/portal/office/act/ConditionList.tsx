import { type UseFormReturn, useFieldArray } from 'react-hook-form';
import type { Decision } from '../../../../domain/api/portal.ts';
import { Button } from '../../../fields/Button.tsx';
import { TextArea } from '../../../fields/TextArea.tsx';
import { draftField } from '../../drafts/use-draft-form.ts';
import { say } from '../texts.ts';
import type { InName } from './use-act.ts';

export interface Conditioned extends InName {
  conditions: { text: string }[];
  comment: string;
}

/** The conditions as the API takes them: what was emptied is left out. */
export const readConditions = (conditions: Conditioned['conditions']): string[] =>
  conditions.map(({ text }) => text.trim()).filter(Boolean);

/** A condition in the order of the page. */
export const conditionAt = (n: number) =>
  [`conditions.${n}.text`, say('conditions.row', { number: n + 1 })] as const;

/** What the notice ties the money to: begun with what the county ties every grant to. */
export const ConditionList = <T extends Conditioned>({
  form: own,
}: {
  form: UseFormReturn<T, unknown, Decision>;
}) => {
  // Of the form it needs nothing but the conditions.
  const form = own as unknown as UseFormReturn<Conditioned, unknown, Decision>;
  const rows = useFieldArray({ control: form.control, name: 'conditions' });
  return (
    <fieldset class="act-conditions">
      <legend class="portal-h4">{say('conditions.title')}</legend>
      <p class="kern-hint">{say('conditions.hint')}</p>
      <ol class="act-rows">
        {rows.fields.map((row, n) => (
          <li key={row.id} class="act-row">
            <TextArea
              label={say('conditions.row', { number: n + 1 })}
              rows={2}
              {...draftField(form, `conditions.${n}.text`)}
            />
            <Button variant="tertiary" onClick={() => rows.remove(n)}>
              {say('conditions.remove', { number: n + 1 })}
            </Button>
          </li>
        ))}
      </ol>
      <div>
        <Button variant="secondary" onClick={() => rows.append({ text: '' })}>
          {say('conditions.add')}
        </Button>
      </div>
    </fieldset>
  );
};
