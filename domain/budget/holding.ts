import * as z from 'zod/mini';
import { balanceOf, type Movement, type Stage, stages } from './account.ts';
import { type Amounts, amounts, eachShare, isNothing, minus, NOTHING, plus } from './amounts.ts';

/** What an application holds in the ledger of its year, stage by stage. */
export const holding = z.strictObject({ requested: amounts, reserved: amounts, committed: amounts });
export type Holding = z.infer<typeof holding>;

export const NO_HOLDING: Holding = { requested: NOTHING, reserved: NOTHING, committed: NOTHING };

type Place = Stage | 'outside';

/**
 * The ways on which money goes when an application holds something else than before, the first that fits: between its
 * own stages as far as possible, so that the ledger tells "what was reserved is committed" from a new sum.
 */
const WAYS: readonly [Place, Place][] = [
  ['reserved', 'committed'],
  ['requested', 'committed'],
  ['requested', 'reserved'],
  ['committed', 'reserved'],
  ['reserved', 'requested'],
  ['committed', 'requested'],
  ...stages.map((stage): [Place, Place] => ['outside', stage]),
  ...stages.map((stage): [Place, Place] => [stage, 'outside']),
];

/**
 * The movements that lead from what an application holds to what it should hold; none when nothing changes. What is
 * requested anew, is not granted, or is given up comes from outside or goes there.
 */
export const movementsBetween = (now: Holding, then: Holding): Movement[] => {
  /** What each stage has too much still, or too little where it is negative. */
  const excess: Record<Stage, Amounts> = {
    requested: minus(now.requested, then.requested),
    reserved: minus(now.reserved, then.reserved),
    committed: minus(now.committed, then.committed),
  };
  const spare = (from: Place, share: keyof Amounts) =>
    from === 'outside' ? Number.MAX_SAFE_INTEGER : Math.max(0, excess[from][share]);
  const missing = (to: Place, share: keyof Amounts) =>
    to === 'outside' ? Number.MAX_SAFE_INTEGER : Math.max(0, -excess[to][share]);
  return WAYS.flatMap(([from, to]) => {
    const amounts = eachShare((share) => Math.min(spare(from, share), missing(to, share)));
    if (from !== 'outside') excess[from] = minus(excess[from], amounts);
    if (to !== 'outside') excess[to] = plus(excess[to], amounts);
    return isNothing(amounts) ? [] : [{ from, to, amounts }];
  });
};

/** What an application holds after movements of its money. */
export const holdingAfter = (now: Holding, movements: readonly Movement[]): Holding => {
  const { requested, reserved, committed } = balanceOf(movements);
  return {
    requested: plus(now.requested, requested),
    reserved: plus(now.reserved, reserved),
    committed: plus(now.committed, committed),
  };
};
