import type { RoundHead, RoundParticulars } from '../../domain/forms/survey-round/particulars.ts';
import { SUPERSEDED } from '../../domain/process/state-machine.ts';
import { decided } from '../cases/decide.ts';
import { changeHeadOf, readHead } from '../store/heads.ts';
import type { WorkflowDeps } from './deps.ts';
import type { Task } from './task.ts';

interface Done {
  outcome: string;
  particulars?: RoundParticulars;
}

/**
 * A run step of a round: does something for each of its units, and records that in the round's head. What is done comes before its
 * record: a kill in between does it again, which finds it done.
 */
export const roundTask =
  (run: (deps: WorkflowDeps, round: RoundHead) => Promise<Done>): Task =>
  async (deps, { id, run: number, step }) => {
    const { store, registers, clock } = deps;
    const now = await readHead(store, id);
    if (now?.form !== 'survey-round' || now.run !== number) return { id, run: number, at: SUPERSEDED };
    if (now.at !== step) return { id, run: number, at: now.at };
    const { outcome, particulars } = await run(deps, now);
    const county = await registers.county();
    const head = await changeHeadOf(store, 'survey-round', id, (then) =>
      then.run === number && then.visit === now.visit
        ? decided(store, then, {
            act: { kind: 'result', step, outcome },
            by: { system: true },
            at: clock.now(),
            county,
            ...(particulars && { particulars }),
          })
        : undefined,
    );
    return { id, run: number, at: !head || head.run !== number ? SUPERSEDED : head.at };
  };
