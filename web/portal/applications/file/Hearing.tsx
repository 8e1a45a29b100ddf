import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../../fields/Button.tsx';
import { ErrorSummary } from '../../../fields/ErrorSummary.tsx';
import { fieldId } from '../../../fields/field.ts';
import { TextArea } from '../../../fields/TextArea.tsx';
import { usePortal } from '../../app/context.ts';
import { Failure } from '../../parts/Failure.tsx';
import { leftText } from '../../parts/left-text.ts';
import { problemText, t } from '../../texts.ts';
import { say } from '../texts.ts';
import type { Opened } from '../use-file.ts';

const LONGEST = 3_000;

interface Props extends Opened {
  onDone: (said: string) => void;
}

const wrongIn = (text: string): string | undefined => {
  if (!text.trim()) return say('file.hearing.required');
  return text.trim().length > LONGEST ? problemText({ path: ['comment'], message: 'too-long' }) : undefined;
};

/** What the office intends and why, and what the provider says to it. The text stays in this tab until it is sent. */
export const Hearing = ({ of, file, onDone }: Props) => {
  const { call, drafts } = usePortal();
  const name = `statement ${of.id}`;
  const [text, setText] = useState(() => drafts.read<string>(name) ?? '');
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    if (text) drafts.write(name, text);
  }, [text]);
  const reasons = file.notes.findLast(({ action }) => action === 'refuse')?.text;
  const wrong = attempt > 0 ? wrongIn(text) : undefined;
  const send = async () => {
    if (busy) return;
    if (wrongIn(text)) return setAttempt(attempt + 1);
    setBusy(true);
    setError(undefined);
    try {
      const body = { step: of.at, action: 'respond', version: of.version, comment: text };
      await call('POST /api/submissions/{id}/decisions', { id: of.id, body });
      drafts.remove(name);
      onDone(say('file.hearing.done'));
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <form
      class="act"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <ErrorSummary
        title={say('errors.title', { count: 1 })}
        errors={wrong ? [{ id: fieldId('comment'), message: wrong }] : []}
        attempt={attempt}
      />
      <p class="kern-body">{say('file.hearing.text')}</p>
      {reasons && (
        <div class="note">
          <h3 class="portal-h3">{say('file.hearing.reasons')}</h3>
          <p class="answer-text">{reasons}</p>
        </div>
      )}
      <TextArea
        name="comment"
        label={say('file.hearing.label')}
        value={text}
        rows={8}
        max={LONGEST}
        left={leftText}
        {...(wrong && { error: wrong })}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <Failure error={error} title={say('file.hearing.failed')} onRetry={() => void send()} />
      <div class="actions">
        <Button type="submit" busy={busy}>
          {busy ? t('app.sending') : say('file.hearing.send')}
        </Button>
      </div>
    </form>
  );
};
