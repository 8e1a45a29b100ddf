import { useState } from 'preact/hooks';
import type { BudgetSubmission } from '../../../../domain/api/portal.ts';
import { Button } from '../../../fields/Button.tsx';
import { ConfirmDialog } from '../../../fields/ConfirmDialog.tsx';
import { usePortal } from '../../app/context.ts';
import { Failure } from '../../parts/Failure.tsx';
import { t } from '../../texts.ts';
import { say } from '../texts.ts';

interface Props {
  of: BudgetSubmission;
  onDone: (said: string) => void;
}

/** Ends one's own application, or throws a draft away, when somebody has said it twice. */
export const Withdraw = ({ of, onDone }: Props) => {
  const { call } = usePortal();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const kind = of.at === 'draft' ? 'withdraw.draft' : 'withdraw';
  if (!of.actions.includes('withdraw')) return null;
  const withdraw = () => {
    setBusy(true);
    setError(undefined);
    const body = { step: of.at, action: 'withdraw', version: of.version };
    call('POST /api/submissions/{id}/decisions', { id: of.id, body })
      .then(() => onDone(say(`${kind}.done`)), setError)
      .finally(() => setBusy(false));
  };
  return (
    <div class="withdraw">
      <Button variant="tertiary" onClick={() => setOpen(true)}>
        {say(kind === 'withdraw' ? 'withdraw.open' : 'withdraw.draft')}
      </Button>
      {open && (
        <ConfirmDialog
          open
          title={say(`${kind}.title`)}
          confirm={busy ? t('app.sending') : say(`${kind}.confirm`)}
          cancel={t('app.cancel')}
          busy={busy}
          onConfirm={withdraw}
          onCancel={() => setOpen(false)}
        >
          <Failure error={error} />
          <p class="kern-body">{say(`${kind}.text`)}</p>
        </ConfirmDialog>
      )}
    </div>
  );
};
