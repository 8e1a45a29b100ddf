import { useState } from 'preact/hooks';
import type { GrantAnswer } from '../../../../domain/api/payments.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { isMissing } from '../../api/failures.ts';
import { useLoad } from '../../api/use-load.ts';
import { usePortal } from '../../app/context.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Pairs } from '../../parts/Pairs.tsx';
import { Said } from '../../parts/Said.tsx';
import { word } from '../../texts.ts';
import { dateText } from '../../time/dates.ts';
import { orderHash } from '../addresses.ts';
import { say } from '../texts.ts';
import { PayeePanel } from './PayeePanel.tsx';

type Instalment = GrantAnswer['instalments'][number];

const stateText = ({ state, paidOn }: Instalment) => {
  if (!state) return '–';
  return state === 'paid' && paidOn
    ? say('grant.state.paid.on', { day: dateText(paidOn) })
    : say(`grant.state.${state}`);
};

const Instalments = ({ of }: { of: readonly Instalment[] }) => (
  <DataTable
    caption={say('grant.caption')}
    rows={of}
    keyOf={({ n }) => String(n)}
    columns={[
      {
        key: 'n',
        label: say('grant.n'),
        names: true,
        cell: ({ n, follows, order, advance }) => {
          const plain = say(advance ? 'grant.advance' : 'list.instalment', { n });
          const name = follows ? say('grant.follows', { n, follows }) : plain;
          return order ? (
            <a class="kern-link kern-link--no-visited-state" href={orderHash(order)}>
              {name}
            </a>
          ) : (
            name
          );
        },
      },
      { key: 'due', label: say('grant.due'), cell: ({ due }) => dateText(due) },
      { key: 'amount', label: say('grant.amount'), numeric: true, cell: ({ amount }) => formatEuros(amount) },
      { key: 'state', label: say('grant.state'), cell: stateText },
    ]}
  />
);

/** Where the use of what is paid is proven. */
const Proof = ({ of: { id, at, fileBy } }: { of: NonNullable<GrantAnswer['proof']> }) => {
  const { hashOf } = usePortal();
  const state = at === 'filing' ? say('grant.proof.due', { day: dateText(fileBy) }) : word('step', at);
  return (
    <p class="kern-body">
      <a class="kern-link kern-link--no-visited-state" href={hashOf({ id, form: 'proof-of-use' })}>
        {say('grant.proof')}
      </a>
      {`: ${state}`}
    </p>
  );
};

/** What is paid of a grant when, and to which account: for its provider and the office. Shown when there is a grant. */
export const GrantPanel = ({ application, version }: { application: string; version: number }) => {
  const { call } = usePortal();
  const [said, setSaid] = useState<string>();
  const { data, error, reload, put } = useLoad(`grant ${application} ${version}`, () =>
    call('GET /api/budget-applications/{id}/payments', { id: application }),
  );
  // What never became a grant has nothing to show.
  if (isMissing(error)) return null;
  if (!data) return <Failure error={error} onRetry={reload} />;
  return (
    <section class="panel" aria-labelledby="grant">
      <h2 class="portal-h2" id="grant">
        {say('grant.title')}
      </h2>
      <Said text={said} />
      <Pairs
        pairs={[
          [say('grant.paid'), <strong>{formatEuros(data.paid)}</strong>],
          [say('grant.open'), formatEuros(data.open)],
          [say('grant.returned'), data.returned > 0 && formatEuros(data.returned)],
        ]}
      />
      {data.instalments.length === 0 ? (
        <p class="kern-body">{say('grant.none')}</p>
      ) : (
        <Instalments of={data.instalments} />
      )}
      {data.proof && <Proof of={data.proof} />}
      <PayeePanel
        application={application}
        of={data}
        onDone={(text, answer) => {
          put(answer);
          setSaid(text);
        }}
      />
    </section>
  );
};
