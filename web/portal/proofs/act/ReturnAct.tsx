import { useFieldArray } from 'react-hook-form';
import type { ProofFile } from '../../../../domain/api/proof.ts';
import { Button } from '../../../fields/Button.tsx';
import { Select } from '../../../fields/Select.tsx';
import { TextArea } from '../../../fields/TextArea.tsx';
import { draftField } from '../../drafts/use-draft-form.ts';
import { ActForm } from '../../office/act/ActForm.tsx';
import { sendOf, textOf } from '../../office/act/act-texts.ts';
import { type ActBase, type InName, useAct } from '../../office/act/use-act.ts';
import { leftText } from '../../parts/left-text.ts';
import { returnChoices } from '../field-name.ts';
import { say } from '../texts.ts';

interface Values extends InName {
  fields: { path: string; reason: string }[];
}

const LONGEST = 3_000;
const blank = { path: '', reason: '' };

/** A return to the provider: fields, each with its reason. Only these can be corrected. */
export const ReturnAct = ({ file, ...props }: ActBase & { file: ProofFile }) => {
  const { action } = props;
  const act = useAct<Values>(props, {
    empty: { fields: [blank], for: '' },
    read: ({ fields }) => ({
      more: { fields: fields.map(({ path, reason }) => ({ path, reason: reason.trim() })) },
    }),
    order: ({ fields }) =>
      fields.flatMap((_, n) => {
        const row = say('query.field', { number: n + 1 });
        return [[`fields.${n}.path`, row] as const, [`fields.${n}.reason`, row] as const];
      }),
  });
  const rows = useFieldArray({ control: act.form.control, name: 'fields' });
  const options = returnChoices(file);
  return (
    <ActForm {...props} act={act} text={textOf(action)} send={sendOf(action)}>
      {rows.fields.map((row, n) => (
        <fieldset key={row.id} class="act-row">
          <legend class="portal-h4">{say('query.field', { number: n + 1 })}</legend>
          <Select
            label={say('query.field', { number: n + 1 })}
            empty={say('query.choose')}
            options={options}
            {...draftField(act.form, `fields.${n}.path`)}
          />
          <TextArea
            label={say('query.reason')}
            max={LONGEST}
            left={leftText}
            rows={3}
            {...draftField(act.form, `fields.${n}.reason`)}
          />
        </fieldset>
      ))}
      <div>
        <Button variant="secondary" onClick={() => rows.append(blank)}>
          {say('query.add')}
        </Button>
      </div>
    </ActForm>
  );
};
