import { useState } from 'preact/hooks';
import type { BudgetSubmission } from '../../../../domain/api/portal.ts';
import { Button } from '../../../fields/Button.tsx';
import { ConfirmDialog } from '../../../fields/ConfirmDialog.tsx';
import { ErrorSummary } from '../../../fields/ErrorSummary.tsx';
import { fieldId } from '../../../fields/field.ts';
import { TextArea } from '../../../fields/TextArea.tsx';
import { usePortal } from '../../app/context.ts';
import { Failure } from '../../parts/Failure.tsx';
import { leftText } from '../../parts/left-text.ts';
import { problemText, t, word } from '../../texts.ts';
import { say } from '../texts.ts';

/** As long as a note may be. */
const LONGEST = 3_000;

/** A case goes back to the clerk without a resolution, with the reason why. */
export const GiveBack = ({ of }: { of: BudgetSubmission }) => {
  const { call, go, home, drafts } = usePortal();
  const name = `give-back.${of.id}`;
  const [open, setOpen] = useState(false);
  const [comment, setComment] = useState(drafts.read<string>(name) ?? '');
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const text = comment.trim();
  const code = text === '' ? 'required' : text.length > LONGEST ? 'too-long' : undefined;
  const wrong = attempt > 0 && code ? problemText({ path: ['comment'], message: code }) : undefined;
  const send = async () => {
    setAttempt(attempt + 1);
    if (code) return;
    setBusy(true);
    setError(undefined);
    try {
      const body = { step: of.at, action: 'give-back', version: of.version, comment: text };
      await call('POST /api/submissions/{id}/decisions', { id: of.id, body });
      drafts.remove(name);
      go(home, word('done', 'give-back'));
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {say('give-back.open')}
      </Button>
      {open && (
        <ConfirmDialog
          open
          title={say('give-back.title')}
          confirm={busy ? t('app.sending') : say('give-back.confirm')}
          cancel={t('app.cancel')}
          busy={busy}
          onConfirm={() => void send()}
          onCancel={() => setOpen(false)}
        >
          <ErrorSummary
            title={t('app.errors', { count: 1 })}
            errors={wrong ? [{ id: fieldId('comment'), message: wrong }] : []}
            attempt={attempt}
          />
          <Failure error={error} />
          <TextArea
            name="comment"
            label={say('give-back.comment')}
            max={LONGEST}
            left={leftText}
            rows={4}
            value={comment}
            error={wrong}
            onInput={(event) => {
              setComment(event.currentTarget.value);
              drafts.write(name, event.currentTarget.value);
            }}
          />
        </ConfirmDialog>
      )}
    </>
  );
};
