import type { ApplicationFile } from '../../../domain/api/budget.ts';
import { type Amounts, isNothing, plus } from '../../../domain/budget/amounts.ts';
import { formatEuros } from '../../../domain/money/euros.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { say } from './texts.ts';

interface Row {
  key: 'before' | 'after' | 'difference';
  amounts: Amounts;
}

const total = ({ state, county, voluntary }: Amounts) => state + county + voluntary;

/** What is granted, what it is to become, and the difference with its sign, share by share. */
export const DifferenceTable = ({ of }: { of: NonNullable<ApplicationFile['amends']> }) => {
  const { before, difference } = of;
  const after = plus(before, difference);
  const rows: Row[] = [
    { key: 'before', amounts: before },
    { key: 'after', amounts: after },
    { key: 'difference', amounts: difference },
  ];
  const hasVoluntary = before.voluntary !== 0 || after.voluntary !== 0;
  const share = (name: keyof Amounts) => ({
    key: name,
    label: say(`amends.${name}`),
    numeric: true,
    cell: ({ amounts }: Row) => formatEuros(amounts[name]),
  });
  return (
    <DataTable
      caption={say('amends.caption')}
      rows={isNothing(difference) ? rows.filter(({ key }) => key !== 'difference') : rows}
      keyOf={({ key }) => key}
      columns={[
        { key: 'name', label: say('amends.row'), names: true, cell: ({ key }) => say(`amends.${key}`) },
        {
          key: 'total',
          label: say('amends.total'),
          numeric: true,
          cell: ({ amounts }) => <strong>{formatEuros(total(amounts))}</strong>,
        },
        share('state'),
        share('county'),
        ...(hasVoluntary ? [share('voluntary')] : []),
      ]}
    />
  );
};
