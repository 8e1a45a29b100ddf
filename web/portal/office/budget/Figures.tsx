import type * as z from 'zod/mini';
import type { budgetAnswer } from '../../../../domain/api/budget.ts';
import type { Stage } from '../../../../domain/budget/account.ts';
import { type Amounts, isNothing, linesOf, plus } from '../../../../domain/budget/amounts.ts';
import { paidOutOf } from '../../../../domain/budget/holding.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { Button } from '../../../fields/Button.tsx';
import { DataTable } from '../../parts/DataTable.tsx';
import { say } from '../texts.ts';
import { Bar } from './Bar.tsx';
import type { Only } from './Entries.tsx';

export type Budget = z.infer<typeof budgetAnswer>;

interface Row {
  key: 'figures' | Stage | 'available';
  regular: number;
  amounts?: Amounts;
  voluntary: number;
}

const row = (key: Row['key'], amounts: Amounts): Row => ({ key, amounts, ...linesOf(amounts) });

const rowsOf = ({ figures, sums, available }: Budget): Row[] => [
  row('figures', figures),
  row('committed', sums.committed),
  ...(isNothing(paidOutOf(sums)) ? [] : [row('paid', sums.paid), row('accepted', sums.accepted)]),
  row('reserved', sums.reserved),
  { key: 'available', ...available },
  row('requested', sums.requested),
  ...(isNothing(sums.returned) ? [] : [row('returned', sums.returned)]),
];

/** What a figure is called; it leads to the entries behind it, where it has some. */
const Name = ({ of, onOnly }: { of: Row['key']; onOnly: (only: Only) => void }) => {
  const name = say(`budget.row.${of}`);
  if (of === 'available') return <>{name}</>;
  const account = of === 'figures' ? 'frame' : of;
  return (
    <Button variant="tertiary" onClick={() => onOnly({ what: name, query: { account } })}>
      {name}
    </Button>
  );
};

/** What there is, what it is bound by and what is left: as bars for the eye, and as a table with every figure. */
export const Figures = ({ of, onOnly }: { of: Budget; onOnly: (only: Only) => void }) => {
  const { figures, sums, available } = of;
  const paid = plus(sums.paid, sums.accepted);
  const [all, open, out, reserved] = [figures, sums.committed, paid, sums.reserved].map(linesOf);
  return (
    <>
      {(['regular', 'voluntary'] as const).map(
        (line) =>
          (all?.[line] ?? 0) > 0 && (
            <Bar
              key={line}
              name={say(`budget.line.${line}`)}
              all={all?.[line] ?? 0}
              parts={[
                ...((out?.[line] ?? 0) > 0 ? [{ key: 'paid' as const, amount: out?.[line] ?? 0 }] : []),
                { key: 'committed', amount: open?.[line] ?? 0 },
                { key: 'reserved', amount: reserved?.[line] ?? 0 },
                { key: 'available', amount: Math.max(0, available[line]) },
              ]}
            />
          ),
      )}
      <DataTable
        caption={say('budget.table')}
        rows={rowsOf(of)}
        keyOf={({ key }) => key}
        isTotal={({ key }) => key === 'available'}
        columns={[
          {
            key: 'name',
            label: say('budget.row'),
            names: true,
            cell: ({ key }) => <Name of={key} onOnly={onOnly} />,
          },
          {
            key: 'regular',
            label: say('budget.line.regular'),
            numeric: true,
            cell: ({ regular }) => formatEuros(regular),
          },
          {
            key: 'state',
            label: say('budget.share.state'),
            numeric: true,
            cell: ({ amounts }) => (amounts ? formatEuros(amounts.state) : '–'),
          },
          {
            key: 'county',
            label: say('budget.share.county'),
            numeric: true,
            cell: ({ amounts }) => (amounts ? formatEuros(amounts.county) : '–'),
          },
          {
            key: 'voluntary',
            label: say('budget.line.voluntary'),
            numeric: true,
            cell: ({ voluntary }) => formatEuros(voluntary),
          },
        ]}
      />
    </>
  );
};
