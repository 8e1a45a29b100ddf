import { useState } from 'preact/hooks';
import type { BookingAnswer } from '../../../../domain/api/payments.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { Alert } from '../../../fields/Alert.tsx';
import { Button } from '../../../fields/Button.tsx';
import { Progress } from '../../../fields/Progress.tsx';
import { useLoad } from '../../api/use-load.ts';
import { usePortal } from '../../app/context.ts';
import { Faults } from '../../distribution/import/Faults.tsx';
import { TableField } from '../../distribution/import/TableField.tsx';
import { useImport } from '../../distribution/import/use-import.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Said } from '../../parts/Said.tsx';
import { dateText, figuresMoment } from '../../time/dates.ts';
import { knows, say } from '../texts.ts';

type Row = BookingAnswer['items'][number];

/** What was entered, or counted before; everything else is for a person. */
const DONE = ['booked', 'returned', 'repaid', 'counted'];

/** What changed nothing, with the reason why. */
const ToClarify = ({ rows }: { rows: readonly Row[] }) => (
  <>
    <h3 class="portal-h3">{say('bookings.clarify')}</h3>
    <p class="kern-body">{say(rows.length > 0 ? 'bookings.clarify.text' : 'bookings.clarify.none')}</p>
    {rows.length > 0 && (
      <DataTable
        caption={say('bookings.clarify')}
        rows={rows}
        keyOf={({ n }) => String(n)}
        columns={[
          { key: 'reference', label: say('bookings.reference'), names: true, cell: (row) => row.reference },
          { key: 'number', label: say('bookings.number'), cell: ({ number }) => number },
          {
            key: 'amount',
            label: say('bookings.amount'),
            numeric: true,
            cell: ({ amount }) => formatEuros(amount),
          },
          { key: 'on', label: say('bookings.on'), cell: ({ on }) => dateText(on) },
          {
            key: 'why',
            label: say('bookings.why'),
            cell: ({ result }) => {
              const key = `bookings.result.${result}`;
              return knows(key) ? say(key) : result;
            },
          },
        ]}
      />
    )}
  </>
);

/** Enters a file's bookings part by part, and keeps what became of each. */
const useBooking = (onBooked: () => void) => {
  const { call } = usePortal();
  const [rows, setRows] = useState<readonly Row[]>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const book = async (id: string) => {
    setBusy(true);
    setError(undefined);
    setRows(undefined);
    const found: Row[] = [];
    try {
      for (let from: number | undefined = 0; from !== undefined; ) {
        const answer: BookingAnswer = await call('POST /api/imports/{id}/booking', { id, body: { from } });
        found.push(...answer.items);
        from = answer.next;
      }
      setRows(found);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
      onBooked();
    }
  };
  return { rows, busy, error, book };
};

/** The treasurer's way in for what the finance system has booked: a file, what was entered, and what is to be clarified. */
export const Bookings = ({ onBooked }: { onBooked: () => void }) => {
  const { call } = usePortal();
  const list = useLoad('bookings', () => call('GET /api/imports', { query: { kind: 'bookings' } }));
  const { rows, busy: isBooking, error: failed, book } = useBooking(onBooked);
  const { stage, problem, error, take } = useImport('bookings', (id) => {
    list.reload();
    void book(id);
  });
  const busy = stage.at === 'sending' || stage.at === 'reading' ? stage.at : undefined;
  const refused = stage.at === 'read' && stage.result.state === 'refused' ? stage.result : undefined;
  const count = (of: string) => rows?.filter(({ result }) => result === of).length ?? 0;
  return (
    <section class="panel" aria-labelledby="bookings">
      <h2 class="portal-h2" id="bookings">
        {say('bookings.title')}
      </h2>
      <p class="kern-body">{say('bookings.text')}</p>
      <TableField
        id="bookings-file"
        label={say('bookings.file')}
        hint={say('bookings.hint')}
        problem={problem}
        disabled={busy !== undefined || isBooking}
        onFile={take}
      />
      <Progress text={busy ? say(`bookings.${busy}`) : isBooking ? say('bookings.booking') : undefined} />
      <Failure error={error ?? failed} />
      {refused && (
        <>
          <Alert
            kind="danger"
            role="alert"
            title={say('bookings.refused', { name: refused.name, count: refused.faultCount })}
          >
            <p class="kern-body">{say('bookings.refused.text')}</p>
          </Alert>
          <Faults faults={refused.faults} count={refused.faultCount} />
        </>
      )}
      <Said
        text={
          rows &&
          say('bookings.done', {
            booked: count('booked'),
            returned: count('returned'),
            repaid: count('repaid'),
            counted: count('counted'),
          })
        }
      />
      {rows && <ToClarify rows={rows.filter(({ result }) => !DONE.includes(result))} />}
      {list.data && list.data.items.length > 0 && (
        <details class="import-list">
          <summary>{say('bookings.list')}</summary>
          <DataTable
            caption={say('bookings.list')}
            rows={list.data.items}
            keyOf={({ id }) => id}
            columns={[
              { key: 'name', label: say('bookings.list.name'), names: true, cell: ({ name }) => name },
              { key: 'rows', label: say('bookings.list.rows'), numeric: true, cell: (one) => one.rows },
              { key: 'at', label: say('bookings.list.at'), cell: ({ readAt }) => figuresMoment(readAt) },
              {
                key: 'again',
                label: say('bookings.again'),
                cell: ({ id }) => (
                  <Button variant="tertiary" onClick={() => void book(id)}>
                    {say('bookings.again')}
                  </Button>
                ),
              },
            ]}
          />
        </details>
      )}
    </section>
  );
};
