import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import type { BudgetSubmission } from '../../../../domain/api/portal.ts';
import { type Amounts, amountsOf, isNothing, totalOf } from '../../../../domain/budget/amounts.ts';
import { boundOf, paidOutOf } from '../../../../domain/budget/holding.ts';
import { formatHundredths } from '../../../../domain/forms/budget-application/hundredths.ts';
import { totalsOf } from '../../../../domain/forms/budget-application/totals.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { Pairs } from '../../parts/Pairs.tsx';
import { dateRange } from '../../time/dates.ts';
import { say } from '../texts.ts';

interface Row {
  key: string;
  name: string;
  amounts: Amounts;
}

/** The sum at each stage that it has come to. */
const rowsOf = ({ applied }: BudgetSubmission, { money, decision }: ApplicationFile): Row[] => {
  const drafted = decision && amountsOf(decision.amount - decision.voluntary, decision.voluntary);
  const isCommitted = money !== undefined && !isNothing(boundOf(money));
  const rows: (Row | undefined)[] = [
    { key: 'applied', name: say('sums.applied'), amounts: amountsOf(applied ?? 0) },
    money && { key: 'reserved', name: say('sums.reserved'), amounts: money.reserved },
    isCommitted || !drafted ? undefined : { key: 'drafted', name: say('sums.drafted'), amounts: drafted },
    money && { key: 'committed', name: say('sums.committed'), amounts: boundOf(money) },
    money && { key: 'paid', name: say('sums.paid'), amounts: paidOutOf(money) },
    money && { key: 'accepted', name: say('sums.accepted'), amounts: money.accepted },
    money && { key: 'returned', name: say('sums.returned'), amounts: money.returned },
  ];
  return rows.filter(
    (row): row is Row => row !== undefined && (row.key === 'applied' || !isNothing(row.amounts)),
  );
};

/** What is applied for, how much, and from what. */
export const Sums = ({ of, file }: { of: BudgetSubmission; file: ApplicationFile }) => {
  const { answers, kitas } = file;
  const { fte, hours } = totalsOf(answers ?? {}, file.fullWeek);
  const share = (name: keyof Amounts) => ({
    key: name,
    label: say(`sums.${name}`),
    numeric: true,
    cell: ({ amounts }: Row) => formatEuros(amounts[name]),
  });
  return (
    <>
      <Pairs
        pairs={[
          [say('sums.kitas'), kitas.map(({ name }) => name).join(', ')],
          [
            say('sums.period'),
            answers?.period?.from && answers.period.to && dateRange(answers.period.from, answers.period.to),
          ],
          [
            say('sums.positions'),
            answers?.positions &&
              say('sums.positions.text', {
                count: answers.positions.length,
                hours: formatHundredths(hours),
                fte: formatHundredths(fte),
              }),
          ],
        ]}
      />
      <DataTable
        caption={say('sums.caption')}
        rows={rowsOf(of, file)}
        keyOf={({ key }) => key}
        columns={[
          { key: 'name', label: say('sums.stage'), names: true, cell: ({ name }) => name },
          {
            key: 'total',
            label: say('sums.total'),
            numeric: true,
            cell: ({ amounts }) => <strong>{formatEuros(totalOf(amounts))}</strong>,
          },
          share('state'),
          share('county'),
          share('voluntary'),
        ]}
      />
    </>
  );
};
