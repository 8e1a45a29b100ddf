import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import type { overviewAnswer } from '../../../../domain/api/budget.ts';
import type { Stage } from '../../../../domain/budget/account.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { Button } from '../../../fields/Button.tsx';
import { RadioGroup } from '../../../fields/Choices.tsx';
import { Progress } from '../../../fields/Progress.tsx';
import { useLoad } from '../../api/use-load.ts';
import { usePortal } from '../../app/context.ts';
import { purposeText } from '../../application/purpose-text.ts';
import { type DataColumn, DataTable } from '../../parts/DataTable.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { t } from '../../texts.ts';
import { say } from '../texts.ts';
import type { Only } from './Entries.tsx';

type Answer = z.infer<typeof overviewAnswer>;
type By = keyof Answer;
type Row = Answer[By][number];
const BY: readonly By[] = ['purpose', 'area', 'provider'];
const STAGES: readonly Stage[] = ['requested', 'reserved', 'committed', 'paid', 'accepted', 'returned'];

const nameOf = ({ key, name }: Row, by: By): string => {
  if (key === 'several') return say('overview.several');
  if (key === 'none') return say('overview.none');
  return by === 'purpose' ? purposeText(key as Parameters<typeof purposeText>[0]) : (name ?? key);
};

interface Props {
  year: number;
  /** Shows the entries behind a line. */
  onOnly: (only: Only) => void;
}

/** How far the year's money has come, by purpose, social area or provider; each line leads to its entries. */
export const Overview = ({ year, onOnly }: Props) => {
  const { call } = usePortal();
  const [by, setBy] = useState<By>('purpose');
  const { data, error, loading, reload } = useLoad(`overview ${year}`, () =>
    call('GET /api/budgets/{year}/overview', { params: { year: String(year) } }),
  );
  const columns: DataColumn<Row>[] = [
    { key: 'name', label: say(`overview.by.${by}`), names: true, cell: (row) => nameOf(row, by) },
    { key: 'count', label: say('overview.count'), numeric: true, cell: ({ count }) => count },
    ...STAGES.map(
      (stage): DataColumn<Row> => ({
        key: stage,
        label: say(`account.${stage}`),
        numeric: true,
        cell: ({ money }) => formatEuros(money[stage]),
      }),
    ),
    ...(by === 'area'
      ? []
      : [
          {
            key: 'entries',
            label: say('overview.entries'),
            cell: (row: Row) => (
              <Button
                variant="tertiary"
                aria-label={`${say('overview.entries')}: ${nameOf(row, by)}`}
                onClick={() => onOnly({ what: nameOf(row, by), query: { [by]: row.key } })}
              >
                {say('overview.entries')}
              </Button>
            ),
          },
        ]),
  ];
  return (
    <section class="panel" aria-labelledby="overview">
      <h2 class="portal-h2" id="overview">
        {say('overview.title')}
      </h2>
      <RadioGroup
        label={say('overview.by')}
        name="overview-by"
        chosen={by}
        options={BY.map((value) => ({ value, label: say(`overview.by.${value}`) }))}
        onChange={(event) => setBy(event.currentTarget.value as By)}
      />
      <Progress text={loading && !data ? t('app.loading') : undefined} />
      <Failure error={error} onRetry={reload} />
      {data?.[by].length === 0 && <p class="kern-body portal-muted">{say('overview.empty')}</p>}
      {data && data[by].length > 0 && (
        <DataTable
          caption={say('overview.title')}
          rows={data[by]}
          keyOf={({ key }) => key}
          columns={columns}
        />
      )}
    </section>
  );
};
