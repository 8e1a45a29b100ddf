import type { PaymentOrderFile } from '../../../../domain/api/payments.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { Alert } from '../../../fields/Alert.tsx';
import { purposeText } from '../../application/purpose-text.ts';
import { Pairs } from '../../parts/Pairs.tsx';
import { t } from '../../texts.ts';
import { dateText, dayText, figuresText, momentText } from '../../time/dates.ts';
import { orderHash } from '../addresses.ts';
import { groupedIban } from '../grouped-iban.ts';
import { knows, say } from '../texts.ts';

const bookingText = (of: PaymentOrderFile['booked']) =>
  of && say('order.booking', { day: dateText(of.on), reference: of.reference });

/** Everything that whoever certifies or orders a payment must look at. */
export const OrderFacts = ({ file }: { file: PaymentOrderFile }) => (
  <section class="panel" aria-labelledby="facts">
    <h2 class="portal-h2" id="facts">
      {say('order.facts')}
    </h2>
    {file.advance && (
      <Alert kind="info" title={say('order.advance')} level={3}>
        <p class="kern-body">{say('order.advance.text')}</p>
      </Alert>
    )}
    {file.payeeChanged && (
      <Alert kind="danger" title={say('order.account-stale')} level={3}>
        <p class="kern-body">{say('order.account-stale.text')}</p>
      </Alert>
    )}
    {file.payeeWaits && !file.number && (
      <Alert kind="warning" title={say('order.account-waits')} level={3}>
        <p class="kern-body">{say('order.account-waits.text')}</p>
      </Alert>
    )}
    {file.payeeChange && (
      <Alert kind="warning" title={say('order.account-changed')} level={3}>
        <p class="kern-body">
          {say('order.account-changed.text', {
            by: file.payeeChange.by,
            confirmedBy: file.payeeChange.confirmedBy ?? '–',
            day: dayText(file.payeeChange.since),
          })}
        </p>
      </Alert>
    )}
    <Pairs
      pairs={[
        [say('order.payee'), file.payee?.holder],
        [say('order.iban'), file.payee && groupedIban(file.payee.iban)],
        [say('order.amount'), <strong>{formatEuros(file.amount)}</strong>],
        [say('order.state'), formatEuros(file.amounts.state)],
        [say('order.county'), formatEuros(file.amounts.county)],
        [say('order.voluntary'), file.amounts.voluntary > 0 && formatEuros(file.amounts.voluntary)],
        [say('order.due'), dateText(file.due)],
        [say('order.account'), file.account],
        [say('order.year'), String(file.year)],
        [say('order.purpose'), file.purpose && purposeText(file.purpose)],
        [say('order.number'), file.number],
        [say('order.exported'), file.exportedAt && momentText(file.exportedAt)],
        [say('order.booked'), bookingText(file.booked)],
        [say('order.bounced'), bookingText(file.bounced)],
      ]}
    />
    {file.follows && (
      <p class="kern-body">
        {say('order.follows')}{' '}
        <a class="kern-link kern-link--no-visited-state" href={orderHash(file.follows)}>
          {say('order.follows.open')}
        </a>
      </p>
    )}
    {file.successor && (
      <p class="kern-body">
        <a class="kern-link kern-link--no-visited-state" href={orderHash(file.successor)}>
          {say('order.successor.open')}
        </a>
      </p>
    )}
  </section>
);

export const deedText = (action: string) => {
  const key = `deed.${action}`;
  return knows(key) ? say(key) : action;
};

/** Who acted, for whom, and what was said about it: four eyes look at it. */
export const OrderDeeds = ({ file }: { file: PaymentOrderFile }) => (
  <section class="panel" aria-labelledby="deeds">
    <h2 class="portal-h2" id="deeds">
      {say('order.deeds')}
    </h2>
    {file.acted.length === 0 && <p class="kern-body portal-muted">{say('order.deeds.none')}</p>}
    <ul class="deeds">
      {file.acted.map(({ person, for: inFor, action, at }) => (
        <li key={`${at} ${action}`}>
          <strong>{inFor ? t('log.for', { name: person.name, other: inFor.name }) : person.name}</strong>:{' '}
          {deedText(action)}, <time dateTime={at}>{figuresText(at)}</time>
        </li>
      ))}
    </ul>
    {file.notes.length > 0 && (
      <>
        <h3 class="portal-h3">{say('order.notes')}</h3>
        <ul class="deeds">
          {file.notes.map(({ n, at, action, text, byName }) => (
            <li key={n}>
              <strong>{byName}</strong> ({deedText(action)}, {figuresText(at)}): {text}
            </li>
          ))}
        </ul>
      </>
    )}
  </section>
);
