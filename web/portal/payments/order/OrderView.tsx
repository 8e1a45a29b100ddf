import type { PaymentOrderFile } from '../../../../domain/api/payments.ts';
import type { PaymentSubmission } from '../../../../domain/api/portal.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import type { ViewProps } from '../../app/area.ts';
import { hashTo } from '../../app/place.ts';
import { CaseFrame } from '../../case/CaseFrame.tsx';
import { Log } from '../../case/Log.tsx';
import { dateText } from '../../time/dates.ts';
import { paymentsHash } from '../addresses.ts';
import { say } from '../texts.ts';
import { OrderDeeds, OrderFacts } from './OrderFacts.tsx';
import { OrderTurn } from './OrderTurn.tsx';
import { type OrderState, useOrder } from './use-order.ts';

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
  const of = head.data?.form === 'payment-order' ? head.data : undefined;
  const title = file.data
    ? say('order.title', { n: file.data.n, sum: formatEuros(file.data.amount) })
    : say('list.what');
  return (
    <CaseFrame
      of={of}
      state={state}
      title={title}
      back={{ href: paymentsHash({ year: file.data && String(file.data.year) }), text: say('order.back') }}
      error={head.error ?? file.error}
      isWaiting={!(of && file.data)}
    >
      {of && file.data && <Loaded of={of} file={file.data} state={state} />}
    </CaseFrame>
  );
};
