import type { ActivitySums } from '../../../../domain/activities/counts.ts';
import { activityKinds } from '../../../../domain/activities/kinds.ts';
import { dimensions } from '../../../../domain/goals/goal.ts';
import { Button } from '../../../fields/Button.tsx';
import { BarChart } from '../../parts/BarChart.tsx';
import { csvOf, saveText } from '../../parts/csv.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { say } from '../texts.ts';

const number = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 0 });
export const numberText = (n: number) => number.format(n);

/** What was done how often, kind by kind: bars, the table beside them, and the table as a file. */
export const Kinds = ({ counts, year }: { counts: Partial<ActivitySums>; year: number }) => {
  const rows = dimensions.flatMap((dimension) =>
    activityKinds[dimension].map((kind) => ({
      key: kind,
      name: say(`kind.${kind}`),
      dimension: say(`dimension.${dimension}`),
      count: counts[kind] ?? 0,
    })),
  );
  const heads = [say('kind'), say('dimension'), say('count')];
  const save = () =>
    saveText(
      csvOf(
        heads,
        rows.map(({ name, dimension, count }) => [name, dimension, count]),
      ),
      say('csv.kinds', { year: String(year) }),
    );
  return (
    <section class="panel" aria-labelledby="kinds">
      <h2 class="portal-h2" id="kinds">
        {say('report.kinds')}
      </h2>
      <BarChart
        caption={say('report.kinds')}
        series={[say('count')]}
        rows={rows.map(({ key, name, count }) => ({ key, name, values: [count] }))}
        format={numberText}
        formatTick={numberText}
      />
      <DataTable
        caption={say('report.kinds')}
        rows={rows}
        keyOf={({ key }) => key}
        columns={[
          { key: 'kind', label: say('kind'), names: true, cell: ({ name }) => name },
          { key: 'dimension', label: say('dimension'), cell: ({ dimension }) => dimension },
          { key: 'count', label: say('count'), numeric: true, cell: ({ count }) => numberText(count) },
        ]}
      />
      <div class="goal-tools">
        <Button
          variant="tertiary"
          onClick={save}
          aria-label={say('csv.of', { caption: say('report.kinds') })}
        >
          {say('csv')}
        </Button>
      </div>
    </section>
  );
};
