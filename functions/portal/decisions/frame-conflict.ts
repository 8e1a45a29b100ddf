import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import type { Head } from '../../../domain/submission/head.ts';
import { decided } from '../../cases/decide.ts';
import { ConflictError } from '../../runtime/errors.ts';
import { type ConditionFailedError, changeHeadOf } from '../../store/heads.ts';
import { isFrameWrite, refusingFrame } from '../../store/ledger.ts';
import type { PortalDeps } from '../deps.ts';

/** Whoever approved too late loses the reservation too: the case waits for money, or is to be refused, as the county chose. */
const giveWay = async ({ store, registers, clock }: PortalDeps, seen: BudgetHead): Promise<Head> => {
  const county = await registers.county();
  const head = await changeHeadOf(store, 'budget-application', seen.id, (now) =>
    now.at === 'approval' && now.visit === seen.visit
      ? decided(store, now, {
          act: { kind: 'result', step: now.at, outcome: county.budget.exhausted },
          by: { system: true },
          at: clock.now(),
          county,
        })
      : undefined,
  );
  return head ?? seen;
};

/**
 * The answer to somebody whose write the year's frame refused: the year is closed, not in force yet, or has no money left
 * for it. Undefined when it was not the frame.
 */
export const frameConflict = async (
  deps: PortalDeps,
  seen: Head,
  { write, failed }: ConditionFailedError,
): Promise<ConflictError | undefined> => {
  if (seen.form !== 'budget-application' || !isFrameWrite(write)) return undefined;
  const { budget } = await deps.registers.county();
  const { state } = refusingFrame(seen.about.year, failed.item);
  const conflict = (problem: string, { version, at }: Head) => new ConflictError(problem, { version, at });
  if (state === 'closed') return conflict('frame-closed', seen);
  if (state === 'provisional' && !budget.commitProvisional) return conflict('frame-provisional', seen);
  return conflict('frame-exhausted', await giveWay(deps, seen));
};
