import { useState } from 'preact/hooks';
import type { RoundFile } from '../../../../domain/api/survey-rounds.ts';
import { Button } from '../../../fields/Button.tsx';
import { ConfirmDialog } from '../../../fields/ConfirmDialog.tsx';
import { usePortal } from '../../app/context.ts';
import { Failure } from '../../parts/Failure.tsx';
import { t, word } from '../../texts.ts';
import { say } from '../texts.ts';
import type { RoundState } from './use-round.ts';

/** What is done with a button of its own; a round is opened from the form that prepares it. */
const OFFERED = ['discard', 'end-round', 'evaluate', 'erase'] as const;
type Asked = (typeof OFFERED)[number] | 'open';

interface DialogProps {
  file: Pick<RoundFile, 'id' | 'at' | 'version'>;
  state: RoundState;
  action: Asked;
  /** The saved state that is opened. */
  saved?: number;
  onClose: () => void;
}

/** Asks before something that cannot be taken back, and does it. */
export const AskedAct = ({ file, state, action, saved, onClose }: DialogProps) => {
  const { call } = usePortal();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const act = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const body = { step: file.at, action, version: file.version, ...(saved !== undefined && { saved }) };
      const answer = await call('POST /api/submissions/{id}/decisions', { id: file.id, body });
      onClose();
      state.did(word('done', action), 'actions' in answer ? answer : undefined);
    } catch (failure) {
      if (state.overtaken(failure)) onClose();
      else setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog
      open
      title={say(`ask.${action}.title`)}
      confirm={busy ? t('app.sending') : say(`ask.${action}.confirm`)}
      cancel={t('app.cancel')}
      busy={busy}
      onConfirm={() => void act()}
      onCancel={onClose}
    >
      <Failure error={error} />
      <p class="kern-body">{say(`ask.${action}.text`)}</p>
    </ConfirmDialog>
  );
};

/** The buttons of what may be done with a round now. */
export const RoundActs = ({ file, state }: { file: RoundFile; state: RoundState }) => {
  const [open, setOpen] = useState<Asked>();
  return (
    <>
      {OFFERED.filter((action) => file.actions.includes(action)).map((action) => (
        <Button
          key={action}
          id={`act-${action}`}
          variant={action === 'evaluate' ? 'primary' : 'secondary'}
          onClick={() => setOpen(action)}
        >
          {word('action', action)} …
        </Button>
      ))}
      {open && <AskedAct file={file} state={state} action={open} onClose={() => setOpen(undefined)} />}
    </>
  );
};
