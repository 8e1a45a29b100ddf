import { perDimension } from '../../../../domain/activities/counts.ts';
import type { ActivityAnswer, ActivitySumsShown } from '../../../../domain/api/activities.ts';
import { dimensions } from '../../../../domain/goals/goal.ts';
import { now } from '../../api/now.ts';
import { useLoad } from '../../api/use-load.ts';
import type { ViewProps } from '../../app/area.ts';
import { usePortal } from '../../app/context.ts';
import { useTitle } from '../../app/use-title.ts';
import { YearNav } from '../../office/YearNav.tsx';
import { BarChart } from '../../parts/BarChart.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { dateOf } from '../../time/dates.ts';
import { activitiesHash } from '../addresses.ts';
import { monthText, say } from '../texts.ts';
import { Closing } from './Closing.tsx';
import { type FiguresRow, FiguresTable } from './FiguresTable.tsx';
import { Kinds, numberText } from './Kinds.tsx';

interface PartProps {
  id: string;
  title: string;
  first: string;
  rows: readonly FiguresRow[];
  sums: ActivitySumsShown;
  year: number;
  hasChart?: boolean;
}

/** Sums of one kind of place or time, with the year's below; where there is room for it, as bars too. */
const Part = ({ id, title, first, rows, sums, year, hasChart = false }: PartProps) => (
  <section class="panel figures" aria-labelledby={id}>
    <h2 class="portal-h2" id={id}>
      {title}
    </h2>
    {hasChart && (
      <BarChart
        caption={title}
        series={dimensions.map((dimension) => say(`dimension.${dimension}`))}
        rows={rows.map(({ key, name, counts }) => ({
          key,
          name,
          values: dimensions.map((dimension) => perDimension(counts)[dimension]),
        }))}
        format={numberText}
        formatTick={numberText}
      />
    )}
    <FiguresTable
      caption={title}
      first={first}
      rows={[
        ...rows,
        { key: 'total', name: say('year', { year: String(year) }), counts: sums.counts, isTotal: true },
      ]}
      fileName={say('csv.name', { title, year: String(year) })}
    />
  </section>
);

const Figures = ({ sums, year }: { sums: ActivitySumsShown; year: number }) => (
  <>
    <Part
      id="months"
      title={say('report.months')}
      first={say('month')}
      rows={sums.months.map(({ month, counts }) => ({ key: month, name: monthText(month), counts }))}
      sums={sums}
      year={year}
      hasChart
    />
    <Kinds counts={sums.counts} year={year} />
    {sums.municipalities && (
      <Part
        id="municipalities"
        title={say('report.municipalities')}
        first={say('municipality')}
        rows={sums.municipalities.map(({ id, name, counts }) => ({ key: id, name, counts }))}
        sums={sums}
        year={year}
        hasChart
      />
    )}
    {sums.kitas && (
      <Part
        id="kitas"
        title={say('report.kitas')}
        first={say('kita')}
        rows={sums.kitas.map(({ id, name, counts }) => ({ key: id, name, counts }))}
        sums={sums}
        year={year}
      />
    )}
  </>
);

const Loaded = ({
  of,
  put,
  reload,
}: {
  of: ActivityAnswer;
  put: (now: ActivityAnswer) => void;
  reload: () => void;
}) => (
  <>
    {of.actions.includes('close') && <Closing of={of} onChanged={put} onReload={reload} />}
    {of.sums && <Figures sums={of.sums} year={of.year} />}
  </>
);

/** A year's activities in sums: for the coordinator by month, kind, municipality and Kita, for others the county's. */
export const ReportView = ({ params }: ViewProps) => {
  const { call } = usePortal();
  const year = Number(params.year ?? dateOf(now()).slice(0, 4));
  const title = say('report.title', { year: String(year) });
  useTitle(title);
  const { data, error, loading, reload, put } = useLoad(`activities ${year}`, () =>
    call('GET /api/activity-counts', { query: { year: String(year) } }),
  );
  return (
    <>
      <YearNav year={year} hashOf={activitiesHash} />
      <h1 class="portal-h1">{title}</h1>
      <p class="portal-lead">{say('report.lead')}</p>
      {loading && !data && <Loading />}
      <Failure error={error} onRetry={reload} />
      {data && <Loaded of={data} put={put} reload={reload} />}
    </>
  );
};
