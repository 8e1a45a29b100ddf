import { formatEuros } from '../../../../domain/money/euros.ts';
import { say } from '../texts.ts';
import { ActForm } from './ActForm.tsx';
import { sendOf, textOf } from './act-texts.ts';
import { readComment } from './CommentAct.tsx';
import { CommentField } from './CommentField.tsx';
import { type Conditioned, ConditionList, conditionAt, readConditions } from './ConditionList.tsx';
import { GrantedSum } from './GrantedSum.tsx';
import { type ActProps, useAct } from './use-act.ts';

/** The draft of a grant: the whole sum, with conditions that begin as the county has them. */
export const GrantAct = (props: ActProps) => {
  const { of, file, action } = props;
  const conditions = (file.rules?.conditions ?? []).map((text) => ({ text }));
  const act = useAct<Conditioned>(props, {
    empty: { conditions, comment: '', for: '' },
    read: (values) => ({
      more: {
        ...readComment(values.comment, false).more,
        conditions: readConditions(values.conditions),
      },
    }),
    order: (values) => [...values.conditions.map((_, n) => conditionAt(n)), 'comment'],
  });
  const sum = of.applied ?? 0;
  return (
    <ActForm {...props} act={act} text={textOf(action)} send={sendOf(action)}>
      <GrantedSum sum={sum} file={file} />
      <CommentField action={action} form={act.form} must={false} rows={3} />
      <ConditionList form={act.form} />
      {sum > (file.rules?.committeeAbove ?? Number.MAX_VALUE) && (
        <p class="kern-body">
          {say('grant.committee', { sum: formatEuros(file.rules?.committeeAbove ?? 0) })}
        </p>
      )}
    </ActForm>
  );
};
