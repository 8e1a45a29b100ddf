import { useState } from 'preact/hooks';
import type { DistributionAnswer, ScenarioShown } from '../../../../domain/api/distribution.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { Button } from '../../../fields/Button.tsx';
import { ConfirmDialog } from '../../../fields/ConfirmDialog.tsx';
import { usePortal } from '../../app/context.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { t } from '../../texts.ts';
import { figuresMoment } from '../../time/dates.ts';
import { say } from '../texts.ts';

interface Props {
  of: DistributionAnswer;
  onWithdrawn: (now: DistributionAnswer) => void;
}

/** Scenarios that nobody resolved can be withdrawn: a year takes thirty. */
export const Withdrawable = ({ of, onWithdrawn }: Props) => {
  const { call } = usePortal();
  const [asked, setAsked] = useState<ScenarioShown>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const open = of.scenarios.filter(({ resolved }) => !resolved);
  if (open.length === 0) return null;
  const close = () => {
    setAsked(undefined);
    setError(undefined);
  };
  const withdraw = ({ id }: ScenarioShown) => {
    setBusy(true);
    setError(undefined);
    call('POST /api/distributions/{year}/scenarios/{id}/withdrawal', {
      id,
      params: { year: String(of.year) },
    })
      .then((now) => {
        close();
        onWithdrawn(now);
      }, setError)
      .finally(() => setBusy(false));
  };
  return (
    <details class="panel import-list">
      <summary>{say('withdraw.title')}</summary>
      <DataTable
        caption={say('withdraw.title')}
        rows={open}
        keyOf={({ id }) => id}
        columns={[
          { key: 'name', label: say('withdraw.name'), names: true, cell: ({ name }) => name },
          { key: 'sum', label: say('compare.rule.sum'), numeric: true, cell: ({ sum }) => formatEuros(sum) },
          { key: 'at', label: say('withdraw.made'), cell: ({ at }) => figuresMoment(at) },
          { key: 'by', label: say('withdraw.by'), cell: ({ byName }) => byName ?? '–' },
          {
            key: 'act',
            label: say('withdraw.act'),
            cell: (one) => (
              <Button
                variant="tertiary"
                aria-label={say('withdraw.of', { name: one.name })}
                onClick={() => setAsked(one)}
              >
                {say('withdraw.act')} …
              </Button>
            ),
          },
        ]}
      />
      {asked && (
        <ConfirmDialog
          open
          title={say('withdraw.of', { name: asked.name })}
          confirm={busy ? t('app.sending') : say('withdraw.act')}
          cancel={t('app.cancel')}
          busy={busy}
          onConfirm={() => withdraw(asked)}
          onCancel={close}
        >
          <Failure error={error} />
          <p class="kern-body">{say('withdraw.text')}</p>
        </ConfirmDialog>
      )}
    </details>
  );
};
