import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import type { Decision } from '../../../../domain/api/portal.ts';
import { TextArea } from '../../../fields/TextArea.tsx';
import { draftField } from '../../drafts/use-draft-form.ts';
import { leftText } from '../../parts/left-text.ts';
import { t } from '../../texts.ts';
import { commentHint, commentLabel } from './act-texts.ts';

/** As long as a note may be. */
export const LONGEST = 3_000;

interface Props<T extends FieldValues> {
  action: string;
  form: UseFormReturn<T, unknown, Decision>;
  must: boolean;
  rows?: number;
}

/** Own words that come with an action; they become a note of the file. */
export const CommentField = <T extends FieldValues & { comment: string }>({
  action,
  form,
  must,
  rows = 4,
}: Props<T>) => (
  <TextArea
    label={commentLabel(action)}
    hint={commentHint(action)}
    {...(must ? {} : { optional: t('app.optional') })}
    max={LONGEST}
    left={leftText}
    rows={rows}
    {...draftField(form, 'comment' as Path<T>)}
  />
);
