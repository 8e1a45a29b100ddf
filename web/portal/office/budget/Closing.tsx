import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import type { closingAnswer } from '../../../../domain/api/budget.ts';
import { isOver } from '../../../../domain/budget/close-frame.ts';
import type { CalendarDate } from '../../../../domain/calendar/period.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { Button } from '../../../fields/Button.tsx';
import { ConfirmDialog } from '../../../fields/ConfirmDialog.tsx';
import { Progress } from '../../../fields/Progress.tsx';
import { now } from '../../api/now.ts';
import { useLoad } from '../../api/use-load.ts';
import { usePortal } from '../../app/context.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { t } from '../../texts.ts';
import { dateOf, dayText } from '../../time/dates.ts';
import { say } from '../texts.ts';

type Answer = z.infer<typeof closingAnswer>;

const rowsOf = ({ proven, settlement, returned, toState, carriedOver, released }: Answer) =>
  [
    ['proven', proven],
    ['state', settlement.state],
    ['county', settlement.county],
    ['returned', returned],
    ['toState', toState],
    ['carriedOver', carriedOver],
    ['released', released],
  ] as const;

const Unsettled = ({ of }: { of: Answer }) => {
  const { hashOf } = usePortal();
  return (
    <>
      <h3 class="portal-h3">{say('closing.unsettled')}</h3>
      {of.unsettled.length === 0 ? (
        <p class="kern-body portal-muted">{say('closing.unsettled.none')}</p>
      ) : (
        <>
          {of.hindering > 0 && <p class="kern-body">{say('closing.hindering', { count: of.hindering })}</p>}
          <DataTable
            caption={say('closing.unsettled')}
            rows={of.unsettled}
            keyOf={({ application, reason }) => `${application} ${reason}`}
            columns={[
              {
                key: 'file',
                label: say('closing.file'),
                names: true,
                cell: ({ application, fileNumber, provider }) => (
                  <span class="case-name">
                    <a
                      class="kern-link kern-link--no-visited-state"
                      href={hashOf({ id: application, form: 'budget-application' })}
                    >
                      {fileNumber ?? application}
                    </a>
                    {provider && <span class="case-place">{provider}</span>}
                  </span>
                ),
              },
              {
                key: 'reason',
                label: say('closing.reason'),
                cell: ({ reason }) => say(`closing.reason.${reason}`),
              },
              {
                key: 'sum',
                label: say('closing.sum'),
                numeric: true,
                cell: ({ amount }) => formatEuros(amount),
              },
            ]}
          />
        </>
      )}
    </>
  );
};

/** The treasurer closes the year once nothing hinders it; it asks first, for nothing takes it back. */
const Close = ({ of, onClosed }: { of: Answer; onClosed: () => void }) => {
  const { call } = usePortal();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const close = () => {
    setBusy(true);
    setError(undefined);
    const { state: figure, voluntary } = of.figures;
    call('PUT /api/budgets/{year}', {
      params: { year: String(of.year) },
      body: { state: 'closed', figure, voluntary },
      ifMatch: of.version,
    })
      .then(onClosed, setError)
      .finally(() => {
        setBusy(false);
        setAsking(false);
      });
  };
  return (
    <>
      <div class="actions">
        <Button variant="secondary" onClick={() => setAsking(true)}>
          {say('closing.close')}
        </Button>
      </div>
      <Failure error={error} />
      <ConfirmDialog
        open={asking}
        title={say('closing.close.title', { year: String(of.year) })}
        confirm={say('closing.close.confirm')}
        cancel={t('app.cancel')}
        busy={busy}
        onConfirm={close}
        onCancel={() => setAsking(false)}
      >
        <p class="kern-body">{say('closing.close.text')}</p>
      </ConfirmDialog>
    </>
  );
};

interface Props {
  year: number;
  /** How many entries the year has: with another the closing is another. */
  entries: number;
  onClosed: () => void;
}

/** Whether the year can be closed today. */
const mayClose = ({ state, hindering, year }: Answer, today: CalendarDate): boolean =>
  state === 'in-force' && hindering === 0 && isOver(year, today);

/** What the year was closed with, or would be closed with today, and what cannot be settled yet. */
export const Closing = ({ year, entries, onClosed }: Props) => {
  const { me, call } = usePortal();
  const { data, error, loading, reload } = useLoad(`closing ${year} ${entries}`, () =>
    call('GET /api/budgets/{year}/closing', { params: { year: String(year) } }),
  );
  return (
    <section class="panel" aria-labelledby="closing">
      <h2 class="portal-h2" id="closing">
        {say('closing.title')}
      </h2>
      <Progress text={loading && !data ? t('app.loading') : undefined} />
      <Failure error={error} onRetry={reload} />
      {data && (
        <>
          <p class="kern-body">
            {data.at
              ? say('closing.lead.closed', { day: dayText(data.at), by: data.by ?? '–' })
              : say('closing.lead.open')}
          </p>
          <DataTable
            caption={say('closing.table')}
            rows={rowsOf(data)}
            keyOf={([key]) => key}
            columns={[
              {
                key: 'what',
                label: say('closing.what'),
                names: true,
                cell: ([key]) => say(`closing.${key}`),
              },
              {
                key: 'sum',
                label: say('closing.sum'),
                numeric: true,
                cell: ([, sum]) => formatEuros(sum),
              },
            ]}
          />
          <Unsettled of={data} />
          {data.state !== 'closed' && !isOver(year, dateOf(now())) && (
            <p class="kern-body portal-muted">{say('closing.year-runs')}</p>
          )}
          {mayClose(data, dateOf(now())) && me.roles.includes('treasurer') && (
            <Close
              of={data}
              onClosed={() => {
                reload();
                onClosed();
              }}
            />
          )}
        </>
      )}
    </section>
  );
};
