import { dateOf } from '../../domain/calendar/due.ts';
import type { BudgetAbout } from '../../domain/forms/budget-application/about.ts';
import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import type { Store } from '../../functions/store/client.ts';
import { changeHeadOf } from '../../functions/store/heads.ts';
import type { Machine } from '../machine.ts';
import { newId } from '../new-id.ts';

const DOCUMENT = 'd'.repeat(64);

/** The frame of the example's year, in force. */
export const openYear = async (machine: Machine) => {
  const body = { state: 'in-force', figure: 133_920_900, voluntary: 0 };
  await machine.call('PUT', `/api/budgets/${budgetApplicationExample.year}`, { as: 'treasurer', body });
};

/** Everybody looks at what they decide: the task, the submission, the file. */
const decide = async (machine: Machine, as: string, id: string, action: string, more = {}) => {
  const path = `/api/submissions/${id}`;
  await machine.call('GET', '/api/tasks', { as });
  const { at: step, version } = await machine.call<{ at: string; version: number }>('GET', path, { as });
  await machine.call('GET', `/api/budget-applications/${id}`, { as });
  await machine.call('POST', `${path}/decisions`, { as, body: { step, action, version, ...more } });
  await machine.idle();
};

/** The document that the head of office looks at; its rendering is another function's work and not counted here. */
const render = async (store: Store, id: string, on: string) => {
  const notice: BudgetAbout['notice'] = { sha256: DOCUMENT, for: 'head', on };
  await changeHeadOf(store, 'budget-application', id, (now) => ({
    head: { ...now, about: { ...now.about, notice } },
  }));
};

/** From the first saved draft to the approval: the usual way, without a query. */
export const decideOne = async (machine: Machine, store: Store): Promise<string> => {
  const id = newId();
  const path = `/api/budget-applications/${id}`;
  await machine.call('PUT', path, { as: 'provider', body: budgetApplicationExample });
  await machine.call('POST', `${path}/submission`, { as: 'provider', body: { saved: 1 } });
  await machine.idle();
  await decide(machine, 'clerk', id, 'complete');
  await decide(machine, 'coordinator', id, 'recommend', { comment: 'Der Bedarf ist belegt.' });
  await decide(machine, 'clerk', id, 'grant');
  await render(store, id, dateOf(machine.clock.now()));
  await decide(machine, 'head', id, 'approve', { document: DOCUMENT });
  return id;
};

/** From the approval until nobody can object any more: posted, and the period for objections passes. */
export const announce = async (machine: Machine, id: string) => {
  await decide(machine, 'clerk', id, 'post', { sentOn: dateOf(machine.clock.now()) });
  const { due } = await machine.call<{ due: string }>('GET', `/api/submissions/${id}`, { as: 'clerk' });
  await machine.advance(due);
  await machine.idle();
};
