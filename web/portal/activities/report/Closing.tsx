import { useState } from 'preact/hooks';
import type { ActivityAnswer } from '../../../../domain/api/activities.ts';
import { Button } from '../../../fields/Button.tsx';
import { usePortal } from '../../app/context.ts';
import { Failure } from '../../parts/Failure.tsx';
import { t } from '../../texts.ts';
import { momentText } from '../../time/dates.ts';
import { monthText, say } from '../texts.ts';

interface Props {
  of: ActivityAnswer;
  onChanged: (now: ActivityAnswer) => void;
  onReload: () => void;
}

/** What is not counted yet: closed despite it, the report says less than was done. */
const Missing = ({ of }: { of: ActivityAnswer }) => {
  const late = (of.sums?.kitas ?? []).filter(({ missing }) => missing.length > 0);
  const count = late.reduce((sum, { missing }) => sum + missing.length, 0);
  if (count === 0) return <p class="kern-body">{say('closing.complete')}</p>;
  return (
    <details class="import-list">
      <summary>{say('closing.missing', { count })}</summary>
      <ul class="kern-list kern-list--bullet">
        {late.map(({ id, name, missing }) => (
          <li key={id}>
            {name}: {missing.map(monthText).join(', ')}
          </li>
        ))}
      </ul>
    </details>
  );
};

/** The year's report is closed, so that it stays as it is, or opened again for a correction. */
export const Closing = ({ of, onChanged, onReload }: Props) => {
  const { call } = usePortal();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const { closed, version, changes } = of.report;
  const change = () => {
    setBusy(true);
    setError(undefined);
    call('PUT /api/activity-reports/{year}', {
      params: { year: String(of.year) },
      body: { closed: !closed },
      ifMatch: version,
    })
      .then(onChanged, (failure: unknown) => {
        setError(failure);
        onReload();
      })
      .finally(() => setBusy(false));
  };
  return (
    <section class="panel goal-tools" aria-labelledby="closing">
      <h2 class="portal-h2" id="closing">
        {say(closed ? 'closing.closed' : 'closing.open')}
      </h2>
      <p class="kern-body">{say(closed ? 'closing.closed.text' : 'closing.open.text')}</p>
      <Missing of={of} />
      {changes.length > 0 && (
        <ul class="kern-list kern-list--bullet">
          {changes.map((one) => (
            <li key={one.at}>
              {say(one.closed ? 'closing.was-closed' : 'closing.was-opened', {
                moment: momentText(one.at),
                name: one.byName ?? '',
              })}
            </li>
          ))}
        </ul>
      )}
      <Failure error={error} />
      <div>
        <Button variant="secondary" busy={busy} onClick={change}>
          {busy ? t('app.sending') : say(closed ? 'closing.reopen' : 'closing.close')}
        </Button>
      </div>
    </section>
  );
};
