import type { ScenarioShown } from '../../../../domain/api/distribution.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { type DataColumn, DataTable } from '../../parts/DataTable.tsx';
import { say } from '../texts.ts';
import { type ComparedKita, differenceOf } from './rows.ts';

const TOTAL = 'total';

const differenceText = (row: ComparedKita) => {
  const difference = differenceOf(row) ?? 0;
  return `${difference > 0 ? '+' : ''}${formatEuros(difference)}`;
};

/** The same figures as in the chart, and how the last scenario differs from the first. */
export const AmountsTable = ({
  scenarios,
  rows,
}: {
  scenarios: readonly ScenarioShown[];
  rows: readonly ComparedKita[];
}) => {
  const all = { kita: TOTAL, name: say('compare.total'), amounts: scenarios.map(({ sum }) => sum) };
  const difference: DataColumn<ComparedKita>[] =
    scenarios.length < 2
      ? []
      : [{ key: 'difference', label: say('compare.difference'), numeric: true, cell: differenceText }];
  return (
    <DataTable
      caption={say('compare.table')}
      rows={[...rows, all]}
      keyOf={({ kita }) => kita}
      isTotal={({ kita }) => kita === TOTAL}
      columns={[
        { key: 'kita', label: say('compare.kita'), names: true, cell: ({ name }) => name },
        ...scenarios.map(({ id, name }, n) => ({
          key: id,
          label: name,
          numeric: true,
          cell: ({ amounts }: ComparedKita) => (amounts[n] === undefined ? '–' : formatEuros(amounts[n])),
        })),
        ...difference,
      ]}
    />
  );
};
