import { useState } from 'preact/hooks';
import type { CorrectionItem } from '../../../../domain/api/budget.ts';
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

interface Props {
  year: number;
  of: CorrectionItem;
  onAnswered: () => void;
}

/** Confirms or rejects what another person proposed. */
export const CorrectionAnswer = ({ year, of, onAnswered }: Props) => {
  const { call } = usePortal();
  const [open, setOpen] = useState<'confirm' | 'reject'>();
  const [reason, setReason] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const asked = { id: of.id, params: { year: String(year) } };
  const answer = () => {
    if (open === 'reject' && !reason.trim()) return setAttempt(attempt + 1);
    setBusy(true);
    setError(undefined);
    const sent =
      open === 'reject'
        ? call('POST /api/budgets/{year}/corrections/{id}/rejection', { ...asked, body: { reason } })
        : call('POST /api/budgets/{year}/corrections/{id}/confirmation', asked);
    sent
      .then(() => {
        setOpen(undefined);
        onAnswered();
      }, setError)
      .finally(() => setBusy(false));
  };
  const wrong =
    attempt > 0 && !reason.trim() ? problemText({ path: ['comment'], message: 'required' }) : undefined;
  return (
    <>
      <div class="actions">
        <Button onClick={() => setOpen('confirm')}>{say('correction.confirm')} …</Button>
        <Button variant="secondary" onClick={() => setOpen('reject')}>
          {say('correction.reject')} …
        </Button>
      </div>
      {open && (
        <ConfirmDialog
          open
          title={say(`correction.${open}`)}
          confirm={busy ? t('app.sending') : say(`correction.${open}.send`)}
          cancel={t('app.cancel')}
          busy={busy}
          onConfirm={answer}
          onCancel={() => {
            setOpen(undefined);
            setError(undefined);
            setAttempt(0);
          }}
        >
          <ErrorSummary
            title={t('app.errors', { count: 1 })}
            errors={open === 'reject' && wrong ? [{ id: fieldId('rejection'), message: wrong }] : []}
            attempt={attempt}
          />
          <Failure error={error} />
          <p class="kern-body">{say(`correction.${open}.text`)}</p>
          {open === 'reject' && (
            <TextArea
              name="rejection"
              label={say('correction.reason')}
              max={LONGEST}
              left={leftText}
              rows={3}
              value={reason}
              error={wrong}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </ConfirmDialog>
      )}
    </>
  );
};
