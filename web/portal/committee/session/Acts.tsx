import { useState } from 'preact/hooks';
import type { SessionFile } from '../../../../domain/api/committee.ts';
import { Button } from '../../../fields/Button.tsx';
import { ConfirmDialog } from '../../../fields/ConfirmDialog.tsx';
import { usePortal } from '../../app/context.ts';
import { Failure } from '../../parts/Failure.tsx';
import { t, word } from '../../texts.ts';
import { say } from '../texts.ts';
import type { SessionState } from './use-session.ts';

type Asked = 'cancel' | 'reopen';

interface Props {
  file: SessionFile;
  state: SessionState;
}

/** What is asked before it is done, for it cannot be taken back or makes papers invalid. */
export const AskedActs = ({ file, state }: Props) => {
  const { call } = usePortal();
  const [open, setOpen] = useState<Asked>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const close = () => {
    setOpen(undefined);
    setError(undefined);
  };
  const act = async (action: Asked) => {
    setBusy(true);
    setError(undefined);
    try {
      const body = { step: file.at, action, version: file.version };
      const answer = await call('POST /api/submissions/{id}/decisions', { id: file.id, body });
      close();
      state.did(word('done', action), 'actions' in answer ? answer : undefined);
    } catch (failure) {
      if (state.overtaken(failure)) close();
      else setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const offered = (['reopen', 'cancel'] as const).filter((action) => file.actions.includes(action));
  return (
    <>
      {offered.map((action) => (
        <Button key={action} variant="tertiary" onClick={() => setOpen(action)}>
          {say(`${action}.open`)}
        </Button>
      ))}
      {open && (
        <ConfirmDialog
          open
          title={say(`${open}.title`)}
          confirm={busy ? t('app.sending') : say(`${open}.confirm`)}
          cancel={t('app.cancel')}
          busy={busy}
          onConfirm={() => void act(open)}
          onCancel={close}
        >
          <Failure error={error} />
          <p class="kern-body">{say(`${open}.text`)}</p>
        </ConfirmDialog>
      )}
    </>
  );
};
