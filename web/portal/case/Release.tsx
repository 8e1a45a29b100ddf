import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import type { CaseMessage, ContactSubmission, release } from '../../../domain/api/portal.ts';
import { now } from '../api/now.ts';
import { usePortal } from '../app/context.ts';
import { ReleaseDialog } from './ReleaseDialog.tsx';
import { type Released, ReleaseSheet, releasedAnswer } from './ReleaseSheet.tsx';
import type { CaseState } from './use-case.ts';

export type ReleaseBody = z.infer<typeof release>;
interface Props {
  of: ContactSubmission;
  state: CaseState;
  messages: readonly CaseMessage[];
  open: boolean;
  onClose: () => void;
}

/** The release of chosen content to the general social service (§ 8a SGB VIII), and the sheet that is handed over. */
export const Release = ({ of, state, messages, open, onClose }: Props) => {
  const { call } = usePortal();
  const [released, setReleased] = useState<Released>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const send = async (body: ReleaseBody) => {
    setBusy(true);
    setError(undefined);
    try {
      const answer = await call('POST /api/submissions/{id}/release', { id: of.id, body });
      setReleased({ ...releasedAnswer.parse(answer), reason: body.reason, at: now().toISOString() });
      onClose();
      state.reload();
    } catch (failure) {
      if (state.overtaken(failure)) onClose();
      else setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {released && <ReleaseSheet of={of} released={released} onClose={() => setReleased(undefined)} />}
      {open && (
        <ReleaseDialog
          answers={of.content === 'all'}
          messages={messages.filter((one) => one.text !== undefined)}
          busy={busy}
          error={error}
          onRelease={(body) => void send(body)}
          onCancel={() => {
            setError(undefined);
            onClose();
          }}
        />
      )}
    </>
  );
};
