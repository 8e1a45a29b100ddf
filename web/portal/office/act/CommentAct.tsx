import { ActForm } from './ActForm.tsx';
import { sendOf, textOf } from './act-texts.ts';
import { CommentField } from './CommentField.tsx';
import { type ActBase, type InName, useAct } from './use-act.ts';

interface Values extends InName {
  comment: string;
}

/** Words that may come with an action are left out when there are none; those that must are missed by the rules. */
export const readComment = (comment: string, must: boolean) => {
  const text = comment.trim();
  return {
    more: text ? { comment: text } : {},
    issues: must && !text ? [{ path: ['comment'], message: 'required' }] : [],
  };
};

/** An action with own words: an opinion, a reason, a remark. */
export const CommentAct = ({ must, ...props }: ActBase & { must: boolean }) => {
  const act = useAct<Values>(props, {
    empty: { comment: '', for: '' },
    read: ({ comment }) => readComment(comment, must),
    order: () => ['comment'],
  });
  const { action } = props;
  return (
    <ActForm {...props} act={act} text={textOf(action)} send={sendOf(action)}>
      <CommentField action={action} form={act.form} must={must} rows={must ? 6 : 3} />
    </ActForm>
  );
};
