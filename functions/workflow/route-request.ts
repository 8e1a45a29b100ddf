import { dateOf } from '../../domain/calendar/due.ts';
import { responsibleFor } from '../../domain/people/assignment.ts';
import { SUPERSEDED } from '../../domain/process/state-machine.ts';
import { decided } from '../cases/decide.ts';
import { placesOf } from '../cases/places-of.ts';
import { changeHeadOf } from '../store/heads.ts';
import type { Task } from './task.ts';

/** Kita and date → assigned social worker → deputy → coordinator. The result is in the head; a repeat only reads it. */
export const routeRequest: Task = async ({ store, registers, clock }, { id, run, step }) => {
  const county = await registers.county();
  const register = await registers.responsibility();
  const at = clock.now();
  const head = await changeHeadOf(store, 'contact-request', id, async (now) => {
    if (now.run !== run || now.at !== step) return undefined;
    const places = await placesOf(registers, now.about);
    const responsible = responsibleFor(places, dateOf(at), register, now.excluded);
    return decided(store, now, {
      act: { kind: 'result', step, outcome: responsible ? 'assigned' : 'nobody' },
      by: { system: true },
      at,
      county,
      ref: responsible?.person,
      particulars: { assignTo: responsible?.person },
    });
  });
  return { id, run, at: !head || head.run !== run ? SUPERSEDED : head.at };
};
