import { formatHundredths } from '../../../domain/forms/budget-application/hundredths.ts';
import { totalsOf } from '../../../domain/forms/budget-application/totals.ts';
import { formatEuros } from '../../../domain/money/euros.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { kitaName, type Named } from './field-name.ts';
import { formText } from './texts.ts';

/** What each Kita gets of the sum. */
export const ShareTable = ({ answers, kitas }: Named) => {
  const amounts = new Map(totalsOf(answers).kitas.map(({ kita, amount }) => [kita, amount]));
  return (
    <DataTable
      caption={formText('section.shares')}
      rows={answers.shares ?? []}
      keyOf={({ kita }) => kita}
      columns={[
        {
          key: 'kita',
          label: formText('shares.kita'),
          names: true,
          cell: ({ kita }) => kitaName(kita, { kitas }),
        },
        {
          key: 'percent',
          label: formText('shares.percent'),
          numeric: true,
          cell: ({ percent }) => (percent === undefined ? '–' : `${formatHundredths(percent)} %`),
        },
        {
          key: 'amount',
          label: formText('shares.amount'),
          numeric: true,
          cell: ({ kita }) => formatEuros(amounts.get(kita) ?? 0),
        },
      ]}
    />
  );
};
