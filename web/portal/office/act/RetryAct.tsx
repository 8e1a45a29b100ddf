import { formatAmount, readEuros } from '../../../../domain/money/euros.ts';
import { TextField } from '../../../fields/TextField.tsx';
import { draftField } from '../../drafts/use-draft-form.ts';
import { say } from '../texts.ts';
import { ActForm } from './ActForm.tsx';
import { sendOf, textOf } from './act-texts.ts';
import { readComment } from './CommentAct.tsx';
import { CommentField } from './CommentField.tsx';
import { type ActProps, type InName, useAct } from './use-act.ts';

interface Values extends InName {
  voluntary: string;
  comment: string;
}

/** Another try to reserve the sum, perhaps with voluntary county money for a part of it. */
export const RetryAct = (props: ActProps) => {
  const { of, action } = props;
  const act = useAct<Values>(props, {
    empty: { voluntary: formatAmount(0), comment: '', for: '' },
    read: ({ voluntary, comment }) => {
      const amount = readEuros(voluntary);
      const message =
        amount === undefined ? 'amount' : amount > (of.applied ?? 0) ? 'more-than-asked' : undefined;
      return {
        more: { ...readComment(comment, false).more, ...(amount !== undefined && { voluntary: amount }) },
        issues: message ? [{ path: ['voluntary'], message }] : [],
      };
    },
    order: () => ['voluntary', 'comment'],
  });
  return (
    <ActForm {...props} act={act} text={textOf(action)} send={sendOf(action)}>
      <div class="act-day">
        <TextField
          label={say('retry.voluntary')}
          hint={say('retry.voluntary.hint')}
          inputMode="decimal"
          autocomplete="off"
          {...draftField(act.form, 'voluntary')}
        />
      </div>
      <CommentField action={action} form={act.form} must={false} rows={3} />
    </ActForm>
  );
};
