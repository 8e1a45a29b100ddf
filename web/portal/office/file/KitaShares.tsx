import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import type { SharesAnswer } from '../../../../domain/api/distribution.ts';
import { totalsOf } from '../../../../domain/forms/budget-application/totals.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { Progress } from '../../../fields/Progress.tsx';
import { useLoad } from '../../api/use-load.ts';
import { usePortal } from '../../app/context.ts';
import { distributionHash } from '../../distribution/addresses.ts';
import { say } from '../../distribution/texts.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { t } from '../../texts.ts';
import { dateText } from '../../time/dates.ts';
import { besideShares, type KitaBeside } from './beside-shares.ts';

/** Whether the application stays within its Kitas' shares, in a sentence. */
const sentenceOf = ({ left }: KitaBeside) => {
  if (left === 0) return say('shares.equal');
  const sum = formatEuros(Math.abs(left));
  return left > 0 ? say('shares.within', { sum }) : say('shares.beyond', { sum });
};

const Table = ({ of, file }: { of: SharesAnswer; file: ApplicationFile }) => {
  const applied = totalsOf(file.answers ?? {}, file.fullWeek).kitas;
  const { rows, total, without } = besideShares(file.kitas, applied, of.items);
  return (
    <>
      <DataTable
        caption={say('shares.caption')}
        rows={rows.length > 1 ? [...rows, { ...total, name: say('shares.total') }] : rows}
        keyOf={({ kita }) => kita}
        isTotal={({ kita }) => kita === total.kita}
        columns={[
          { key: 'name', label: say('shares.kita'), names: true, cell: ({ name }) => name },
          {
            key: 'share',
            label: say('shares.share'),
            numeric: true,
            cell: ({ share }) => formatEuros(share),
          },
          {
            key: 'applied',
            label: say('shares.applied'),
            numeric: true,
            cell: ({ applied: sum }) => formatEuros(sum),
          },
          { key: 'left', label: say('shares.left'), numeric: true, cell: ({ left }) => formatEuros(left) },
        ]}
      />
      <p class="kern-body">{sentenceOf(total)}</p>
      {without.length > 0 && <p class="kern-body">{say('shares.without', { kitas: without.join(', ') })}</p>}
    </>
  );
};

/** The application's sum beside what the resolved distribution gives to its Kitas. */
export const KitaShares = ({ file }: { file: ApplicationFile }) => {
  const { call } = usePortal();
  const year = String(file.year);
  const kitas = file.kitas.map(({ id }) => id).join(',');
  const { data, error, loading, reload } = useLoad(`shares ${year} ${kitas}`, () =>
    call('GET /api/distributions/{year}/shares', { params: { year }, query: { kitas } }),
  );
  return (
    <>
      <Progress text={loading && !data ? t('app.loading') : undefined} />
      <Failure error={error} onRetry={reload} />
      {data && !data.resolution && <p class="kern-body">{say('shares.none', { year })}</p>}
      {data?.resolution && (
        <>
          <Table of={data} file={file} />
          <p class="kern-body kern-body--small portal-muted">
            {say('shares.text', {
              day: dateText(data.resolution.resolvedOn),
              concept: data.resolution.concept,
            })}
          </p>
        </>
      )}
      <p class="kern-body kern-body--small">
        <a class="kern-link kern-link--no-visited-state" href={distributionHash(year)}>
          {say('shares.open', { year })}
        </a>
      </p>
    </>
  );
};
