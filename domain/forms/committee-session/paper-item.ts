import { amountsOf } from '../../budget/amounts.ts';
import { writtenDate } from '../../calendar/written.ts';
import {
  type Block,
  type Column,
  heading,
  type Pair,
  pairs,
  paragraph,
  table,
} from '../../documents/blocks.ts';
import words from '../../languages/de/budget-application.json' with { type: 'json' };
import { formatEuros } from '../../money/euros.ts';
import { formatHundredths } from '../budget-application/hundredths.ts';
import type { AgendaItem } from './agenda.ts';
import { sayPaper } from './paper-words.ts';

const start = (label: string): Column => ({ label, align: 'start' });
const end = (label: string): Column => ({ label, align: 'end' });

/** What an item is about: who applies, and what for. */
export const subjectOf = ({ provider, purpose }: AgendaItem): string =>
  sayPaper('subject', { provider: provider.name, purpose: words[`purpose.${purpose}`] });

/** What the committee is asked to resolve. */
const proposalOf = ({ proposed, provider, purpose, period }: AgendaItem): string =>
  sayPaper(`proposal.${proposed?.kind ?? 'none'}`, {
    provider: provider.name,
    purpose: words[`purpose.${purpose}`],
    from: writtenDate(period.from),
    to: writtenDate(period.to),
    sum: formatEuros(proposed?.amount ?? 0),
  });

/** What goes into the sum: of a single position it says what one person earns, so it is no matter for the public. */
const partsOf = ({ positions, personnel, training, thirdParty }: AgendaItem, isPublic: boolean): Pair[] =>
  isPublic && positions < 2
    ? []
    : [
        { label: sayPaper('facts.personnel'), value: formatEuros(personnel) },
        { label: sayPaper('facts.training'), value: formatEuros(training) },
        { label: sayPaper('facts.thirdParty'), value: formatEuros(thirdParty) },
      ];

const factsOf = (item: AgendaItem, isPublic: boolean): Pair[] => {
  const { fileNumber, provider, purpose, period, positions, fte, applied, granted, concept, opinion } = item;
  return [
    { label: sayPaper('facts.fileNumber'), value: fileNumber },
    {
      label: sayPaper('facts.provider'),
      value: sayPaper('facts.provider.text', {
        name: provider.name,
        kind: words[`provider.kind.${provider.kind}`],
      }),
    },
    { label: sayPaper('facts.purpose'), value: words[`purpose.${purpose}`] },
    {
      label: sayPaper('facts.period'),
      value: sayPaper('facts.period.text', { from: writtenDate(period.from), to: writtenDate(period.to) }),
    },
    {
      label: sayPaper('facts.positions'),
      value: sayPaper('facts.positions.text', { count: positions, fte: formatHundredths(fte) }),
    },
    ...partsOf(item, isPublic),
    { label: sayPaper('facts.applied'), value: formatEuros(applied) },
    ...(granted === undefined ? [] : [{ label: sayPaper('facts.granted'), value: formatEuros(granted) }]),
    ...(concept
      ? [
          {
            label: sayPaper('facts.concept'),
            value: sayPaper('facts.concept.text', {
              version: concept.version,
              on: writtenDate(concept.resolvedOn),
            }),
          },
        ]
      : []),
    ...(opinion ? [{ label: sayPaper('facts.opinion'), value: sayPaper(`facts.opinion.${opinion}`) }] : []),
  ];
};

const kitasOf = ({ kitas, applied }: AgendaItem): Block =>
  table(
    [start(sayPaper('kitas.kita')), end(sayPaper('kitas.percent')), end(sayPaper('kitas.amount'))],
    kitas.map(({ name, percent, amount }) => [name, `${formatHundredths(percent)} %`, formatEuros(amount)]),
    { caption: sayPaper('kitas'), total: [sayPaper('kitas.total'), '100,00 %', formatEuros(applied)] },
  );

/** Who bears what is proposed. */
const moneyOf = ({ proposed }: AgendaItem): Block => {
  if (!proposed || proposed.amount === 0) return paragraph(sayPaper('money.none'));
  const { amount, voluntary } = proposed;
  const shares = amountsOf(amount - voluntary, voluntary);
  return table(
    [start(sayPaper('money.source')), end(sayPaper('money.amount'))],
    [
      [sayPaper('money.state'), formatEuros(shares.state)],
      [sayPaper('money.county'), formatEuros(shares.county)],
      ...(voluntary > 0 ? [[sayPaper('money.voluntary'), formatEuros(voluntary)]] : []),
    ],
    { caption: sayPaper('money.caption'), total: [sayPaper('money.total'), formatEuros(amount)] },
  );
};

/** One item of the paper: what is proposed, on what, and who pays. @param number its place on the agenda, from 1 */
export const paperItem = (item: AgendaItem, number: number, isPublic: boolean): Block[] => [
  heading(2, sayPaper('item', { number, subject: subjectOf(item) })),
  heading(3, sayPaper('proposal')),
  paragraph(proposalOf(item), 'strong'),
  heading(3, sayPaper('facts')),
  pairs(factsOf(item, isPublic)),
  kitasOf(item),
  heading(3, sayPaper('money')),
  moneyOf(item),
];
