import { useState } from 'preact/hooks';
import type { UnclearItem } from '../../../../domain/api/payments.ts';
import { Button } from '../../../fields/Button.tsx';
import { ConfirmDialog } from '../../../fields/ConfirmDialog.tsx';
import { ErrorSummary } from '../../../fields/ErrorSummary.tsx';
import { fieldId } from '../../../fields/field.ts';
import { TextArea } from '../../../fields/TextArea.tsx';
import { usePortal } from '../../app/context.ts';
import { Failure } from '../../parts/Failure.tsx';
import { leftText } from '../../parts/left-text.ts';
import { problemText, t } from '../../texts.ts';
import { say } from '../texts.ts';

const LONGEST = 500;

/** Says what became of a booking that changed nothing. */
export const Clarify = ({ of, onDone }: { of: UnclearItem; onDone: () => void }) => {
  const { call } = usePortal();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const close = () => {
    setOpen(false);
    setError(undefined);
    setAttempt(0);
  };
  const send = () => {
    if (!reason.trim()) return setAttempt(attempt + 1);
    setBusy(true);
    setError(undefined);
    call('POST /api/payment-clarifications/{id}/answer', { id: of.id, body: { reason } })
      .then(() => {
        close();
        onDone();
      }, setError)
      .finally(() => setBusy(false));
  };
  const name = `clarify-${of.id.slice(0, 8)}`;
  const wrong =
    attempt > 0 && !reason.trim() ? problemText({ path: ['comment'], message: 'required' }) : undefined;
  return (
    <>
      <Button
        variant="tertiary"
        aria-label={say('unclear.open.of', { reference: of.reference })}
        onClick={() => setOpen(true)}
      >
        {say('unclear.open')}
      </Button>
      {open && (
        <ConfirmDialog
          open
          title={say('unclear.open.of', { reference: of.reference })}
          confirm={busy ? t('app.sending') : say('unclear.send')}
          cancel={t('app.cancel')}
          busy={busy}
          onConfirm={send}
          onCancel={close}
        >
          <ErrorSummary
            title={t('app.errors', { count: 1 })}
            errors={wrong ? [{ id: fieldId(name), message: wrong }] : []}
            attempt={attempt}
          />
          <Failure error={error} />
          <p class="kern-body">{say('unclear.open.text')}</p>
          <TextArea
            name={name}
            label={say('unclear.reason')}
            max={LONGEST}
            left={leftText}
            value={reason}
            error={wrong}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </ConfirmDialog>
      )}
    </>
  );
};
