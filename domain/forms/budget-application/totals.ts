import { trainingCap } from '../../money/caps.ts';
import { addUp, type Cents, fromExact, toExact } from '../../money/cents.ts';
import { type Shares, sharesOf } from '../../money/shares.ts';
import { splitByWeights } from '../../money/split.ts';
import type { BudgetApplicationDraft } from './draft.ts';
import { ALL, FULL_WEEK } from './fields.ts';
import { fteOf, segmentCost } from './position-cost.ts';

type Row = NonNullable<BudgetApplicationDraft['positions']>[number];

/** What is calculated of one position: missing while the entries that it needs are. */
export interface PositionTotal {
  id: string;
  /** Hundredths of a full-time equivalent. */
  fte?: number;
  cost?: Cents;
}

/** What the application asks for: calculated and locked. */
export interface Totals extends Shares {
  positions: PositionTotal[];
  /** Hundredths of weekly hours of all positions, and of full-time equivalents of these hours, rounded once. */
  hours: number;
  fte: number;
  personnel: Cents;
  /** The most that training and advice may cost. */
  trainingCap: Cents;
  training: Cents;
  thirdParty: Cents;
  /** Personnel and training less third-party money; never less than nothing. `state` and `county` add up to it. */
  total: Cents;
  /** Hundredths of a per cent that are distributed over the Kitas: 10,000 when all is. */
  percent: number;
  /** The total by the shares, to the cent; empty while the shares are more than all. */
  kitas: { kita: string; amount: Cents }[];
}

const costOf = ({ annualCost, from, to }: Row): Cents | undefined =>
  annualCost === undefined || !from || !to ? undefined : segmentCost({ annualCost, from, to });

const positionTotal = (row: Row, fullWeek: number): PositionTotal => {
  const cost = costOf(row);
  return {
    id: row.id,
    ...(row.hours !== undefined && { fte: fteOf(row.hours, fullWeek) }),
    ...(cost !== undefined && { cost }),
  };
};

const sum = (numbers: readonly (number | undefined)[]) =>
  numbers.reduce<number>((all, n) => all + (n ?? 0), 0);

/** Cents that rounding leaves go by largest remainder; what no Kita has yet is a weight of its own. */
export const amountsOfKitas = (
  total: Cents,
  shares: NonNullable<BudgetApplicationDraft['shares']>,
): Totals['kitas'] => {
  const percent = sum(shares.map((one) => one.percent));
  if (percent > ALL) return [];
  const byId = shares.toSorted((a, b) => (a.kita < b.kita ? -1 : 1));
  const parts = splitByWeights(total, [...byId.map((one) => one.percent ?? 0), ALL - percent]);
  const amounts = new Map(byId.map(({ kita }, n) => [kita, parts[n] ?? 0]));
  return shares.map(({ kita }) => ({ kita, amount: amounts.get(kita) ?? 0 }));
};

/** Costs that third-party money is deducted from: nothing is asked for when it covers them. */
const deducted = (costs: Cents, thirdParty: Cents): Cents =>
  thirdParty > costs ? 0 : fromExact(toExact(costs) - toExact(thirdParty));

/**
 * Everything that the page shows as calculated and the server decides by, of a half-filled draft too: what is missing
 * counts as nothing.
 * @param fullWeek hundredths of weekly hours that are one full-time equivalent
 */
export const totalsOf = (draft: BudgetApplicationDraft, fullWeek = FULL_WEEK): Totals => {
  const { positions: rows = [], training = 0, thirdParty = 0, shares = [] } = draft;
  const positions = rows.map((row) => positionTotal(row, fullWeek));
  const personnel = addUp(positions.map(({ cost = 0 }) => cost));
  const hours = sum(rows.map((row) => row.hours));
  const total = deducted(addUp([personnel, training]), thirdParty);
  return {
    positions,
    hours,
    fte: fteOf(hours, fullWeek),
    personnel,
    trainingCap: trainingCap(personnel),
    training,
    thirdParty,
    total,
    ...sharesOf(total),
    percent: sum(shares.map((one) => one.percent)),
    kitas: amountsOfKitas(total, shares),
  };
};
