import type { SubmissionItem } from '../../../../domain/api/portal.ts';
import { paymentOrderV1 } from '../../../../domain/forms/payment-order/process.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { Button } from '../../../fields/Button.tsx';
import { Progress } from '../../../fields/Progress.tsx';
import { Select } from '../../../fields/Select.tsx';
import { now } from '../../api/now.ts';
import { useLoad } from '../../api/use-load.ts';
import type { ViewProps } from '../../app/area.ts';
import { usePortal } from '../../app/context.ts';
import { useTitle } from '../../app/use-title.ts';
import { usePages } from '../../lists/use-pages.ts';
import { budgetYear } from '../../office/budget-year.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { t, word } from '../../texts.ts';
import { dateOf, dateText } from '../../time/dates.ts';
import { orderHash, paymentsHash } from '../addresses.ts';
import { stepText } from '../step-text.ts';
import { say } from '../texts.ts';
import { Bookings } from './Bookings.tsx';
import { Exports } from './Exports.tsx';
import { Unclear } from './Unclear.tsx';

const STATES = [...Object.keys(paymentOrderV1.steps), ...paymentOrderV1.ends];

/** Money is planned a year ahead, and looked up for years. */
const yearsAround = (): string[] => {
  const newest = Number(dateOf(now()).slice(0, 4)) + 1;
  return Array.from({ length: 6 }, (_, back) => String(newest - back));
};

const FilterForm = ({ year, state = '' }: { year: string; state?: string | undefined }) => {
  const { go } = usePortal();
  const offered = yearsAround();
  const years = offered.includes(year) ? offered : [...offered, year];
  return (
    <search>
      <form
        class="filter panel"
        aria-label={t('cases.filter')}
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          const chosen = String(form.get('state') ?? '');
          go(paymentsHash({ year: String(form.get('year') ?? ''), state: chosen || undefined }));
        }}
      >
        <Select
          name="year"
          label={t('cases.year')}
          options={years.map((value) => ({ value, label: value }))}
          defaultValue={year}
        />
        <Select
          name="state"
          label={say('list.state')}
          empty={say('list.state.all')}
          options={STATES.map((value) => ({ value, label: stepText(value) }))}
          defaultValue={state}
        />
        <div class="filter-buttons">
          <Button type="submit" variant="secondary">
            {t('cases.apply')}
          </Button>
        </div>
      </form>
    </search>
  );
};

/** What is due first stands first; the list itself comes by the time that orders were made. */
const byDue = (a: SubmissionItem, b: SubmissionItem) =>
  (a.payment?.due ?? '') < (b.payment?.due ?? '') ? -1 : 1;

const Orders = ({ items, year }: { items: readonly SubmissionItem[]; year: string }) => (
  <div class="panel panel--table">
    <DataTable
      caption={say('list.caption', { year })}
      rows={[...items].sort(byDue)}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'what',
          label: say('list.what'),
          names: true,
          cell: ({ id, payment, provider }) => (
            <a class="kern-link kern-link--no-visited-state" href={orderHash(id)}>
              {say('list.instalment', { n: payment?.n })}
              <span class="kern-sr-only"> {provider?.name}</span>
            </a>
          ),
        },
        { key: 'provider', label: say('list.provider'), cell: ({ provider }) => provider?.name },
        {
          key: 'due',
          label: say('list.due'),
          cell: ({ payment }) => payment && dateText(payment.due),
        },
        {
          key: 'amount',
          label: say('list.amount'),
          numeric: true,
          cell: ({ payment }) => payment && formatEuros(payment.amount),
        },
        { key: 'state', label: say('list.state'), cell: ({ at }) => stepText(at) },
        {
          key: 'turn',
          label: t('list.turn'),
          cell: ({ turn, at }) => (turn && at !== 'planned' && at !== 'booked' ? word('role', turn) : '–'),
        },
      ]}
    />
  </div>
);

/** What goes to the cash office, what comes back from it, and what of that is to be clarified. */
const CashOffice = ({ onChanged }: { onChanged: () => void }) => {
  const { me, call } = usePortal();
  const unclear = useLoad('unclear bookings', () => call('GET /api/payment-clarifications'));
  return (
    <>
      <Exports onExported={onChanged} />
      {me.roles.includes('treasurer') && (
        <Bookings
          onBooked={() => {
            onChanged();
            unclear.reload();
          }}
        />
      )}
      <Unclear list={unclear} />
    </>
  );
};

/** The payment orders of a year, and for the treasurer the way to the cash office. */
export const PaymentsView = ({ query }: ViewProps) => {
  const { me, call } = usePortal();
  const year = query.jahr ?? String(budgetYear());
  const state = query.zustand;
  const title = say('list.title');
  useTitle(title);
  const { items, loading, error, reload, more, moreBusy, moreError } = usePages(
    `payments ${year} ${state ?? ''}`,
    (cursor) => call('GET /api/submissions', { query: { form: 'payment-order', year, state, cursor } }),
  );
  const seesExports = me.roles.some((role) => role === 'treasurer' || role === 'auditor');
  return (
    <>
      <h1 class="portal-h1">{title}</h1>
      <p class="portal-lead">{say('list.lead', { year })}</p>
      {seesExports && <CashOffice onChanged={reload} />}
      <FilterForm key={`${year} ${state}`} year={year} state={state} />
      <Progress text={loading || moreBusy ? t('app.loading') : undefined} />
      <Failure error={error} onRetry={reload} />
      {items && items.length === 0 && !loading && (
        <div class="panel empty">
          <h2 class="portal-h2">{say('list.empty.title')}</h2>
          <p class="kern-body">{say(state ? 'list.none' : 'list.empty.text')}</p>
        </div>
      )}
      {items && items.length > 0 && <Orders items={items} year={year} />}
      <p class="kern-sr-only" role="status">
        {items && !loading && !moreBusy ? t('list.loaded', { count: items.length }) : ''}
      </p>
      <Failure error={moreError} onRetry={more} />
      {more && !moreError && (
        <Button variant="secondary" busy={moreBusy} onClick={more}>
          {t('list.more')}
        </Button>
      )}
    </>
  );
};
