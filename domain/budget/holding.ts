import * as z from 'zod/mini';
import { balanceOf, eachStage, type Movement, type Stage, stages } from './account.ts';
import { type Amounts, amounts, eachShare, isNothing, minus, NOTHING, plus } from './amounts.ts';
import { kindOf } from './entry.ts';

/** Heads that were written before anything was paid lack the stages behind the commitment. */
const later = z._default(amounts, NOTHING);

/** What an application holds in the ledger of its year, stage by stage. */
export const holding = z.strictObject({
  requested: amounts,
  reserved: amounts,
  committed: amounts,
  paid: later,
  accepted: later,
  returned: later,
});
export type Holding = z.infer<typeof holding>;

export const NO_HOLDING: Holding = eachStage(() => NOTHING);

/** What a frame must cover: what is committed, was paid, and was accepted. What came back binds nothing any more. */
export const boundOf = ({ committed, paid, accepted }: Pick<Holding, 'committed' | 'paid' | 'accepted'>) =>
  plus(committed, plus(paid, accepted));

/** What has ever been paid, wherever it lies by now; never more than was committed. */
export const paidOutOf = ({ paid, accepted, returned }: Pick<Holding, 'paid' | 'accepted' | 'returned'>) =>
  plus(paid, plus(accepted, returned));

type Place = Stage | 'outside';

/** Stages from which and to which money may cross the border of the ledger. What was paid stays in it. */
const OPEN = stages.filter((stage) => kindOf('outside', stage) !== undefined);

/**
 * The ways on which money goes when an application holds something else than before, the first that fits: between its
 * own stages as far as possible, so that the ledger tells "what was reserved is committed" from a new sum.
 */
const WAYS: readonly [Place, Place][] = [
  ['committed', 'paid'],
  ['paid', 'accepted'],
  ['paid', 'returned'],
  ['accepted', 'returned'],
  ['accepted', 'paid'],
  ['returned', 'paid'],
  ['returned', 'accepted'],
  ['paid', 'committed'],
  ['reserved', 'committed'],
  ['requested', 'committed'],
  ['requested', 'reserved'],
  ['committed', 'reserved'],
  ['reserved', 'requested'],
  ['committed', 'requested'],
  ...OPEN.map((stage): [Place, Place] => ['outside', stage]),
  ...OPEN.map((stage): [Place, Place] => [stage, 'outside']),
];

/**
 * The movements that lead from what an application holds to what it should hold; none when nothing changes. What is
 * requested anew, is not granted, or is given up comes from outside or goes there. What is paid comes from what is
 * committed, and what is accepted or came back from what was paid.
 * @throws RangeError when more is to be paid than is committed, or less was paid than lies with what was paid
 */
export const movementsBetween = (now: Holding, then: Holding): Movement[] => {
  /** What each stage has too much still, or too little where it is negative. */
  const excess: Record<Stage, Amounts> = eachStage((stage) => minus(now[stage], then[stage]));
  const spare = (from: Place, share: keyof Amounts) =>
    from === 'outside' ? Number.MAX_SAFE_INTEGER : Math.max(0, excess[from][share]);
  const missing = (to: Place, share: keyof Amounts) =>
    to === 'outside' ? Number.MAX_SAFE_INTEGER : Math.max(0, -excess[to][share]);
  const movements = WAYS.flatMap(([from, to]) => {
    const amounts = eachShare((share) => Math.min(spare(from, share), missing(to, share)));
    if (from !== 'outside') excess[from] = minus(excess[from], amounts);
    if (to !== 'outside') excess[to] = plus(excess[to], amounts);
    return isNothing(amounts) ? [] : [{ from, to, amounts }];
  });
  if (!stages.every((stage) => isNothing(excess[stage])))
    throw new RangeError('money goes where it never can');
  return movements;
};

/** What an application holds after movements of its money. */
export const holdingAfter = (now: Holding, movements: readonly Movement[]): Holding => {
  const balances = balanceOf(movements);
  return eachStage((stage) => plus(now[stage], balances[stage]));
};
