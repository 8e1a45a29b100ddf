import { SUPERSEDED } from '../../domain/process/state-machine.ts';
import { decided } from '../cases/decide.ts';
import { changeHeadOf, readHead } from '../store/heads.ts';
import type { Task } from './task.ts';

/**
 * When a claim cannot be contested any more: what is claimed back is waited for, also where it is set off, which somebody enters; where
 * nothing is, the proof is closed, and what was committed is released. A repeat finds the head further on and only reads it.
 */
export const settleClaim: Task = async ({ store, registers, clock }, { id, run, step }) => {
  const county = await registers.county();
  const head = await changeHeadOf(store, 'proof-of-use', id, async (now) => {
    if (now.run !== run || now.at !== step) return undefined;
    const application = await readHead(store, now.about.application);
    if (application?.form !== 'budget-application') throw new Error(`proof ${id} has no grant`);
    return decided(store, now, {
      act: { kind: 'result', step, outcome: now.about.claim?.repayment === 0 ? 'nothing-due' : 'claim-due' },
      by: { system: true },
      at: clock.now(),
      county,
      particulars: { application },
    });
  });
  return { id, run, at: !head || head.run !== run ? SUPERSEDED : head.at };
};
