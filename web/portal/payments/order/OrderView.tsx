import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PaymentOrderFile } from '../../../../domain/api/payments.ts';
import type { PaymentSubmission } from '../../../../domain/api/portal.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { Alert } from '../../../fields/Alert.tsx';
import { Button } from '../../../fields/Button.tsx';
import { Progress } from '../../../fields/Progress.tsx';
import { isMissing } from '../../api/failures.ts';
import type { ViewProps } from '../../app/area.ts';
import { hashTo } from '../../app/place.ts';
import { useTitle } from '../../app/use-title.ts';
import { Log } from '../../case/Log.tsx';
import type { Notice } from '../../case/use-case.ts';
import { Failure } from '../../parts/Failure.tsx';
import { t } from '../../texts.ts';
import { dateText } from '../../time/dates.ts';
import { paymentsHash } from '../addresses.ts';
import { say } from '../texts.ts';
import { OrderDeeds, OrderFacts } from './OrderFacts.tsx';
import { OrderTurn } from './OrderTurn.tsx';
import { type OrderState, useOrder } from './use-order.ts';

/** What was just done or refused; takes the focus, for the form that did it is gone. */
const Said = ({ notice }: { notice: Notice | undefined }) => {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (notice) box.current?.focus();
  }, [notice]);
  return (
    <div class="case-said" ref={box} tabIndex={-1}>
      {notice && (
        <Alert kind={notice.kind} title={notice.title} role="status">
          {notice.text && <p class="kern-body">{notice.text}</p>}
        </Alert>
      )}
    </div>
  );
};

const Loaded = ({
  of,
  file,
  state,
}: {
  of: PaymentSubmission;
  file: PaymentOrderFile;
  state: OrderState;
}) => (
  <>
    <p class="portal-lead">
      {say('order.lead', {
        provider: file.provider.name,
        number: file.fileNumber,
        day: dateText(file.due),
      })}
    </p>
    <OrderTurn key={of.version} of={of} state={state} />
    <div class="case-columns">
      <div class="case-main">
        <OrderFacts file={file} />
        <p class="kern-body">
          <a
            class="kern-link kern-link--no-visited-state"
            href={hashTo('antraege/{id}', { id: file.application })}
          >
            {say('order.application')}
          </a>
        </p>
      </div>
      <div class="case-side">
        <OrderDeeds file={file} />
        <Log log={state.log} form="payment-order" />
      </div>
    </div>
  </>
);

/** A payment order: whose turn it is, everything that must be looked at, who did what. */
export const OrderView = ({ params: { id = '' } }: ViewProps) => {
  const state = useOrder(id);
  const { head, file } = state;
  const error = head.error ?? file.error;
  const gone = isMissing(error);
  const of = head.data?.form === 'payment-order' ? head.data : undefined;
  const title = gone
    ? t('failure.missing.title')
    : file.data
      ? say('order.title', { n: file.data.n, sum: formatEuros(file.data.amount) })
      : say('list.what');
  useTitle(title);
  return (
    <>
      <nav class="case-nav" aria-label={t('app.back')}>
        <a
          class="kern-link kern-link--no-visited-state"
          href={paymentsHash({ year: file.data && String(file.data.year) })}
        >
          ‹ {say('order.back')}
        </a>
        {of && (
          <Button variant="tertiary" busy={head.loading} onClick={state.reload}>
            {t('case.reload')}
          </Button>
        )}
      </nav>
      <Said notice={state.notice} />
      <h1 class="portal-h1">{title}</h1>
      <Progress text={!error && !(of && file.data) ? t('app.loading') : undefined} />
      {gone ? (
        <p class="kern-body panel">{t('failure.missing.text')}</p>
      ) : (
        <Failure error={error} onRetry={state.reload} />
      )}
      {of && file.data && !gone && <Loaded of={of} file={file.data} state={state} />}
    </>
  );
};
