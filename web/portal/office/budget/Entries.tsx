import { useEffect, useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import type { entriesAnswer } from '../../../../domain/api/budget.ts';
import { totalOf } from '../../../../domain/budget/amounts.ts';
import type { Entry } from '../../../../domain/budget/entry.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { Button } from '../../../fields/Button.tsx';
import { Progress } from '../../../fields/Progress.tsx';
import { useLoad } from '../../api/use-load.ts';
import { usePortal } from '../../app/context.ts';
import { purposeText } from '../../application/purpose-text.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { t } from '../../texts.ts';
import { figuresMoment } from '../../time/dates.ts';
import { say } from '../texts.ts';

type Page = z.infer<typeof entriesAnswer>;

const whoOf = ({ by }: Entry, names: Page['names']): string => {
  if (!('person' in by)) return t('log.system');
  const nameOf = (id: string) => names[id] ?? id;
  return by.for ? t('log.for', { name: nameOf(by.person), other: nameOf(by.for) }) : nameOf(by.person);
};

/** Whose money moved: the application, or the year's own figures. */
const Whose = ({ of, names }: { of: Entry; names: Page['names'] }) => {
  const { hashOf } = usePortal();
  if (!of.submission) return <>{say('entries.frame')}</>;
  return (
    <span class="case-name">
      <a
        class="kern-link kern-link--no-visited-state"
        href={hashOf({ id: of.submission, form: 'budget-application' })}
      >
        {names[of.provider ?? ''] ?? of.provider ?? of.submission.slice(-6).toUpperCase()}
      </a>
      {of.purpose && <span class="case-place">{purposeText(of.purpose)}</span>}
    </span>
  );
};

interface TableProps extends Pick<Page, 'items' | 'names'> {
  /** For whoever may propose to take an entry back. */
  onCorrect?: ((of: Entry) => void) | undefined;
}

const Table = ({ items, names, onCorrect }: TableProps) => (
  <DataTable
    caption={say('entries.title')}
    rows={items}
    keyOf={({ id }) => id}
    columns={[
      { key: 'at', label: say('entries.at'), cell: ({ at }) => figuresMoment(at) },
      { key: 'kind', label: say('entries.kind'), cell: ({ kind }) => say(`entries.kind.${kind}`) },
      { key: 'whose', label: say('entries.whose'), cell: (one) => <Whose of={one} names={names} /> },
      {
        key: 'way',
        label: say('entries.way'),
        cell: ({ from, to }) =>
          say('entries.from-to', { from: say(`account.${from}`), to: say(`account.${to}`) }),
      },
      {
        key: 'sum',
        label: say('entries.sum'),
        numeric: true,
        cell: ({ amounts }) => (
          <>
            {formatEuros(totalOf(amounts))}
            {amounts.voluntary > 0 && (
              <span class="data-note">
                {say('entries.voluntary', { sum: formatEuros(amounts.voluntary) })}
              </span>
            )}
          </>
        ),
      },
      { key: 'by', label: say('entries.by'), cell: (one) => whoOf(one, names) },
      ...(onCorrect
        ? [
            {
              key: 'correct',
              label: say('entries.correct'),
              cell: (one: Entry) => (
                <Button variant="tertiary" id={`correct-${one.id}`} onClick={() => onCorrect(one)}>
                  {say('entries.correct')}
                  <span class="kern-sr-only">
                    {` ${say(`entries.kind.${one.kind}`)}, ${formatEuros(totalOf(one.amounts))}, ${figuresMoment(one.at)}`}
                  </span>
                </Button>
              ),
            },
          ]
        : []),
    ]}
  />
);

/** Which entries are behind a figure, and how that is said. */
export interface Only {
  what: string;
  query: { account?: string; purpose?: string; provider?: string; submission?: string };
}

/** What the entries of an account come to: what went there less what went away. */
const sumIn = (account: string, items: readonly Entry[]): number =>
  items.reduce((sum, { to, amounts }) => sum + (to === account ? 1 : -1) * totalOf(amounts), 0);

interface Props {
  year: number;
  only?: Only | undefined;
  onAll?: () => void;
  onCorrect: TableProps['onCorrect'];
}

/** The ledger of a year, newest first, page by page: every movement with the application that it belongs to. */
export const Entries = ({ year, only, onAll, onCorrect }: Props) => {
  const { call } = usePortal();
  const load = async (from?: string): Promise<Page> => {
    const query = { ...only?.query, cursor: from };
    const page = await call('GET /api/budgets/{year}/entries', { params: { year: String(year) }, query });
    // A page of what is asked for may be empty and not the last.
    return page.items.length === 0 && page.cursor ? load(page.cursor) : page;
  };
  const first = useLoad(`entries ${year} ${JSON.stringify(only?.query)}`, () => load());
  const [more, setMore] = useState<Page>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  useEffect(() => setMore(undefined), [first.data]);
  const shown = more ?? first.data;
  const goOn = () => {
    if (!shown?.cursor) return;
    setBusy(true);
    setError(undefined);
    load(shown.cursor)
      .then(
        ({ items, names, cursor }) =>
          setMore({ items: [...shown.items, ...items], names: { ...shown.names, ...names }, cursor }),
        setError,
      )
      .finally(() => setBusy(false));
  };
  return (
    <section class="panel" aria-labelledby="entries">
      <h2 class="portal-h2" id="entries" tabIndex={-1}>
        {say('entries.title')}
      </h2>
      {only && (
        <div class="actions">
          <p class="kern-body">{say('entries.filter', { what: only.what })}</p>
          <Button variant="tertiary" onClick={onAll}>
            {say('entries.filter.off')}
          </Button>
        </div>
      )}
      <Progress text={(first.loading && !shown) || busy ? t('app.loading') : undefined} />
      <Failure error={first.error ?? error} onRetry={first.error ? first.reload : goOn} />
      {shown?.items.length === 0 && <p class="kern-body portal-muted">{say('entries.none')}</p>}
      {shown && shown.items.length > 0 && (
        <Table items={shown.items} names={shown.names} onCorrect={onCorrect} />
      )}
      {only?.query.account && shown && !shown.cursor && (
        <p class="kern-body">
          <strong>
            {say('entries.sum-of-all', { sum: formatEuros(sumIn(only.query.account, shown.items)) })}
          </strong>
        </p>
      )}
      {shown?.cursor && (
        <Button variant="secondary" busy={busy} onClick={goOn}>
          {t('list.more')}
        </Button>
      )}
    </section>
  );
};
