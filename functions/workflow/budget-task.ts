import type { BudgetHead, BudgetParticulars } from '../../domain/forms/budget-application/particulars.ts';
import { SUPERSEDED } from '../../domain/process/state-machine.ts';
import { decided } from '../cases/decide.ts';
import { ConditionFailedError, changeHeadOf } from '../store/heads.ts';
import { isFrameWrite } from '../store/ledger.ts';
import type { WorkflowDeps } from './deps.ts';
import type { Task } from './task.ts';

/** What a run step of a budget application finds. */
export interface Found {
  outcome: string;
  particulars?: BudgetParticulars;
}

/**
 * A run step of a budget application: looks, and records what it found in the head. A repeat finds the head further on and
 * only reads it.
 * @param look says what is found, from the head as it stands
 * @param exhausted what is found instead when the year's frame does not have the money (or does not take it)
 */
export const budgetTask =
  (
    look: (deps: WorkflowDeps, head: BudgetHead) => Promise<Found> | Found,
    exhausted?: (deps: WorkflowDeps) => Promise<Found>,
  ): Task =>
  async (deps, { id, run, step }) => {
    const { store, registers, clock } = deps;
    const county = await registers.county();
    const record = (find: typeof look) =>
      changeHeadOf(store, 'budget-application', id, async (now) => {
        if (now.run !== run || now.at !== step) return undefined;
        const { outcome, particulars } = await find(deps, now);
        return decided(store, now, {
          act: { kind: 'result', step, outcome },
          by: { system: true },
          at: clock.now(),
          county,
          ...(particulars && { particulars }),
        });
      });
    try {
      const head = await record(look);
      return { id, run, at: !head || head.run !== run ? SUPERSEDED : head.at };
    } catch (error) {
      if (!exhausted || !(error instanceof ConditionFailedError) || !isFrameWrite(error.write)) throw error;
      const head = await record(() => exhausted(deps));
      return { id, run, at: !head || head.run !== run ? SUPERSEDED : head.at };
    }
  };
