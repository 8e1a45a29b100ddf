import { useState } from 'preact/hooks';
import type { ContactSubmission } from '../../../domain/api/portal.ts';
import { Button } from '../../fields/Button.tsx';
import { usePortal } from '../app/context.ts';
import { Failure } from '../parts/Failure.tsx';
import { t } from '../texts.ts';
import type { CaseState } from './use-case.ts';

/** What was entrusted to somebody else: the way to it is the family's consent. */
export const EarlierContent = ({ of, state }: { of: ContactSubmission; state: CaseState }) => {
  const { call } = usePortal();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const ask = () => {
    setBusy(true);
    setError(undefined);
    call('POST /api/submissions/{id}/consent-requests', { id: of.id })
      .then(() => state.did(t('consent.done')), setError)
      .finally(() => setBusy(false));
  };
  return (
    <section class="panel" aria-labelledby="earlier">
      <h2 class="portal-h2" id="earlier">
        {t('content.own.title')}
      </h2>
      <p class="kern-body">{t('content.own.text')}</p>
      <Failure error={error} onRetry={ask} />
      {of.consentAsked && <p class="kern-body">{t('consent.asked')}</p>}
      {!of.consentAsked && !of.ended && (
        <Button variant="secondary" busy={busy} onClick={ask}>
          {busy ? t('app.sending') : t('consent.ask')}
        </Button>
      )}
    </section>
  );
};
