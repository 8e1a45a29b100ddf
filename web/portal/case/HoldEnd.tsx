import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import type { ContactSubmission, holdEnd } from '../../../domain/api/portal.ts';
import { holdEndReasons } from '../../../domain/forms/contact-request/reasons.ts';
import { usePortal } from '../app/context.ts';
import { t, word } from '../texts.ts';
import { ChoiceDialog } from './ChoiceDialog.tsx';
import type { CaseState } from './use-case.ts';

interface Props {
  of: ContactSubmission;
  state: CaseState;
  onClose: () => void;
}

const options = holdEndReasons.map((value) => ({ value, label: word('hold-end-reason', value) }));

/** Ends the keeping for a child's protection: it asks why, and says that the deletion follows. */
export const HoldEnd = ({ of, state, onClose }: Props) => {
  const { call } = usePortal();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const end = async (reason: z.infer<typeof holdEnd>['reason']) => {
    setBusy(true);
    setError(undefined);
    try {
      await call('POST /api/submissions/{id}/hold-end', { id: of.id, body: { reason } });
      onClose();
      state.did(t('hold-end.done'));
    } catch (failure) {
      if (state.overtaken(failure)) onClose();
      else setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <ChoiceDialog
      busy={busy}
      error={error}
      name="reason"
      title={t('hold-end.title')}
      text={t('hold-end.text')}
      label={t('hold-end.reason')}
      confirm={t('hold-end.confirm')}
      options={options}
      onChoose={(reason) => void end(reason as z.infer<typeof holdEnd>['reason'])}
      onCancel={onClose}
    />
  );
};
