import { useState } from 'preact/hooks';
import type { PaymentSubmission } from '../../../../domain/api/portal.ts';
import { Alert } from '../../../fields/Alert.tsx';
import { Button } from '../../../fields/Button.tsx';
import { usePortal } from '../../app/context.ts';
import { DueMark } from '../../lists/DueMark.tsx';
import { t, word } from '../../texts.ts';
import { dayText, momentText } from '../../time/dates.ts';
import { say } from '../texts.ts';
import { openText } from './action-text.ts';
import { OrderAct } from './OrderAct.tsx';
import { deedText } from './OrderFacts.tsx';
import type { OrderState } from './use-order.ts';

interface Props {
  of: PaymentSubmission;
  state: OrderState;
}

/** What goes the usual way stands out; what leads off it does not. */
const USUAL = ['certify', 'order', 'book'];

const Ended = ({ of }: { of: PaymentSubmission }) => (
  <section class="turn turn--ended" aria-labelledby="turn">
    <h2 class="portal-h2" id="turn">
      {say(
        of.at === 'paid'
          ? 'order.ended.paid'
          : of.at === 'returned'
            ? 'order.ended.returned'
            : 'order.ended.cancelled',
      )}
    </h2>
    <p class="kern-body">{t('turn.ended.since', { moment: momentText(of.since) })}.</p>
  </section>
);

/** Why somebody who has the role may not do this step: by which deed, and whose. */
const Barred = ({ of }: { of: PaymentSubmission }) => {
  const { me } = usePortal();
  return (
    <Alert kind="info" title={say('barred.title')} level={3}>
      {of.barredBy.map(({ person, for: inFor, action, at }) => {
        const own = person.id === me.id || inFor?.id === me.id;
        return (
          <p class="kern-body" key={`${at} ${action}`}>
            {say(own ? 'barred.you' : 'barred.other', {
              name: person.name,
              day: dayText(at),
              deed: deedText(action),
            })}
          </p>
        );
      })}
    </Alert>
  );
};

/** Whose turn it is and until when, what may be done now, and why something may not. */
export const OrderTurn = ({ of, state }: Props) => {
  const [open, setOpen] = useState<string>();
  if (of.ended) return <Ended of={of} />;
  const mine = of.actions.length > 0;
  const task = word('task', of.at);
  const isWaiting = of.at === 'planned' || of.at === 'booked';
  return (
    <section class={`turn ${mine && !isWaiting ? 'turn--mine' : ''}`} aria-labelledby="turn">
      <h2 class="portal-h2" id="turn">
        {isWaiting || !of.turn
          ? task
          : mine
            ? t('turn.yours', { task })
            : t('turn.others', { who: word('role', of.turn) })}
      </h2>
      <p class="turn-due">
        {!mine && !isWaiting && <span>{task}</span>}
        <DueMark item={of} />
      </p>
      {of.barred.length > 0 && <Barred of={of} />}
      {mine && !open && (
        <div class="actions">
          {of.actions.map((action) => (
            <Button
              key={action}
              id={`act-${action}`}
              variant={USUAL.includes(action) ? 'primary' : 'tertiary'}
              onClick={() => setOpen(action)}
            >
              {openText(action)}
            </Button>
          ))}
        </div>
      )}
      {open && of.actions.includes(open) && (
        <OrderAct key={open} of={of} state={state} action={open} onClose={() => setOpen(undefined)} />
      )}
    </section>
  );
};
