import { useState } from 'preact/hooks';
import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { Button } from '../../../fields/Button.tsx';
import { Select } from '../../../fields/Select.tsx';
import { usePortal } from '../../app/context.ts';
import { Failure } from '../../parts/Failure.tsx';
import { t } from '../../texts.ts';
import { say } from '../texts.ts';

interface Props {
  application: string;
  of: ApplicationFile['advances'];
  onDone: () => void;
}

/** Money ahead of the decision, for what goes on from last year: the clerk says for how many months. */
export const AdvanceForm = ({ application, of, onDone }: Props) => {
  const { call, me } = usePortal();
  const [months, setMonths] = useState(1);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  if (!of?.monthly || !of.months || !me.roles.includes('clerk')) return null;
  const { monthly } = of;
  const send = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await call('POST /api/budget-applications/{id}/advances', { id: application, body: { months } });
      onDone();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section class="panel" aria-labelledby="advances">
      <h2 class="portal-h2" id="advances">
        {say('advances.title')}
      </h2>
      <p class="kern-body">{say('advances.text', { sum: formatEuros(monthly) })}</p>
      <form
        class="act"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void send();
        }}
      >
        <Select
          name="advance-months"
          label={say('advances.months')}
          options={Array.from({ length: of.months }, (_, n) => ({
            value: String(n + 1),
            label: say('advances.choice', { months: n + 1, sum: formatEuros(monthly * (n + 1)) }),
          }))}
          value={String(months)}
          onChange={(event) => setMonths(Number(event.currentTarget.value))}
        />
        <Failure error={error} />
        <div class="actions">
          <Button type="submit" busy={busy}>
            {busy ? t('app.sending') : say('advances.send')}
          </Button>
        </div>
      </form>
    </section>
  );
};
