import { percent, sayResults } from '../../../domain/survey/evaluation/words.ts';
import { BarChart } from '../parts/BarChart.tsx';
import { type DataColumn, DataTable } from '../parts/DataTable.tsx';
import { changeText, type FigureRow, shareText } from './rows.ts';

interface Props {
  caption: string;
  /** What a row is called. */
  names: string;
  rows: readonly FigureRow[];
  /** The year of the round before, if there was one. */
  before?: number | undefined;
  year: number;
}

/** Figures as bars and, with the same numbers, as a table. */
export const Figures = ({ caption, names, rows, before, year }: Props) => {
  const compared = before !== undefined && rows.some((row) => row.before !== undefined);
  const bars = rows.filter(({ share }) => share !== undefined);
  if (bars.length === 0) return <p class="kern-body portal-muted">{sayResults('hidden')}</p>;
  const earlier: DataColumn<FigureRow>[] = compared
    ? [
        {
          key: 'before',
          label: String(before),
          numeric: true,
          cell: (row) => (row.before === undefined ? '–' : percent(row.before)),
        },
        { key: 'difference', label: sayResults('difference'), numeric: true, cell: changeText },
      ]
    : [];
  return (
    <>
      <BarChart
        caption={sayResults('chart', { title: caption })}
        series={compared ? [String(year), String(before)] : [String(year)]}
        rows={bars.map(({ key, name, share, before: past }) => ({
          key,
          name,
          values: compared ? [share, past] : [share],
        }))}
        format={percent}
        formatTick={percent}
        end={1}
      />
      <DataTable
        caption={caption}
        rows={rows}
        keyOf={({ key }) => key}
        columns={[
          { key: 'name', label: names, names: true, cell: ({ name }) => name },
          { key: 'count', label: sayResults('count'), numeric: true, cell: ({ count }) => count ?? '–' },
          { key: 'share', label: sayResults('share'), numeric: true, cell: shareText },
          ...earlier,
        ]}
      />
    </>
  );
};
