import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'preact/hooks';
import { type NewMessage, newMessage } from '../../../domain/api/families.ts';
import type { CaseMessage, ContactSubmission } from '../../../domain/api/portal.ts';
import { Button } from '../../fields/Button.tsx';
import { ErrorSummary } from '../../fields/ErrorSummary.tsx';
import { TextArea } from '../../fields/TextArea.tsx';
import { problemKind } from '../api/failures.ts';
import { usePortal } from '../app/context.ts';
import { draftField, summaryOf, takeFieldErrors, useDraftForm } from '../drafts/use-draft-form.ts';
import { Failure } from '../parts/Failure.tsx';
import { leftText } from '../parts/left-text.ts';
import { t, word } from '../texts.ts';
import { newId } from './new-id.ts';
import { Sentences } from './Sentences.tsx';
import type { CaseState } from './use-case.ts';

const MAX = 1_000;
const isOtherBody = (error: unknown) => problemKind(error) === 'other-body';

interface Props {
  of: ContactSubmission;
  state: CaseState;
  onSent: (message: CaseMessage) => void;
  onReload: () => void;
}

/** The reply to the family. Its id is made with the draft, so that sending twice is harmless. */
export const Reply = ({ of, state, onSent, onReload }: Props) => {
  const { call } = usePortal();
  const { form, discard } = useDraftForm<NewMessage, NewMessage>(`reply.${of.id}`, zodResolver(newMessage), {
    id: newId(),
    text: '',
  });
  const [said, setSaid] = useState('');
  const [error, setError] = useState<unknown>();
  const send = form.handleSubmit(async (body) => {
    setSaid('');
    setError(undefined);
    state.setNotice(undefined);
    try {
      const message = await call('POST /api/submissions/{id}/messages', { id: of.id, body });
      discard({ id: newId(), text: '' });
      setSaid(t('reply.sent'));
      onSent(message);
    } catch (failure) {
      if (isOtherBody(failure)) {
        form.setValue('id', newId());
        setSaid(t('reply.arrived'));
        onReload();
      } else if (!state.overtaken(failure) && !takeFieldErrors(form, failure)) setError(failure);
    }
  });
  const insert = (sentence: string) => {
    const text = form.getValues('text').trimEnd();
    form.setValue('text', text ? `${text}\n${sentence}` : sentence, { shouldDirty: true });
    setSaid(t('sentences.inserted'));
  };
  const { isSubmitting, submitCount } = form.formState;
  const errors = summaryOf(form, ['text']);
  return (
    <form class="reply" noValidate onSubmit={(event) => void send(event as never)}>
      <ErrorSummary
        title={t('app.errors', { count: errors.length })}
        errors={isSubmitting ? [] : errors}
        attempt={submitCount}
      />
      <TextArea
        label={t('reply.label')}
        hint={t('reply.hint', { language: word('language', of.language) })}
        max={MAX}
        left={leftText}
        rows={5}
        dir="auto"
        {...draftField(form, 'text')}
      />
      <Failure error={error} title={t('reply.failed')} onRetry={() => void send()} />
      <div class="actions">
        <Button type="submit" busy={isSubmitting}>
          {isSubmitting ? t('app.sending') : t('reply.send')}
        </Button>
        <p class="reply-said" role="status">
          {said}
        </p>
      </div>
      <p class="kern-body kern-body--small portal-muted">{t('reply.draft')}</p>
      <Sentences language={of.language} onInsert={insert} />
    </form>
  );
};
