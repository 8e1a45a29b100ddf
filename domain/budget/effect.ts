import { balanceOf, eachStage, type Movement } from './account.ts';
import { type Amounts, isNothing, type Lines, linesOf, plus } from './amounts.ts';
import type { Frame, FrameState } from './frame.ts';
import { boundOf, type Holding } from './holding.ts';

/** What one write changes in a frame, in cents; less is negative. */
export interface Effect {
  figures: Amounts;
  sums: Holding;
  available: Lines;
  uncommitted: Lines;
  /** What must be there before it, line by line; where nothing is needed, 0, and a line may even be overdrawn. */
  needs: { available: Lines; uncommitted: Lines };
}

/** What the county decides about its ledger. */
export interface BudgetPolicy {
  /** Whether money of a frame that is not in force yet may be committed: advances for positions that go on. */
  commitProvisional: boolean;
}

const byLine = (of: (line: keyof Lines) => number): Lines => ({
  regular: of('regular'),
  voluntary: of('voluntary'),
});

/**
 * What movements that are written together do to the frame of their year, and under which condition they may be written.
 * Who takes more than before needs it available; what is reserved already needs only that the frame still covers what is
 * bound. Who gives back needs nothing, however overdrawn a line is after a cut.
 */
export const effectOf = (movements: readonly Movement[]): Effect => {
  const { frame, ...balances } = balanceOf(movements);
  const figures = linesOf(frame);
  const bound = boundOf(balances);
  const binds = linesOf(bound);
  const takes = linesOf(plus(balances.reserved, bound));
  const available = byLine((line) => figures[line] - takes[line]);
  const uncommitted = byLine((line) => figures[line] - binds[line]);
  return {
    figures: frame,
    sums: eachStage((stage) => balances[stage]),
    available,
    uncommitted,
    needs: {
      available: byLine((line) => (takes[line] > 0 ? Math.max(0, -available[line]) : 0)),
      uncommitted: byLine((line) => Math.max(0, -uncommitted[line])),
    },
  };
};

/**
 * In which states of a frame something may be written: no entry in a closed one, commitments when it is in force. To pay,
 * to accept or to take back what is committed already binds nothing more.
 */
export const statesFor = ({ sums }: Effect, { commitProvisional }: BudgetPolicy): FrameState[] => {
  const { regular, voluntary } = linesOf(boundOf(sums));
  const commits = regular > 0 || voluntary > 0;
  return commits && !commitProvisional ? ['in-force'] : ['provisional', 'in-force'];
};

/** Why a write is not possible now: the year is over, has not begun, or does not have as much. */
export type WriteRefusal = 'closed' | 'provisional' | 'exhausted';

/** Whether the frame has what an effect needs, on every line of which it needs something. */
const covers = (frame: Frame, { needs }: Effect) =>
  (['regular', 'voluntary'] as const).every((line) =>
    (['available', 'uncommitted'] as const).every(
      (figure) => needs[figure][line] === 0 || needs[figure][line] <= frame[figure][line],
    ),
  );

/** Why an effect may not be written to a frame as it stands; undefined when it may. */
export const refusalOf = (frame: Frame, effect: Effect, policy: BudgetPolicy): WriteRefusal | undefined => {
  if (frame.state === 'closed') return 'closed';
  if (!statesFor(effect, policy).includes(frame.state)) return 'provisional';
  return covers(frame, effect) ? undefined : 'exhausted';
};

/** The frame after a write. */
export const frameAfter = (frame: Frame, effect: Effect): Frame => ({
  ...frame,
  version: frame.version + (isNothing(effect.figures) ? 0 : 1),
  figures: plus(frame.figures, effect.figures),
  sums: eachStage((stage) => plus(frame.sums[stage], effect.sums[stage])),
  available: byLine((line) => frame.available[line] + effect.available[line]),
  uncommitted: byLine((line) => frame.uncommitted[line] + effect.uncommitted[line]),
});
