import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import type { exportAnswer, exportItem } from '../../../../domain/api/payments.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { Alert } from '../../../fields/Alert.tsx';
import { Button } from '../../../fields/Button.tsx';
import { useLoad } from '../../api/use-load.ts';
import { usePortal } from '../../app/context.ts';
import { newId } from '../../case/new-id.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { DocumentButton } from '../../parts/DocumentButton.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Said } from '../../parts/Said.tsx';
import { figuresMoment } from '../../time/dates.ts';
import { orderHash } from '../addresses.ts';
import { say } from '../texts.ts';

type Item = z.infer<typeof exportItem>;
type Answer = z.infer<typeof exportAnswer>;

/** What an export could not take along, and why. */
const Left = ({ left }: { left: NonNullable<Answer['left']> }) => (
  <Alert kind="warning" title={say('export.left', { count: left.length })} level={3}>
    <ul>
      {left.map(({ order, reason }) => (
        <li key={order}>
          <a class="kern-link kern-link--no-visited-state" href={orderHash(order)}>
            {say('list.what')}
          </a>
          : {say(`export.left.${reason}`)}
        </li>
      ))}
    </ul>
  </Alert>
);

const Table = ({
  items,
  onAgain,
}: {
  items: readonly Item[];
  onAgain: ((id: string) => void) | undefined;
}) => {
  const { call } = usePortal();
  return (
    <DataTable
      caption={say('export.list')}
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        { key: 'at', label: say('export.at'), names: true, cell: ({ at }) => figuresMoment(at) },
        { key: 'by', label: say('export.by'), cell: ({ byName }) => byName ?? '–' },
        { key: 'rows', label: say('export.rows'), numeric: true, cell: ({ rows }) => rows },
        { key: 'sum', label: say('export.sum'), numeric: true, cell: ({ amount }) => formatEuros(amount) },
        {
          key: 'file',
          label: say('export.file'),
          cell: ({ id, state }) => {
            if (state === 'closed')
              return (
                <DocumentButton
                  label={say('export.save')}
                  busyLabel={say('export.saving')}
                  link={() => call('GET /api/payment-exports/{id}/file', { id })}
                />
              );
            return onAgain ? (
              <Button variant="tertiary" onClick={() => onAgain(id)}>
                {say('export.again')}
              </Button>
            ) : (
              say('export.open')
            );
          },
        },
      ]}
    />
  );
};

/** Hands what was ordered over to the cash office, and keeps every file that was. */
export const Exports = ({ onExported }: { onExported: () => void }) => {
  const { me, call } = usePortal();
  const list = useLoad('exports', () => call('GET /api/payment-exports'));
  const [id, setId] = useState(newId);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [done, setDone] = useState<Answer>();
  const mayExport = me.roles.includes('treasurer');
  const hand = async (of: string) => {
    setBusy(true);
    setError(undefined);
    setDone(undefined);
    try {
      let answer = await call('POST /api/payment-exports/{id}', { id: of });
      // One call has seconds: more than it can take along is taken along by the next.
      for (let n = 0; answer.state === 'open' && answer.rows > 0 && n < 100; n += 1)
        answer = await call('POST /api/payment-exports/{id}', { id: of });
      setDone(answer);
      if (answer.state === 'closed') setId(newId());
      onExported();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
      list.reload();
    }
  };
  return (
    <section class="panel" aria-labelledby="exports">
      <h2 class="portal-h2" id="exports">
        {say('export.title')}
      </h2>
      <p class="kern-body">{say('export.text')}</p>
      {mayExport && (
        <div class="actions">
          <Button busy={busy} onClick={() => void hand(id)}>
            {busy ? say('export.waiting') : say('export.send')}
          </Button>
        </div>
      )}
      <Failure error={error} />
      <Said
        text={
          done && done.rows > 0
            ? say('export.done', { count: done.rows, sum: formatEuros(done.amount) })
            : undefined
        }
      />
      {done?.left && done.left.length > 0 && <Left left={done.left} />}
      <h3 class="portal-h3">{say('export.list')}</h3>
      <Failure error={list.error} onRetry={list.reload} />
      {list.data && list.data.items.length === 0 && (
        <p class="kern-body portal-muted">{say('export.none')}</p>
      )}
      {list.data && list.data.items.length > 0 && (
        <Table items={list.data.items} onAgain={mayExport ? (of) => void hand(of) : undefined} />
      )}
    </section>
  );
};
