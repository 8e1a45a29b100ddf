import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../fields/Button.tsx';
import { t } from '../texts.ts';

/** Over the view, which stays as it is: the session ended, and nothing is lost by it. */
export const SessionEnded = ({ onLogin }: { onLogin: () => Promise<void> }) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const [busy, setBusy] = useState(false);
  const id = useId();
  useLayoutEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return (
    <dialog
      class="kern-dialog"
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => event.preventDefault()}
    >
      <div class="kern-dialog__header">
        <h2 class="kern-title kern-title--large" id={id}>
          {t('login.ended.title')}
        </h2>
      </div>
      <div class="kern-dialog__body">
        <p class="kern-body">{t('login.ended.text')}</p>
      </div>
      <div class="kern-dialog__footer">
        <Button
          busy={busy}
          onClick={() => {
            setBusy(true);
            onLogin().catch(() => setBusy(false));
          }}
        >
          {t('login.ended.button')}
        </Button>
      </div>
    </dialog>
  );
};
