import { ActForm } from './ActForm.tsx';
import { sendOf, textOf } from './act-texts.ts';
import { readComment } from './CommentAct.tsx';
import { CommentField } from './CommentField.tsx';
import { CommitteeSays, firstConditions } from './CommitteeSays.tsx';
import { type Conditioned, ConditionList, conditionAt, readConditions } from './ConditionList.tsx';
import { GrantedSum } from './GrantedSum.tsx';
import { type ActProps, useAct } from './use-act.ts';

/** The draft of a grant: the whole sum, with conditions that begin as the county has them and the committee wants them. */
export const GrantAct = (props: ActProps) => {
  const { of, file, action } = props;
  const act = useAct<Conditioned>(props, {
    empty: { conditions: firstConditions(file), comment: '', for: '' },
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
      <CommitteeSays sum={sum} file={file} />
    </ActForm>
  );
};
