import { formatHundredths } from '../../../domain/forms/budget-application/hundredths.ts';
import { totalsOf } from '../../../domain/forms/budget-application/totals.ts';
import { formatEuros } from '../../../domain/money/euros.ts';
import { type DataColumn, DataTable } from '../parts/DataTable.tsx';
import { dateRange } from '../time/dates.ts';
import type { Named } from './field-name.ts';
import { formText } from './texts.ts';

type Row = NonNullable<Named['answers']['positions']>[number] & { fte?: number; cost?: number };

const money = (amount: number | undefined) => (amount === undefined ? '–' : formatEuros(amount));

const columns: DataColumn<Row>[] = [
  {
    key: 'function',
    label: formText('positions.function'),
    names: true,
    cell: (row) => (
      <>
        {row.function}
        <span class="data-note">
          {[row.qualification, row.payGroup, row.filled === false && formText('positions.open')]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </>
    ),
  },
  {
    key: 'hours',
    label: formText('positions.hours.short'),
    numeric: true,
    cell: ({ hours, fte }) => (
      <>
        {hours === undefined ? '–' : formatHundredths(hours)}
        {fte !== undefined && (
          <span class="data-note">{formText('positions.fte.short', { fte: formatHundredths(fte) })}</span>
        )}
      </>
    ),
  },
  {
    key: 'period',
    label: formText('period'),
    cell: ({ from, to }) => (from && to ? dateRange(from, to) : '–'),
  },
  {
    key: 'annualCost',
    label: formText('positions.annualCost.short'),
    numeric: true,
    cell: ({ annualCost }) => money(annualCost),
  },
  { key: 'cost', label: formText('positions.cost'), numeric: true, cell: ({ cost }) => money(cost) },
];

/** The positions with what is calculated of each: full-time equivalents, and the cost of its days. */
export const PositionTable = ({ answers, fullWeek }: Pick<Named, 'answers'> & { fullWeek: number }) => {
  const { positions } = totalsOf(answers, fullWeek);
  const rows = (answers.positions ?? []).map((row, n) => ({ ...row, ...positions[n] }));
  return <DataTable caption={formText('positions')} columns={columns} rows={rows} keyOf={({ id }) => id} />;
};
