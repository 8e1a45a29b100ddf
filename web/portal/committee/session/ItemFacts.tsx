import type { SessionFile } from '../../../../domain/api/committee.ts';
import { formatHundredths } from '../../../../domain/forms/budget-application/hundredths.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { purposeText } from '../../application/purpose-text.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { Pairs } from '../../parts/Pairs.tsx';
import { dateRange, dateText } from '../../time/dates.ts';
import { say } from '../texts.ts';

export type Facts = SessionFile['waiting'][number];

/** What an item is called: the provider and what the money is for. */
export const nameOf = ({ provider, purpose }: Pick<Facts, 'provider' | 'purpose'>): string =>
  say('facts.name', { provider: provider.name, purpose: purposeText(purpose) });

/** What the office would decide. */
const proposalText = ({ proposed }: Facts): string | undefined => {
  if (!proposed) return undefined;
  const { kind, amount, voluntary } = proposed;
  const decision = say(`facts.proposed.${kind}`, { sum: formatEuros(amount) });
  return voluntary > 0 ? `${decision}, ${say('facts.voluntary', { sum: formatEuros(voluntary) })}` : decision;
};

const Kitas = ({ of }: { of: Facts }) => (
  <DataTable
    caption={say('facts.kitas')}
    rows={of.kitas}
    keyOf={({ name }) => name}
    columns={[
      { key: 'kita', label: say('facts.kita'), names: true, cell: ({ name }) => name },
      {
        key: 'percent',
        label: say('facts.percent'),
        numeric: true,
        cell: ({ percent }) => `${formatHundredths(percent)} %`,
      },
      {
        key: 'amount',
        label: say('facts.amount'),
        numeric: true,
        cell: ({ amount }) => formatEuros(amount),
      },
    ]}
  />
);

/** What a session learns of a case: the institution, the purpose, the Kitas and the sums. */
export const ItemFacts = ({ of }: { of: Facts }) => (
  <div class="answer-section">
    <Pairs
      pairs={[
        [say('facts.proposed'), proposalText(of)],
        [
          say('facts.applied'),
          say('facts.shares', {
            sum: formatEuros(of.applied),
            state: formatEuros(of.state),
            county: formatEuros(of.county),
          }),
        ],
        [say('facts.granted'), of.granted !== undefined && formatEuros(of.granted)],
        [say('facts.opinion'), of.opinion && say(`facts.opinion.${of.opinion}`)],
        [say('facts.provider'), `${of.provider.name} (${say(`facts.kind.${of.provider.kind}`)})`],
        [say('facts.period'), dateRange(of.period.from, of.period.to)],
        [
          say('facts.positions'),
          say('facts.positions.text', { count: of.positions, fte: formatHundredths(of.fte) }),
        ],
        [say('facts.personnel'), formatEuros(of.personnel)],
        [say('facts.training'), formatEuros(of.training)],
        [say('facts.thirdParty'), formatEuros(of.thirdParty)],
        [
          say('facts.concept'),
          of.concept &&
            say('facts.concept.text', { version: of.concept.version, day: dateText(of.concept.resolvedOn) }),
        ],
        [say('facts.number'), of.fileNumber],
      ]}
    />
    <Kitas of={of} />
  </div>
);
