import type * as z from 'zod/mini';
import type { statisticsAnswer } from '../../../../domain/api/statistics.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import type { Spread } from '../../../../domain/statistics/spread.ts';
import { Progress } from '../../../fields/Progress.tsx';
import { useLoad } from '../../api/use-load.ts';
import type { ViewProps } from '../../app/area.ts';
import { usePortal } from '../../app/context.ts';
import { useTitle } from '../../app/use-title.ts';
import { type DataColumn, DataTable } from '../../parts/DataTable.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Pairs } from '../../parts/Pairs.tsx';
import { t, word } from '../../texts.ts';
import { statisticsHash } from '../addresses.ts';
import { budgetYear } from '../budget-year.ts';
import { say } from '../texts.ts';
import { YearNav } from '../YearNav.tsx';
import { daysText } from './days-text.ts';

type Statistics = z.infer<typeof statisticsAnswer>;
type Sums = Pick<Statistics, 'count' | 'applied' | 'granted'>;

const sumColumns: DataColumn<Sums>[] = [
  { key: 'count', label: say('statistics.count'), numeric: true, cell: ({ count }) => count },
  {
    key: 'applied',
    label: say('statistics.applied'),
    numeric: true,
    cell: ({ applied }) => formatEuros(applied),
  },
  {
    key: 'granted',
    label: say('statistics.granted'),
    numeric: true,
    cell: ({ granted }) => formatEuros(granted),
  },
];

const States = ({ of }: { of: Statistics }) => (
  <section class="panel" aria-labelledby="states">
    <h2 class="portal-h2" id="states">
      {say('statistics.states')}
    </h2>
    <DataTable
      caption={say('statistics.states')}
      rows={of.byState}
      keyOf={({ at }) => at}
      columns={[
        { key: 'at', label: say('statistics.state'), names: true, cell: ({ at }) => word('step', at) },
        ...sumColumns,
      ]}
    />
  </section>
);

const Days = ({ of: { days } }: { of: Statistics }) => {
  const rows: (Spread & { key: string; name: string })[] = [
    ...days.steps.map((one) => ({ ...one, key: one.step, name: word('step', one.step) })),
    { ...days.decision, key: 'until decision', name: say('statistics.decision') },
    { ...days.whole, key: 'until end', name: say('statistics.whole') },
  ];
  return (
    <section class="panel" aria-labelledby="days">
      <h2 class="portal-h2" id="days">
        {say('statistics.days')}
      </h2>
      <p class="kern-body">{say('statistics.days.text')}</p>
      <DataTable
        caption={say('statistics.days')}
        rows={rows}
        keyOf={({ key }) => key}
        isTotal={({ key }) => key.startsWith('until ')}
        columns={[
          { key: 'name', label: say('statistics.step'), names: true, cell: ({ name }) => name },
          { key: 'count', label: say('statistics.count'), numeric: true, cell: ({ count }) => count },
          {
            key: 'median',
            label: say('statistics.median'),
            numeric: true,
            cell: ({ median }) => daysText(median),
          },
          { key: 'p90', label: say('statistics.p90'), numeric: true, cell: ({ p90 }) => daysText(p90) },
        ]}
      />
    </section>
  );
};

/** How many applications of a year stand where, and how long the office takes without the applicant's days. */
export const StatisticsView = ({ query }: ViewProps) => {
  const { call } = usePortal();
  const year = query.jahr ?? String(budgetYear());
  const title = say('statistics.title');
  useTitle(title);
  const { data, error, loading, reload } = useLoad(`statistics ${year}`, () =>
    call('GET /api/statistics', { query: { form: 'budget-application', year } }),
  );
  return (
    <>
      <YearNav year={Number(year)} hashOf={statisticsHash} />
      <h1 class="portal-h1">{title}</h1>
      <p class="portal-lead">{say('statistics.lead', { year })}</p>
      <Progress text={loading && !data ? t('app.loading') : undefined} />
      <Failure error={error} onRetry={reload} />
      {data && data.count === 0 && <p class="kern-body panel">{say('statistics.none')}</p>}
      {data && data.count > 0 && (
        <>
          <section class="panel" aria-label={say('statistics.all')}>
            <Pairs
              pairs={[
                [say('statistics.all'), <strong>{data.count}</strong>],
                [say('statistics.applied'), formatEuros(data.applied)],
                [say('statistics.granted'), formatEuros(data.granted)],
              ]}
            />
          </section>
          <States of={data} />
          <Days of={data} />
        </>
      )}
    </>
  );
};
