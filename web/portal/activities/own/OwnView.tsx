import { addUpCounts, perDimension } from '../../../../domain/activities/counts.ts';
import { isOver } from '../../../../domain/activities/owed.ts';
import type { ActivityAnswer, OwnKita } from '../../../../domain/api/activities.ts';
import { dimensions } from '../../../../domain/goals/goal.ts';
import { Alert } from '../../../fields/Alert.tsx';
import { now } from '../../api/now.ts';
import { useLoad } from '../../api/use-load.ts';
import type { ViewProps } from '../../app/area.ts';
import { usePortal } from '../../app/context.ts';
import { useTitle } from '../../app/use-title.ts';
import { YearNav } from '../../office/YearNav.tsx';
import { DataTable } from '../../parts/DataTable.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { dateOf } from '../../time/dates.ts';
import { activitiesHash, countHash } from '../addresses.ts';
import { monthText, say } from '../texts.ts';

const today = () => dateOf(now());
const totalOf = (counts: object) =>
  Object.values(counts).reduce<number>((sum, n) => sum + (typeof n === 'number' ? n : 0), 0);

/** The months that are over and that nobody has counted, each with the way to do so. */
const Missing = ({ of }: { of: readonly OwnKita[] }) => {
  const late = of.flatMap(({ kita, name, months }) =>
    months.filter(({ missing }) => missing).map(({ month }) => ({ kita, name, month })),
  );
  if (late.length === 0) return null;
  return (
    <Alert kind="warning" level={2} title={say('missing.title', { count: late.length })}>
      <ul class="kern-list kern-list--bullet">
        {late.map(({ kita, name, month }) => (
          <li key={`${kita} ${month}`}>
            <a class="kern-link kern-link--no-visited-state" href={countHash(`${month}.${kita}`)}>
              {monthText(month)}, {name}
            </a>
          </li>
        ))}
      </ul>
    </Alert>
  );
};

const stateOf = ({ counts, missing }: OwnKita['months'][number]) => {
  if (counts) return say('month.counted', { count: totalOf(counts) });
  return say(missing ? 'month.missing' : 'month.open');
};

const Months = ({ of, isClosed }: { of: OwnKita; isClosed: boolean }) => {
  const thisMonth = today().slice(0, 7);
  const begun = of.months.filter(({ month }) => month === thisMonth || isOver(month, today()));
  return (
    <section class="panel" aria-labelledby={`kita-${of.kita}`}>
      <h2 class="portal-h2" id={`kita-${of.kita}`}>
        {of.name}
      </h2>
      {begun.length === 0 && <p class="kern-body portal-muted">{say('month.none')}</p>}
      <ul class="count-months">
        {begun.map((one) => (
          <li key={one.month}>
            {isClosed ? (
              <span>{monthText(one.month)}</span>
            ) : (
              <a
                class="kern-link kern-link--no-visited-state"
                href={countHash(`${one.month}.${of.kita}`)}
                aria-label={`${monthText(one.month)}, ${of.name}: ${stateOf(one)}`}
              >
                {monthText(one.month)}
              </a>
            )}
            <span class={one.missing ? 'count-missing' : 'portal-muted'}>{stateOf(one)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const TOTAL = 'total';

/** The year by Kita and dimension: what a provider needs for its proof of use. */
const Sums = ({ own }: { own: readonly OwnKita[] }) => {
  const rows = own.map(({ kita, name, months }) => ({
    key: kita,
    name,
    counts: addUpCounts(months.map(({ counts }) => counts ?? {})),
  }));
  const all = { key: TOTAL, name: say('total'), counts: addUpCounts(rows.map(({ counts }) => counts)) };
  return (
    <section class="panel" aria-labelledby="own-sums">
      <h2 class="portal-h2" id="own-sums">
        {say('own.sums')}
      </h2>
      <p class="kern-body">{say('own.sums.text')}</p>
      <DataTable
        caption={say('own.sums')}
        rows={[...rows, all]}
        keyOf={({ key }) => key}
        isTotal={({ key }) => key === TOTAL}
        columns={[
          { key: 'kita', label: say('kita'), names: true, cell: ({ name }) => name },
          ...dimensions.map((dimension) => ({
            key: dimension,
            label: say(`dimension.${dimension}`),
            numeric: true,
            cell: ({ counts }: { counts: typeof all.counts }) => perDimension(counts)[dimension],
          })),
        ]}
      />
    </section>
  );
};

const Loaded = ({ of }: { of: ActivityAnswer }) => {
  const { own = [], report } = of;
  return (
    <>
      {report.closed && <p class="kern-body panel">{say('closed')}</p>}
      {!report.closed && <Missing of={own} />}
      {own.length === 0 && <p class="kern-body panel">{say('own.none')}</p>}
      {own.map((kita) => (
        <Months key={kita.kita} of={kita} isClosed={report.closed} />
      ))}
      {own.length > 0 && <Sums own={own} />}
    </>
  );
};

/** A social worker's own Kitas: which months are counted, and which are missing. */
export const OwnView = ({ params }: ViewProps) => {
  const { call } = usePortal();
  const year = Number(params.year ?? today().slice(0, 4));
  const title = say('own.title', { year: String(year) });
  useTitle(title);
  const { data, error, loading, reload } = useLoad(`activities ${year}`, () =>
    call('GET /api/activity-counts', { query: { year: String(year) } }),
  );
  return (
    <>
      <YearNav year={year} hashOf={activitiesHash} />
      <h1 class="portal-h1">{title}</h1>
      <p class="portal-lead">{say('own.lead')}</p>
      {loading && !data && <Loading />}
      <Failure error={error} onRetry={reload} />
      {data && <Loaded of={data} />}
    </>
  );
};
