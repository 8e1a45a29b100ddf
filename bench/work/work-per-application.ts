import { createStore } from '../../functions/store/client.ts';
import { credentialsOf } from '../../local/credentials.ts';
import { KEYS_TABLE, TABLE } from '../../local/tables.ts';
import { startMachine } from '../machine.ts';
import type { Section } from '../report.ts';
import { announce, decideOne, openYear } from './applications.ts';
import { collectCalls, figures, per1000, type Work, workOf } from './count-work.ts';
import { prices } from './prices.ts';
import { startedBy, transitionsOf } from './transitions.ts';
import { wholeRequest } from './work-per-submission.ts';

/** What a budget application costs in work and money until it is decided, beside a contact request from the same run. */
export const workPerApplication = async (): Promise<Section> => {
  const whole = await wholeRequest();
  const { observe, take } = collectCalls();
  const machine = await startMachine(observe);
  const store = createStore(
    { TABLE_NAME: TABLE, KEYS_TABLE_NAME: KEYS_TABLE },
    { credentials: credentialsOf('admin') },
  );
  const count = async () => {
    take();
    const id = await decideOne(machine, store);
    const first = take();
    const started = startedBy(first);
    const decided = workOf(first, await transitionsOf(started));
    await announce(machine, id);
    const all = [...first, ...take()];
    return { decided, final: workOf(all, await transitionsOf(started)) };
  };
  try {
    await openYear(machine);
    // The first one reads registers that are then remembered.
    await count();
    const { decided, final } = await count();
    const beside = (name: string, ours: number, peer: number, shown: (value: number) => string = String) => ({
      name,
      ours: shown(ours),
      peer: `${shown(peer)} of a contact request`,
      ...(peer > 0 && { ratio: ours / peer }),
    });
    const rows = (what: string, work: Work): Section['rows'] => [
      ...figures.map(([key, name]) => beside(`${what}: ${name}`, work[key], whole[key])),
      beside(`${what}: price of 1,000`, per1000(work), per1000(whole), (price) => `$${price.toFixed(3)}`),
    ];
    const mails = (work: Work) => `$${(work.mails * prices.mail * 1000).toFixed(2)}`;
    return {
      about: 'Work per decided application',
      rows: [...rows('until it is decided', decided), ...rows('until nobody can object', final)],
      notes: [
        'Counted like a submission, functions warm. The usual way of a budget application: saved and submitted by the provider, checked, recommended, reserved, granted and approved, each time after a look at the tasks, the submission and its file; then posted, and the period for objections passes. Beside it the whole case of a contact request from the same run, its deletion included; an application is kept for ten years. The document itself is rendered by another function and not counted here.',
        `Apart: mails (${mails(decided)} for 1,000 decided applications, ${mails(whole)} for 1,000 contact requests), and what costs the same with no case at all.`,
      ],
    };
  } finally {
    store.db.destroy();
    await machine.close();
  }
};
