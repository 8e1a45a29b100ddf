import type { UnclearItem } from '../../../../domain/api/payments.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import type { Loaded } from '../../api/use-load.ts';
import { usePortal } from '../../app/context.ts';
import { type DataColumn, DataTable } from '../../parts/DataTable.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { dateText, figuresMoment } from '../../time/dates.ts';
import { knows, say } from '../texts.ts';
import { Clarify } from './Clarify.tsx';

const whyOf = ({ result }: UnclearItem) => {
  const key = `bookings.result.${result}`;
  return knows(key) ? say(key) : result;
};

/** What was said to a booking that is clarified, and by whom; where nobody said anything it was entered after all. */
const answerOf = ({ answered }: UnclearItem) => {
  if (!answered) return '–';
  const moment = figuresMoment(answered.at);
  return answered.reason
    ? say('unclear.answered', { moment, name: answered.byName ?? '–', reason: answered.reason })
    : say('unclear.entered', { moment });
};

const columns: DataColumn<UnclearItem>[] = [
  { key: 'reference', label: say('bookings.reference'), names: true, cell: (one) => one.reference },
  { key: 'number', label: say('bookings.number'), cell: ({ number }) => number },
  { key: 'amount', label: say('bookings.amount'), numeric: true, cell: ({ amount }) => formatEuros(amount) },
  { key: 'on', label: say('bookings.on'), cell: ({ on }) => dateText(on) },
  { key: 'why', label: say('bookings.why'), cell: whyOf },
];

interface Props {
  list: Loaded<{ items: UnclearItem[] }>;
}

/** Bookings that fit nothing, from all files, until somebody has clarified them. They change nothing, clarified or not. */
export const Unclear = ({ list: { data, error, reload } }: Props) => {
  const { me } = usePortal();
  const open = data?.items.filter(({ state }) => state === 'open') ?? [];
  const clarified = data?.items.filter(({ state }) => state === 'clarified') ?? [];
  if (!error && open.length + clarified.length === 0) return null;
  const act: DataColumn<UnclearItem> = {
    key: 'act',
    label: say('unclear.act'),
    cell: (one) => <Clarify of={one} onDone={reload} />,
  };
  const answered: DataColumn<UnclearItem> = { key: 'answer', label: say('unclear.answer'), cell: answerOf };
  return (
    <section class="panel" aria-labelledby="unclear">
      <h2 class="portal-h2" id="unclear">
        {say('unclear.title', { count: open.length })}
      </h2>
      <Failure error={error} onRetry={reload} />
      {open.length === 0 ? (
        <p class="kern-body">{say('unclear.none')}</p>
      ) : (
        <>
          <p class="kern-body">{say('unclear.text')}</p>
          <DataTable
            caption={say('unclear.caption')}
            rows={open}
            keyOf={({ id }) => id}
            columns={[...columns, ...(me.roles.includes('treasurer') ? [act] : [])]}
          />
        </>
      )}
      {clarified.length > 0 && (
        <details class="import-list">
          <summary>{say('unclear.clarified')}</summary>
          <DataTable
            caption={say('unclear.clarified')}
            rows={clarified}
            keyOf={({ id }) => id}
            columns={[...columns, answered]}
          />
        </details>
      )}
    </section>
  );
};
