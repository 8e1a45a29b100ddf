import { TextField } from '../../../fields/TextField.tsx';
import { now } from '../../api/now.ts';
import { draftField } from '../../drafts/use-draft-form.ts';
import { dateOf } from '../../time/dates.ts';
import { say } from '../texts.ts';
import { ActForm } from './ActForm.tsx';
import { sendOf, textOf } from './act-texts.ts';
import { readComment } from './CommentAct.tsx';
import { CommentField } from './CommentField.tsx';
import { type ActBase, type InName, useAct } from './use-act.ts';

interface Values extends InName {
  sentOn: string;
  receivedOn: string;
  fileBy: string;
  comment: string;
}

interface Props extends ActBase {
  /** Which day it is: of posting, on which something came in, or until which there is time. */
  field: 'sentOn' | 'receivedOn' | 'fileBy';
  withComment?: boolean;
  note?: string | undefined;
}

/** An action that happened on a day: something was posted, something came in. */
export const DateAct = ({ field, withComment = false, note, ...props }: Props) => {
  const { action } = props;
  const act = useAct<Values>(props, {
    empty: { sentOn: dateOf(now()), receivedOn: '', fileBy: '', comment: '', for: '' },
    read: (values) => {
      const { more } = readComment(withComment ? values.comment : '', false);
      const day = values[field];
      return {
        more: { ...more, ...(day && { [field]: day }) },
        issues: day ? [] : [{ path: [field], message: 'date' }],
      };
    },
    order: () => [field, ...(withComment ? ['comment'] : [])],
  });
  return (
    <ActForm {...props} act={act} text={textOf(action)} send={sendOf(action)}>
      <div class="act-day">
        <TextField type="date" label={say(`act.${field}`)} {...draftField(act.form, field)} />
      </div>
      {note && <p class="kern-body">{note}</p>}
      {withComment && <CommentField action={action} form={act.form} must={false} rows={3} />}
    </ActForm>
  );
};
