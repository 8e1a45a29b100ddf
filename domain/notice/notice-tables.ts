import { writtenDate } from '../calendar/written.ts';
import { type Block, type Column, table } from '../documents/blocks.ts';
import { formatHundredths } from '../forms/budget-application/hundredths.ts';
import { formatEuros } from '../money/euros.ts';
import type { Granted, Part } from './granted.ts';
import { isAllotted, type NoticeKind } from './notice-facts.ts';
import type { SayNotice } from './notice-texts.ts';

const start = (label: string): Column => ({ label, align: 'start' });
const end = (label: string): Column => ({ label, align: 'end' });

/** A part in the two columns of amounts; what is deducted has its sign. */
const inEuros = ({ applied, granted }: Part, sign: 1 | -1 = 1) =>
  [applied, granted].map((amount) => formatEuros(amount === 0 ? 0 : sign * amount));

/** Positions, training and third-party money, and what they make: applied for and granted side by side. */
export const partsTable = (granted: Granted, kind: NoticeKind, say: SayNotice): Block => {
  const { positions, training, thirdParty, total } = granted;
  const isAllotment = isAllotted(kind);
  return table(
    [
      start(say('calculation.part')),
      end(say('calculation.fte')),
      start(say('calculation.period')),
      end(say('calculation.applied')),
      end(say(isAllotment ? 'calculation.granted.allotment' : 'calculation.granted')),
    ],
    [
      ...positions.map((one) => [
        one.name,
        formatHundredths(one.fte),
        `${writtenDate(one.from)} – ${writtenDate(one.to)}`,
        ...inEuros(one),
      ]),
      [say('calculation.training'), '', '', ...inEuros(training)],
      ...(thirdParty.applied + thirdParty.granted > 0
        ? [[say('calculation.thirdParty'), '', '', ...inEuros(thirdParty, -1)]]
        : []),
    ],
    {
      caption: say(isAllotment ? 'calculation.caption.allotment' : 'calculation.caption'),
      total: [
        say(isAllotment ? 'calculation.total.allotment' : 'calculation.total'),
        '',
        '',
        ...inEuros(total),
      ],
    },
  );
};

/** Who bears the total: the provisional shares of state and county, and voluntary money apart. */
export const sharesTable = ({ state, county, voluntary, total }: Granted, say: SayNotice): Block =>
  table(
    [start(say('shares.source')), end(say('shares.amount'))],
    [
      [say('shares.state'), formatEuros(state)],
      [say('shares.county'), formatEuros(county)],
      ...(voluntary > 0 ? [[say('shares.voluntary'), formatEuros(voluntary)]] : []),
    ],
    { caption: say('shares.caption'), total: [say('shares.total'), formatEuros(total.granted)] },
  );

/** The total by Kita, as the application distributes it. */
export const kitasTable = (
  { kitas, total }: Granted,
  shares: readonly { kita: string; percent: number }[],
  names: ReadonlyMap<string, string>,
  say: SayNotice,
): Block =>
  table(
    [start(say('kitas.kita')), end(say('kitas.percent')), end(say('kitas.amount'))],
    kitas.map(({ kita, amount }) => [
      names.get(kita) ?? kita,
      `${formatHundredths(shares.find((one) => one.kita === kita)?.percent ?? 0)} %`,
      formatEuros(amount),
    ]),
    { caption: say('kitas.caption'), total: [say('kitas.total'), '100,00 %', formatEuros(total.granted)] },
  );
