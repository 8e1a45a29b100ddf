import { contactRequestExample } from '../../domain/forms/contact-request/example.ts';
import type { Machine } from '../machine.ts';
import { newId } from '../new-id.ts';

const WORKER = 'social-worker';

/** Sends the example and waits until it waits for its acceptance. */
export const submit = async (machine: Machine) => {
  const id = newId();
  const body = contactRequestExample;
  const { receipt } = await machine.call<{ receipt: string }>('PUT', `/api/contact-requests/${id}`, { body });
  await machine.idle();
  return { id, receipt };
};

const decide = async (machine: Machine, id: string, action: string, more = {}) => {
  const path = `/api/submissions/${id}`;
  const { at: step, version } = await machine.call<{ at: string; version: number }>('GET', path, {
    as: WORKER,
  });
  const body = { step, action, version, ...more };
  await machine.call('POST', `${path}/decisions`, { as: WORKER, body });
  await machine.idle();
};

/**
 * What follows a submission until nothing is left of it: the social worker sees the task, accepts, reads the answers, writes;
 * the family reads and answers; the case is closed, and deleted when its period is over.
 */
export const finish = async (machine: Machine, { id, receipt }: { id: string; receipt: string }) => {
  const path = `/api/submissions/${id}`;
  const message = (text: string) => ({ id: newId(), text });
  await machine.call('GET', '/api/tasks', { as: WORKER });
  await decide(machine, id, 'accept');
  await machine.call('GET', `${path}/answers`, { as: WORKER });
  await machine.call('POST', `${path}/messages`, {
    as: WORKER,
    body: message('Passt Ihnen Mittwoch um 14 Uhr?'),
  });
  await machine.idle();
  await machine.call('GET', '/api/mailbox', { receipt });
  await machine.call('POST', '/api/mailbox/messages', { receipt, body: message('Ja, Mittwoch passt.') });
  await machine.idle();
  await machine.call('GET', `${path}/messages`, { as: WORKER });
  await decide(machine, id, 'reached');
  await decide(machine, id, 'close', { outcome: 'advised' });
};
