import type { SessionHead, SessionParticulars } from '../../domain/forms/committee-session/particulars.ts';
import { SUPERSEDED } from '../../domain/process/state-machine.ts';
import { decided } from '../cases/decide.ts';
import { changeHeadOf, readHead } from '../store/heads.ts';
import type { WorkflowDeps } from './deps.ts';
import type { Task } from './task.ts';

interface Done {
  outcome: string;
  particulars?: SessionParticulars;
}

/**
 * A run step of a session: does something to each of its cases, and records in the session's head what became of them. What
 * is done comes before its record: a kill in between does it again, which finds it done.
 */
export const sessionTask =
  (toCases: (deps: WorkflowDeps, session: SessionHead) => Promise<Done>): Task =>
  async (deps, { id, run, step }) => {
    const { store, registers, clock } = deps;
    const now = await readHead(store, id);
    if (now?.form !== 'committee-session' || now.run !== run) return { id, run, at: SUPERSEDED };
    if (now.at !== step) return { id, run, at: now.at };
    const { outcome, particulars } = await toCases(deps, now);
    const county = await registers.county();
    const head = await changeHeadOf(store, 'committee-session', id, (then) =>
      then.run === run && then.visit === now.visit
        ? decided(store, then, {
            act: { kind: 'result', step, outcome },
            by: { system: true },
            at: clock.now(),
            county,
            ...(particulars && { particulars }),
          })
        : undefined,
    );
    return { id, run, at: !head || head.run !== run ? SUPERSEDED : head.at };
  };
