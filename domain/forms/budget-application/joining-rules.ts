import * as z from 'zod/mini';
import type { Issue } from '../../languages/problem.ts';
import { trainingCap } from '../../money/caps.ts';
import { addUp, type Cents, cents } from '../../money/cents.ts';
import { eachRow, type Rule, rule } from '../joined.ts';
import { ALL } from './fields.ts';
import { segmentCost } from './position-cost.ts';

const day = z.iso.date();
const period = z.object({ from: day, to: day });
type Period = z.infer<typeof period>;
const ends = ['from', 'to'] as const;

const endsBeforeItBegins = ({ from, to }: Period) => to < from;

const periodOfYear = rule(z.object({ year: z.int(), period }), ({ year, period: of }) => {
  const outside = ends.filter((end) => !of[end].startsWith(`${year}-`));
  const issues: Issue[] = outside.map((end) => ({ path: ['period', end], message: 'outside-year' }));
  return endsBeforeItBegins(of) ? [...issues, { path: ['period', 'to'], message: 'before-start' }] : issues;
});

const positionsOfPeriod = rule(z.object({ period, positions: eachRow(period) }), (read) => {
  if (endsBeforeItBegins(read.period)) return [];
  const isOutside = (date: string) => date < read.period.from || date > read.period.to;
  return read.positions.flatMap((row, n) =>
    ends
      .filter((end) => row && isOutside(row[end]))
      .map((end) => ({ path: ['positions', n, end], message: 'outside-period' })),
  );
});

const positionsInOrder = rule(z.object({ positions: eachRow(period) }), ({ positions }) =>
  positions.flatMap((row, n) =>
    row && endsBeforeItBegins(row) ? [{ path: ['positions', n, 'to'], message: 'before-start' }] : [],
  ),
);

const sharesOfKitas = rule(
  z.object({ kitas: z.array(z.string()), shares: eachRow(z.object({ kita: z.string() })) }),
  ({ kitas, shares }) => {
    const chosen = new Set(kitas);
    const shared = new Set(shares.map((row) => row?.kita));
    const foreign = shares.flatMap((row, n): Issue[] =>
      row && !chosen.has(row.kita) ? [{ path: ['shares', n, 'kita'], message: 'kita-not-chosen' }] : [],
    );
    // A row that cannot be read may be the one that is missed.
    const isComplete = shares.includes(null) || kitas.every((kita) => shared.has(kita));
    return isComplete ? foreign : [...foreign, { path: ['shares'], message: 'kita-without-share' }];
  },
);

/** 99.99 % would leave money that belongs to no Kita. */
const sharesTogether = rule(
  z.object({ shares: z.array(z.object({ percent: z.int() })).check(z.minLength(1)) }),
  ({ shares }) => {
    const together = shares.reduce((all, { percent }) => all + percent, 0);
    return together === ALL ? [] : [{ path: ['shares'], message: 'hundred-percent' }];
  },
);

const segments = z.array(z.object({ annualCost: cents, from: day, to: day })).check(z.minLength(1));

/** The cost of all positions; undefined while one of them has none. */
const personnelOf = (positions: z.infer<typeof segments>): Cents | undefined => {
  const costs = positions.map(segmentCost);
  return costs.every((cost) => cost !== undefined) ? addUp(costs) : undefined;
};

const trainingInCap = rule(z.object({ positions: segments, training: cents }), ({ positions, training }) => {
  const personnel = personnelOf(positions);
  return personnel === undefined || training <= trainingCap(personnel)
    ? []
    : [{ path: ['training'], message: 'training-cap' }];
});

const thirdPartyInCosts = rule(
  z.object({ positions: segments, training: cents, thirdParty: cents }),
  ({ positions, training, thirdParty }) => {
    const personnel = personnelOf(positions);
    return personnel === undefined || thirdParty <= addUp([personnel, training])
      ? []
      : [{ path: ['thirdParty'], message: 'exceeds-costs' }];
  },
);

/** The rules of the application that need more than one field (domain: funding year, shares, caps). */
export const joiningRules: readonly Rule[] = [
  periodOfYear,
  positionsOfPeriod,
  positionsInOrder,
  sharesOfKitas,
  sharesTogether,
  trainingInCap,
  thirdPartyInCosts,
];
