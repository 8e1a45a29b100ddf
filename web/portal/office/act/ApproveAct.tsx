import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import type { noticeAnswer } from '../../../../domain/api/documents.ts';
import { FieldError } from '../../../fields/FieldParts.tsx';
import { fieldId } from '../../../fields/field.ts';
import { usePortal } from '../../app/context.ts';
import { fieldSentence } from '../../drafts/use-draft-form.ts';
import { DocumentButton } from '../../parts/DocumentButton.tsx';
import { sizeText } from '../../parts/size-text.ts';
import { t } from '../../texts.ts';
import { say } from '../texts.ts';
import { ActForm } from './ActForm.tsx';
import { sendOf, textOf } from './act-texts.ts';
import { type ActBase, type InName, useAct } from './use-act.ts';

type Notice = z.infer<typeof noticeAnswer>;
interface Values extends InName {
  /** No field: the document that was looked at is kept by this form alone, for it is only good today. */
  document: string;
}

const FIELD = fieldId('document');

/** What was saved by the browser, so that one can tell it from another document. */
const Seen = ({ notice }: { notice: Notice }) => (
  <p class="kern-body act-document" role="status">
    {say('approve.seen', { size: sizeText(notice.size) })}{' '}
    <span class="data-note">{say('approve.sha256', { sha256: notice.sha256 })}</span>
  </p>
);

/** Approves exactly the document that was rendered for this person today, and that they have saved and seen. */
export const ApproveAct = (props: ActBase) => {
  const { of, action } = props;
  const { call } = usePortal();
  const [rendered, setRendered] = useState<Notice>();
  const [seen, setSeen] = useState<Notice>();
  const act = useAct<Values>(props, {
    empty: { document: '', for: '' },
    read: () => ({
      more: seen ? { document: seen.sha256 } : {},
      issues: seen ? [] : [{ path: ['document'], message: 'required' }],
    }),
    order: () => ['document'],
  });
  const draw = async () => {
    const notice = await call('POST /api/submissions/{id}/notice', { id: of.id });
    setRendered(notice);
    setSeen(notice.draft ? undefined : notice);
    act.form.clearErrors('document');
    return notice;
  };
  const error = seen ? undefined : fieldSentence(act.form, 'document');
  return (
    <ActForm {...props} act={act} text={textOf(action)} send={sendOf(action)} typed={false}>
      <div class="act-document-box">
        <DocumentButton
          id={FIELD}
          variant="secondary"
          label={say(seen ? 'approve.again' : 'approve.draw')}
          busyLabel={say('approve.drawing')}
          link={draw}
          describedBy={error ? `${FIELD}-error` : undefined}
        />
        <FieldError id={FIELD} error={error} />
        {seen && <Seen notice={seen} />}
        {rendered?.draft && <p class="kern-body">{say('approve.draft')}</p>}
      </div>
      <p class="kern-body kern-body--small portal-muted">{t('app.download.hint')}</p>
    </ActForm>
  );
};
