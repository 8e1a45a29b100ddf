import { useFieldArray } from 'react-hook-form';
import { Button } from '../../../fields/Button.tsx';
import { Select } from '../../../fields/Select.tsx';
import { TextArea } from '../../../fields/TextArea.tsx';
import { queryChoices } from '../../application/query-choices.ts';
import { draftField } from '../../drafts/use-draft-form.ts';
import { leftText } from '../../parts/left-text.ts';
import { say } from '../texts.ts';
import { ActForm } from './ActForm.tsx';
import { sendOf, textOf } from './act-texts.ts';
import { readComment } from './CommentAct.tsx';
import { CommentField, LONGEST } from './CommentField.tsx';
import { type ActProps, type InName, useAct } from './use-act.ts';

interface Values extends InName {
  fields: { path: string; reason: string }[];
  comment: string;
}

const blank = { path: '', reason: '' };

const readFields = ({ fields, comment }: Values) => ({
  more: {
    ...readComment(comment, false).more,
    fields: fields.map(({ path, reason }) => ({ path, reason: reason.trim() })),
  },
  // The same field asked twice would be two reasons for one correction.
  issues: fields.flatMap(({ path }, n) =>
    path && fields.findIndex((one) => one.path === path) < n
      ? [{ path: ['fields', n, 'path'], message: 'repeated' }]
      : [],
  ),
});

/** Queries to the provider: fields of the form, each with what is asked. Only these can be corrected. */
export const QueryAct = (props: ActProps) => {
  const { action, file } = props;
  const act = useAct<Values>(props, {
    empty: { fields: [blank], comment: '', for: '' },
    read: readFields,
    order: ({ fields }) => [
      ...fields.flatMap((_, n) => {
        const row = say('query.row', { number: n + 1 });
        return [[`fields.${n}.path`, row] as const, [`fields.${n}.reason`, row] as const];
      }),
      'comment',
    ],
  });
  const rows = useFieldArray({ control: act.form.control, name: 'fields' });
  const groups = queryChoices({ answers: file.answers ?? {}, kitas: file.kitas });
  return (
    <ActForm {...props} act={act} text={textOf(action)} send={sendOf(action)}>
      <ol class="act-rows">
        {rows.fields.map((row, n) => (
          <li key={row.id} class="act-row">
            <fieldset>
              <legend class="portal-h4">{say('query.row', { number: n + 1 })}</legend>
              <Select
                label={say('query.field')}
                empty={say('query.choose')}
                groups={groups}
                {...draftField(act.form, `fields.${n}.path`)}
              />
              <TextArea
                label={say('query.reason')}
                hint={say('query.reason.hint')}
                max={LONGEST}
                left={leftText}
                rows={3}
                {...draftField(act.form, `fields.${n}.reason`)}
              />
              {rows.fields.length > 1 && (
                <Button variant="tertiary" onClick={() => rows.remove(n)}>
                  {say('query.remove', { number: n + 1 })}
                </Button>
              )}
            </fieldset>
          </li>
        ))}
      </ol>
      <div>
        <Button variant="secondary" onClick={() => rows.append(blank)}>
          {say('query.add')}
        </Button>
      </div>
      <CommentField action={action} form={act.form} must={false} rows={3} />
    </ActForm>
  );
};
