import type { CalendarDate } from '../calendar/period.ts';
import { amountsOfKitas, type Totals, totalsOf } from '../forms/budget-application/totals.ts';
import { addUp, type Cents } from '../money/cents.ts';
import { type Shares, sharesOf } from '../money/shares.ts';
import type { AmendedFacts, NoticeFacts } from './notice-facts.ts';

/** The decision does not fit what was applied for: nothing may be made of it that somebody could sign. */
export class NoticeError extends Error {
  override name = 'NoticeError';
}

/** What of a part was applied for and what is granted. */
export interface Part {
  applied: Cents;
  granted: Cents;
}

export interface PositionPart extends Part {
  id: string;
  name: string;
  /** Hundredths of a full-time equivalent. */
  fte: number;
  from: CalendarDate;
  to: CalendarDate;
}

/** A decision in figures: positions and training less third-party money make the total, and so do its three sources. */
export interface Granted extends Shares {
  positions: PositionPart[];
  training: Part;
  /** Deducted. */
  thirdParty: Part;
  total: Part;
  /** Of the county's own line; `state` and `county` share the rest. */
  voluntary: Cents;
  /** The total by the shares of the Kitas, to the cent. */
  kitas: Totals['kitas'];
}

const costs = (positions: readonly Part[], training: Part, thirdParty: Part): Cents =>
  Math.max(0, addUp([...positions.map(({ granted }) => granted), training.granted]) - thirdParty.granted);

/** What was granted before an amendment, in figures. */
export const grantedBefore = ({ answers, before }: AmendedFacts, county: NoticeFacts['county']): Granted => {
  const { total } = totalsOf(answers, county.budget.fullWeek);
  const { voluntary } = before;
  const decision = { kind: 'grant', amount: total, voluntary: Math.min(voluntary, total), note: 0 } as const;
  return grantedOf({ answers, decision, note: {}, county });
};

/** @throws NoticeError when the parts do not add up to what was decided */
export const grantedOf = ({
  answers,
  decision,
  note,
  county,
}: Pick<NoticeFacts, 'answers' | 'decision' | 'note' | 'county'>): Granted => {
  const totals = totalsOf(answers, county.budget.fullWeek);
  const { granted } = note;
  if (decision.kind === 'partial' && !granted) throw new NoticeError('a partial grant without its parts');
  const positions = answers.positions.map((one, n): PositionPart => {
    const { cost = 0, fte = 0 } = totals.positions[n] ?? {};
    const part = granted ? granted.positions.find(({ id }) => id === one.id)?.amount : cost;
    return {
      id: one.id,
      name: one.function,
      fte,
      from: one.from,
      to: one.to,
      applied: cost,
      granted: part ?? 0,
    };
  });
  const training = { applied: totals.training, granted: granted?.training ?? totals.training };
  const thirdParty = { applied: totals.thirdParty, granted: granted?.thirdParty ?? totals.thirdParty };
  const { amount, voluntary } = decision;
  if (decision.kind !== 'refuse' && costs(positions, training, thirdParty) !== amount)
    throw new NoticeError('the parts do not add up to the sum');
  return {
    positions,
    training,
    thirdParty,
    total: { applied: totals.total, granted: amount },
    ...sharesOf(amount - voluntary),
    voluntary,
    kitas: amountsOfKitas(amount, answers.shares),
  };
};
