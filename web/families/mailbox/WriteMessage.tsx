import { useState } from 'preact/hooks';
import { newMessage } from '../../../domain/api/families.ts';
import { Button } from '../../fields/Button.tsx';
import { ErrorSummary } from '../../fields/ErrorSummary.tsx';
import { fieldId } from '../../fields/field.ts';
import { Progress } from '../../fields/Progress.tsx';
import { TextArea } from '../../fields/TextArea.tsx';
import { isOtherBody, ProblemError } from '../api/call.ts';
import { mailbox, message } from '../api/families.ts';
import { uuidV7 } from '../device/uuid.ts';
import { charactersLeft } from '../language/characters-left.ts';
import { sentence, t } from '../language/texts.ts';
import { forgetMessage, keepMessage, keptMessage, type MessageDraft } from './message-draft.ts';
import type { Act } from './use-mailbox.ts';

const wrongIn = (draft: MessageDraft): string | undefined => {
  const parsed = newMessage.safeParse(draft);
  return parsed.success ? undefined : parsed.error.issues[0]?.message;
};

/** Writes back. The text is kept in the tab until the server has it. */
export const WriteMessage = ({ code, act }: { code: string; act: Act }) => {
  const [draft, set] = useState(keptMessage);
  const [attempt, setAttempt] = useState(0);
  const [refused, setRefused] = useState<string>();
  const [sending, setSending] = useState(false);
  const error = sentence('text', refused ?? (attempt > 0 ? wrongIn(draft) : undefined));

  const change = (next: MessageDraft) => {
    setRefused(undefined);
    keepMessage(next);
    set(next);
  };
  const send = async () => {
    // Read anew: a second try may come after the text or its id has changed.
    const { id, text } = keptMessage();
    try {
      await message(code, { id, text });
    } catch (problem) {
      if (isOtherBody(problem)) change({ id: uuidV7(), text });
      if (problem instanceof ProblemError && problem.status === 422) {
        setRefused(problem.problem?.errors?.[0]?.message ?? 'wrong-type');
        setAttempt((n) => n + 1);
        return undefined;
      }
      throw problem;
    }
    forgetMessage();
    set(keptMessage());
    setAttempt(0);
    return mailbox(code);
  };

  return (
    <section class="stack" aria-labelledby="write">
      <h2 class="kern-heading-medium" id="write">
        {t('mailbox.write')}
      </h2>
      <ErrorSummary
        title={t('errors.title', { count: 1 })}
        errors={error ? [{ id: fieldId('text'), message: error }] : []}
        attempt={attempt}
      />
      <form
        class="stack form"
        noValidate
        onSubmit={async (event) => {
          event.preventDefault();
          if (sending) return;
          setAttempt((n) => n + 1);
          if (wrongIn(draft)) return;
          setSending(true);
          await act(send, t('mailbox.sent'));
          setSending(false);
        }}
      >
        <TextArea
          name="text"
          label={t('message')}
          hint={t('message.hint')}
          error={error}
          dir="auto"
          max={1_000}
          left={charactersLeft}
          value={draft.text}
          onInput={(event) => change({ ...draft, text: event.currentTarget.value })}
        />
        <div>
          <Button type="submit" busy={sending}>
            {t('mailbox.send')}
          </Button>
        </div>
        <Progress text={sending ? t('mailbox.sending') : undefined} />
      </form>
    </section>
  );
};
