import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import type { overviewAnswer } from '../../../../domain/api/budget.ts';
import { eachStage, type Stage, stages } from '../../../../domain/budget/account.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { RadioGroup } from '../../../fields/Choices.tsx';
import { Progress } from '../../../fields/Progress.tsx';
import { useLoad } from '../../api/use-load.ts';
import { usePortal } from '../../app/context.ts';
import { purposeText } from '../../application/purpose-text.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { t } from '../../texts.ts';
import { say } from '../texts.ts';
import { Behind, type Figure } from './Behind.tsx';
import type { Only } from './Entries.tsx';
import { FigureButton } from './FigureButton.tsx';
import { OverviewBars } from './OverviewBars.tsx';

type Answer = z.infer<typeof overviewAnswer>;
type By = keyof Answer;
type Row = Answer[By][number] & { name: string; isTotal?: boolean };
const BY: readonly By[] = ['purpose', 'area', 'provider'];

const nameOf = ({ key, name }: Answer[By][number], by: By): string => {
  if (key === 'none') return say('overview.none');
  return by === 'purpose' ? purposeText(key as Parameters<typeof purposeText>[0]) : (name ?? key);
};

const totalOf = (rows: readonly Row[]): Row => ({
  key: '',
  name: say('overview.all'),
  count: rows.reduce((sum, { count }) => sum + count, 0),
  money: eachStage((stage) => rows.reduce((sum, { money }) => sum + money[stage], 0)),
  isTotal: true,
});

interface TableProps {
  by: By;
  rows: readonly Row[];
  onFigure: (row: Row, stage: Stage) => void;
}

const Table = ({ by, rows, onFigure }: TableProps) => (
  <DataTable
    caption={say('overview.title')}
    rows={[...rows, totalOf(rows)]}
    keyOf={({ key }) => key}
    isTotal={({ isTotal }) => isTotal === true}
    columns={[
      { key: 'name', label: say(`overview.by.${by}`), names: true, cell: ({ name }) => name },
      {
        key: 'count',
        label: say(by === 'area' ? 'overview.count.area' : 'overview.count'),
        numeric: true,
        cell: ({ count }) => count,
      },
      ...stages.map((stage) => ({
        key: stage,
        label: say(`account.${stage}`),
        numeric: true,
        cell: (row: Row) =>
          row.isTotal ? (
            formatEuros(row.money[stage])
          ) : (
            <FigureButton
              amount={row.money[stage]}
              stage={stage}
              name={row.name}
              onClick={() => onFigure(row, stage)}
            />
          ),
      })),
    ]}
  />
);

interface Props {
  year: number;
  /** Shows the entries behind a figure. */
  onOnly: (only: Only) => void;
}

/** How far the year's money has come, by purpose, social area or provider; each figure leads to what it is made of. */
export const Overview = ({ year, onOnly }: Props) => {
  const { call } = usePortal();
  const [by, setBy] = useState<By>('purpose');
  const [figure, setFigure] = useState<Figure>();
  const { data, error, loading, reload } = useLoad(`overview ${year}`, () =>
    call('GET /api/budgets/{year}/overview', { params: { year: String(year) } }),
  );
  const rows = data?.[by].map((row): Row => ({ ...row, name: nameOf(row, by) })) ?? [];
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
        onChange={(event) => {
          setBy(event.currentTarget.value as By);
          setFigure(undefined);
        }}
      />
      <Progress text={loading && !data ? t('app.loading') : undefined} />
      <Failure error={error} onRetry={reload} />
      {data && rows.length === 0 && <p class="kern-body portal-muted">{say('overview.empty')}</p>}
      {rows.length > 0 && (
        <>
          {by === 'area' && <p class="kern-body kern-body--small">{say('overview.area.hint')}</p>}
          <OverviewBars rows={rows} />
          <p class="kern-body kern-body--small">{say('overview.hint')}</p>
          <Table
            by={by}
            rows={rows}
            onFigure={({ key, name, money }, stage) => setFigure({ by, key, name, stage, sum: money[stage] })}
          />
        </>
      )}
      {figure && (
        <Behind
          key={`${figure.by} ${figure.key} ${figure.stage}`}
          year={year}
          of={figure}
          onOnly={onOnly}
          onClose={() => setFigure(undefined)}
        />
      )}
    </section>
  );
};
