import { useEffect, useRef, useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import type { behindAnswer } from '../../../../domain/api/budget.ts';
import type { Stage } from '../../../../domain/budget/account.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import type { Grouping } from '../../../../domain/year/overview.ts';
import { Button } from '../../../fields/Button.tsx';
import { Progress } from '../../../fields/Progress.tsx';
import { useLoad } from '../../api/use-load.ts';
import { usePortal } from '../../app/context.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { t } from '../../texts.ts';
import { say } from '../texts.ts';
import type { Only } from './Entries.tsx';
import { percentText } from './percent.ts';

type Page = z.infer<typeof behindAnswer>;
type Item = Page['items'][number];

/** A figure of the overview: its line, and how far the money has come. */
export interface Figure {
  by: Grouping;
  key: string;
  name: string;
  stage: Stage;
  sum: number;
}

interface Props {
  year: number;
  of: Figure;
  onOnly: (only: Only) => void;
  onClose: () => void;
}

const HUNDREDTHS = 100;

const Table = ({ items, of, onOnly }: Pick<Props, 'of' | 'onOnly'> & { items: readonly Item[] }) => {
  const { hashOf } = usePortal();
  const { stage } = of;
  const stageName = say(`account.${stage}`);
  return (
    <DataTable
      caption={say('behind.title', { name: of.name, stage: stageName, sum: formatEuros(of.sum) })}
      rows={items}
      keyOf={({ application }) => application}
      columns={[
        {
          key: 'file',
          label: say('behind.file'),
          names: true,
          cell: ({ application, fileNumber }) => (
            <a
              class="kern-link kern-link--no-visited-state"
              href={hashOf({ id: application, form: 'budget-application' })}
            >
              {fileNumber}
            </a>
          ),
        },
        { key: 'provider', label: say('behind.provider'), cell: ({ provider }) => provider.name },
        {
          key: 'whole',
          label: say('behind.whole'),
          numeric: true,
          cell: ({ money }) => formatEuros(money[stage]),
        },
        {
          key: 'share',
          label: say('behind.share'),
          numeric: true,
          cell: ({ share }) => percentText(share / HUNDREDTHS),
        },
        {
          key: 'part',
          label: say('behind.part'),
          numeric: true,
          cell: ({ part }) => formatEuros(part[stage]),
        },
        {
          key: 'entries',
          label: say('behind.entries'),
          cell: ({ application, fileNumber }) => (
            <Button
              variant="tertiary"
              aria-label={say('behind.entries.of', { file: fileNumber })}
              onClick={() =>
                onOnly({
                  what: say('behind.entries.what', { file: fileNumber, stage: stageName }),
                  query: { submission: application, account: stage },
                })
              }
            >
              {say('behind.entries')}
            </Button>
          ),
        },
      ]}
    />
  );
};

/** What a figure of the overview is made of: the applications of its line, how much of each is in it, and its entries. */
export const Behind = ({ year, of, onOnly, onClose }: Props) => {
  const { call } = usePortal();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const load = (cursor?: string): Promise<Page> =>
    call('GET /api/budgets/{year}/overview/applications', {
      params: { year: String(year) },
      query: { by: of.by, key: of.key, cursor },
    });
  const first = useLoad(`behind ${year} ${of.by} ${of.key}`, () => load());
  const [more, setMore] = useState<Page>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const shown = more ?? first.data;
  const goOn = () => {
    if (!shown?.cursor) return;
    setBusy(true);
    setError(undefined);
    load(shown.cursor)
      .then(({ items, cursor }) => setMore({ items: [...shown.items, ...items], cursor }), setError)
      .finally(() => setBusy(false));
  };
  const items = shown?.items.filter(({ part }) => part[of.stage] !== 0) ?? [];
  const sum = items.reduce((all, { part }) => all + part[of.stage], 0);
  const title = { name: of.name, stage: say(`account.${of.stage}`), sum: formatEuros(of.sum) };
  return (
    <div class="behind">
      <div class="budget-head">
        <h3 class="portal-h3" ref={heading} tabIndex={-1}>
          {say('behind.title', title)}
        </h3>
        <Button variant="tertiary" onClick={onClose}>
          {say('behind.close')}
        </Button>
      </div>
      <Progress text={(first.loading && !shown) || busy ? t('app.loading') : undefined} />
      <Failure error={first.error ?? error} onRetry={first.error ? first.reload : goOn} />
      {items.length > 0 && <Table items={items} of={of} onOnly={onOnly} />}
      {shown && !shown.cursor && (
        <p class="kern-body">
          <strong>{say('behind.sum', { sum: formatEuros(sum) })}</strong>
        </p>
      )}
      {shown?.cursor && (
        <Button variant="secondary" busy={busy} onClick={goOn}>
          {say('behind.more')}
        </Button>
      )}
    </div>
  );
};
