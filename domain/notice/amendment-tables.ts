import type { Amounts } from '../budget/amounts.ts';
import { writtenDate } from '../calendar/written.ts';
import { type Block, type Column, table } from '../documents/blocks.ts';
import type { Position } from '../forms/budget-application/answers.ts';
import { formatHundredths } from '../forms/budget-application/hundredths.ts';
import { formatEuros } from '../money/euros.ts';
import type { Granted, PositionPart } from './granted.ts';
import { isAllotted, type NoticeKind } from './notice-facts.ts';
import type { SayNotice } from './notice-texts.ts';

const start = (label: string): Column => ({ label, align: 'start' });
const end = (label: string): Column => ({ label, align: 'end' });
const NONE = '–';

const periodOf = ({ from, to }: PositionPart) => `${writtenDate(from)} – ${writtenDate(to)}`;

/** The days of a position, and those that it had before where they were others. */
const days = (was: PositionPart | undefined, is: PositionPart, say: SayNotice): string => {
  if (!was || periodOf(was) === periodOf(is)) return periodOf(is);
  const before = say('calculation.was', { wasFrom: writtenDate(was.from), wasTo: writtenDate(was.to) });
  return `${periodOf(is)} (${before})`;
};

const positionRow = (
  was: PositionPart | undefined,
  is: PositionPart | undefined,
  isVacant: boolean,
  say: SayNotice,
): string[] => {
  const one = is ?? was;
  if (!one) return [];
  return [
    isVacant ? `${one.name} (${say('calculation.vacant')})` : one.name,
    formatHundredths(one.fte),
    is ? days(was, is, say) : periodOf(one),
    was ? formatEuros(was.granted) : NONE,
    is ? formatEuros(is.granted) : NONE,
  ];
};

/** Every position before and now, in the order of the form; those that are no more come last. */
const positionRows = (
  before: readonly PositionPart[],
  now: readonly PositionPart[],
  vacant: ReadonlySet<string>,
  say: SayNotice,
): string[][] => {
  const was = new Map(before.map((one) => [one.id, one]));
  const ids = new Set(now.map(({ id }) => id));
  return [
    ...now.map((one) => positionRow(was.get(one.id), one, vacant.has(one.id), say)),
    ...before.filter(({ id }) => !ids.has(id)).map((one) => positionRow(one, undefined, false, say)),
  ];
};

const negative = (amount: number) => formatEuros(amount === 0 ? 0 : -amount);

/** Positions, training and third-party money, and what they make: before and now side by side. */
export const amendedPartsTable = (
  before: Granted,
  now: Granted,
  { kind, positions }: { kind: NoticeKind; positions: readonly Position[] },
  say: SayNotice,
): Block => {
  // Who is to be found for a position from the beginning is no vacancy: it costs something already.
  const vacant = new Set(
    positions.filter(({ filled, annualCost }) => !filled && annualCost === 0).map(({ id }) => id),
  );
  const thirdParty = [before.thirdParty.granted, now.thirdParty.granted];
  return table(
    [
      start(say('calculation.part')),
      end(say('calculation.fte')),
      start(say('calculation.period')),
      end(say('calculation.before')),
      end(say('calculation.now')),
    ],
    [
      ...positionRows(before.positions, now.positions, vacant, say),
      [
        say('calculation.training'),
        '',
        '',
        formatEuros(before.training.granted),
        formatEuros(now.training.granted),
      ],
      ...(thirdParty.some((amount) => amount > 0)
        ? [[say('calculation.thirdParty'), '', '', ...thirdParty.map(negative)]]
        : []),
    ],
    {
      caption: say(
        isAllotted(kind) ? 'calculation.caption.amendment-allotment' : 'calculation.caption.amendment',
      ),
      total: [
        say(isAllotted(kind) ? 'calculation.total.allotment' : 'calculation.total'),
        '',
        '',
        formatEuros(before.total.granted),
        formatEuros(now.total.granted),
      ],
    },
  );
};

/** Who bears what: before, now, and the difference with its sign. */
export const amendedSharesTable = (before: Amounts, now: Granted, say: SayNotice): Block => {
  const row = (label: string, was: number, is: number) => [
    label,
    ...[was, is, is - was].map((amount) => formatEuros(amount)),
  ];
  const hasVoluntary = before.voluntary + now.voluntary > 0;
  return table(
    [
      start(say('shares.source')),
      end(say('shares.before')),
      end(say('shares.now')),
      end(say('shares.difference')),
    ],
    [
      row(say('shares.state'), before.state, now.state),
      row(say('shares.county'), before.county, now.county),
      ...(hasVoluntary ? [row(say('shares.voluntary'), before.voluntary, now.voluntary)] : []),
    ],
    {
      caption: say('shares.caption.amendment'),
      total: row(
        say('shares.total'),
        before.state + before.county + before.voluntary,
        now.state + now.county + now.voluntary,
      ),
    },
  );
};
