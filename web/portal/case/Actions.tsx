import { useState } from 'preact/hooks';
import type { ContactSubmission, Decision } from '../../../domain/api/portal.ts';
import { outcomes, passReasons } from '../../../domain/forms/contact-request/reasons.ts';
import { Button } from '../../fields/Button.tsx';
import { usePortal } from '../app/context.ts';
import { Failure } from '../parts/Failure.tsx';
import { t, word } from '../texts.ts';
import { AssignDialog } from './AssignDialog.tsx';
import { ChoiceDialog } from './ChoiceDialog.tsx';
import type { CaseState } from './use-case.ts';

/** Actions that need one more word before they are done. */
const asking = ['pass', 'close', 'assign'];
/** Actions after which the case is somebody else's. */
const leaving = ['pass', 'assign'];

const choices = (group: string, codes: readonly string[]) =>
  codes.map((value) => ({ value, label: word(group, value) }));

/** The buttons of what I may do now, in the process's order; the first is the usual way. */
export const Actions = ({ of, state }: { of: ContactSubmission; state: CaseState }) => {
  const { call, go, home } = usePortal();
  const [open, setOpen] = useState<string>();
  const [busy, setBusy] = useState<string>();
  const [error, setError] = useState<unknown>();

  const decide = async (action: string, more: Partial<Decision> = {}) => {
    setBusy(action);
    setError(undefined);
    try {
      const body = { step: of.at, action, version: of.version, ...more };
      const answer = await call('POST /api/submissions/{id}/decisions', { id: of.id, body });
      setOpen(undefined);
      if (!('actions' in answer) || leaving.includes(action)) go(home, word('done', action));
      else state.did(word('done', action), answer);
    } catch (failure) {
      if (state.overtaken(failure)) setOpen(undefined);
      else setError(failure);
    } finally {
      setBusy(undefined);
    }
  };
  const dialog = {
    busy: busy !== undefined,
    error,
    onCancel: () => {
      setOpen(undefined);
      setError(undefined);
    },
  };
  return (
    <>
      <div class="actions">
        {of.actions.map((action, n) => (
          <Button
            key={action}
            variant={n === 0 ? 'primary' : 'secondary'}
            busy={busy !== undefined}
            onClick={() => (asking.includes(action) ? setOpen(action) : decide(action))}
          >
            {busy === action ? t('app.sending') : word('action', action)}
          </Button>
        ))}
      </div>
      {!open && <Failure error={error} />}
      {open === 'pass' && (
        <ChoiceDialog
          {...dialog}
          name="reason"
          title={t('pass.title')}
          text={t('pass.text')}
          label={t('pass.reason')}
          confirm={t('pass.confirm')}
          options={choices('pass-reason', passReasons)}
          onChoose={(reason) => decide('pass', { reason: reason as Decision['reason'] })}
        />
      )}
      {open === 'close' && (
        <ChoiceDialog
          {...dialog}
          name="outcome"
          title={t('close.title')}
          text={t('close.text')}
          label={t('close.outcome')}
          confirm={t('close.confirm')}
          options={choices('outcome', outcomes)}
          onChoose={(outcome) => decide('close', { outcome: outcome as Decision['outcome'] })}
        />
      )}
      {open === 'assign' && (
        <AssignDialog {...dialog} id={of.id} onAssign={(assignTo) => decide('assign', { assignTo })} />
      )}
    </>
  );
};
