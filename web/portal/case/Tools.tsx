import { useState } from 'preact/hooks';
import type { CaseMessage, ContactSubmission } from '../../../domain/api/portal.ts';
import { Button } from '../../fields/Button.tsx';
import { ConfirmDialog } from '../../fields/ConfirmDialog.tsx';
import { usePortal } from '../app/context.ts';
import { Failure } from '../parts/Failure.tsx';
import { ReceiptSheet } from '../parts/ReceiptSheet.tsx';
import { t } from '../texts.ts';
import { HoldEnd } from './HoldEnd.tsx';
import { Release } from './Release.tsx';
import type { CaseState } from './use-case.ts';

interface Props {
  of: ContactSubmission;
  state: CaseState;
  messages: readonly CaseMessage[];
}
type Open = 'block' | 'receipt' | 'release' | 'hold-end' | undefined;

/** What is needed rarely and with care: a new code, a closed mailbox, the release for a child's protection and its end. */
export const Tools = ({ of, state, messages }: Props) => {
  const { call } = usePortal();
  const [open, setOpen] = useState<Open>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [receipt, setReceipt] = useState<string>();
  const close = () => {
    setOpen(undefined);
    setError(undefined);
  };
  const show = (what: Open) => {
    state.setNotice(undefined);
    setOpen(what);
  };
  const run = (work: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    work()
      .then(close, (failure: unknown) => (state.overtaken(failure) ? close() : setError(failure)))
      .finally(() => setBusy(false));
  };
  const block = () =>
    run(async () => {
      const body = { blocked: !of.blocked };
      await call('POST /api/submissions/{id}/block', { id: of.id, body });
      state.did(t(of.blocked ? 'unblock.done' : 'block.done'));
    });
  const reissue = () =>
    run(async () => {
      setReceipt((await call('POST /api/submissions/{id}/receipt', { id: of.id })).receipt);
      state.reload();
    });
  const kind = of.blocked ? ('unblock' as const) : ('block' as const);
  const dialog = { open: true, busy, cancel: t('app.cancel'), onCancel: close };
  return (
    <>
      {receipt && (
        <ReceiptSheet
          title={t('receipt.done')}
          receipt={receipt}
          language={of.language}
          onClose={() => setReceipt(undefined)}
        />
      )}
      <section class="panel" aria-labelledby="tools">
        <h2 class="portal-h2" id="tools">
          {t('tools.title')}
        </h2>
        <div class="tools">
          <Button variant="secondary" onClick={() => show('receipt')}>
            {t('receipt.reissue')}
          </Button>
          {!of.ended && (
            <Button variant="secondary" onClick={() => show('block')}>
              {t(of.blocked ? 'block.unblock' : 'block.block')}
            </Button>
          )}
          <Button variant="secondary" onClick={() => show('release')}>
            {t('release.open')}
          </Button>
          {of.held && (
            <Button variant="secondary" onClick={() => show('hold-end')}>
              {t('hold-end.open')}
            </Button>
          )}
        </div>
      </section>
      {open === 'receipt' && (
        <ConfirmDialog
          {...dialog}
          title={t('receipt.title')}
          confirm={busy ? t('app.sending') : t('receipt.confirm')}
          onConfirm={reissue}
        >
          <Failure error={error} />
          <p class="kern-body">{t('receipt.text')}</p>
        </ConfirmDialog>
      )}
      {open === 'block' && (
        <ConfirmDialog
          {...dialog}
          title={t(`${kind}.title`)}
          confirm={busy ? t('app.sending') : t(`${kind}.confirm`)}
          onConfirm={block}
        >
          <Failure error={error} />
          <p class="kern-body">{t(`${kind}.text`)}</p>
        </ConfirmDialog>
      )}
      {open === 'hold-end' && <HoldEnd of={of} state={state} onClose={close} />}
      <Release
        of={of}
        state={state}
        messages={messages}
        open={open === 'release'}
        onClose={() => setOpen(undefined)}
      />
    </>
  );
};
