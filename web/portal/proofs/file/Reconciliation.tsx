import type { ProofFile } from '../../../../domain/api/proof.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { type DataColumn, DataTable } from '../../parts/DataTable.tsx';
import { say } from '../texts.ts';

type Row = ProofFile['reconciliation'][number];

const figure = (key: 'granted' | 'paid' | 'stated' | 'recognised'): DataColumn<Row> => ({
  key,
  label: say(`recon.${key}`),
  numeric: true,
  cell: (row) => (row[key] === undefined ? '–' : formatEuros(row[key])),
});

/** Granted, paid, proven and recognised side by side, position by position, and what that leaves. */
export const Reconciliation = ({ file }: { file: ProofFile }) => {
  const { reconciliation, basis, paid, stated, sent } = file;
  const isLooked = reconciliation.some(({ recognised }) => recognised !== undefined);
  return (
    <section class="panel" aria-labelledby="reconciliation">
      <h2 class="portal-h2" id="reconciliation">
        {say('recon.title')}
      </h2>
      <p class="kern-body kern-body--small portal-muted">{say('recon.lead')}</p>
      <DataTable
        caption={say('recon.title')}
        rows={reconciliation}
        keyOf={({ id, part }) => id ?? part}
        isTotal={({ part }) => part === 'total'}
        columns={[
          {
            key: 'part',
            label: say('recon.part'),
            names: true,
            cell: ({ id, part }) =>
              part === 'position'
                ? (basis.positions.find((one) => one.id === id)?.function ?? id)
                : say(`recon.${part}`),
          },
          figure('granted'),
          figure('paid'),
          figure('stated'),
          ...(isLooked ? [figure('recognised')] : []),
        ]}
      />
      {sent > 0 && paid > stated && (
        <p class="kern-body">{say('recon.repay', { sum: formatEuros(paid - stated) })}</p>
      )}
    </section>
  );
};
