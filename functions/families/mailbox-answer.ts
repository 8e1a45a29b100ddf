import type { familyStates, MailboxAnswer, MailboxMessage } from '../../domain/api/families.ts';
import { dayBefore } from '../../domain/calendar/due.ts';
import { isPersonStep } from '../../domain/process/process.ts';
import type { ContactHead } from '../../domain/submission/head.ts';
import { processOf } from '../../domain/submission/process-of.ts';
import { type MessageItem, readMessages, readWrappedKey } from '../store/sealed-items.ts';
import type { FamiliesDeps } from './deps.ts';

type FamilyState = (typeof familyStates)[number];

/** What a step means for the family: who works on it inside the office is not its concern. */
const stateOf: Record<string, FamilyState> = {
  route: 'received',
  accept: 'received',
  reassign: 'received',
  contact: 'accepted',
  advise: 'in-contact',
  closed: 'closed',
  withdrawn: 'withdrawn',
};

const shown = async (deps: FamiliesDeps, id: string, message: MessageItem): Promise<MailboxMessage> => {
  const { from, at } = message;
  if (from === 'family') return { id: message.id, from, at };
  const wrapped = await readWrappedKey(deps.store, id, message.id);
  const text =
    wrapped && (await deps.sealer.open({ case: id, to: 'family' }, message.id, message.sealed, wrapped));
  return { id: message.id, from, at, ...(text && { text }) };
};

const responsibleOf = async ({ registers }: FamiliesDeps, head: ContactHead) => {
  const person = (await registers.people()).find(({ id }) => id === head.responsible);
  if (!person) return {};
  const { name, phone, hours } = person;
  return { responsible: { name, ...(phone && { phone }), ...(hours && { hours }) } };
};

/** Whether the family may still write: not after the end, not after a block. */
export const mayWrite = (head: ContactHead) => !head.endedAt && !head.about.blocked;

/** What a family sees of its case. */
export const mailboxAnswer = async (deps: FamiliesDeps, head: ContactHead): Promise<MailboxAnswer> => {
  const { registers, store } = deps;
  const { about } = head;
  const step = processOf(head).steps[head.at];
  const asks =
    about.consentAskedBy && (await registers.people()).find(({ id }) => id === about.consentAskedBy);
  const kita = about.kita && (await registers.kita(about.kita));
  const messages = await Promise.all(
    (await readMessages(store, head.id)).map((message) => shown(deps, head.id, message)),
  );
  return {
    state: stateOf[head.at] ?? 'received',
    receivedAt: head.createdAt,
    since: head.since,
    ...(step && isPersonStep(step) && !step.idle && head.due && { answerBy: dayBefore(head.due) }),
    ...(kita && { kita: kita.name }),
    ...(await responsibleOf(deps, head)),
    messages,
    ...(asks && { consentAskedBy: asks.name }),
    mayWrite: mayWrite(head),
    mayWithdraw: !head.endedAt,
    ...(head.deleteAt && { deletedOn: dayBefore(head.deleteAt) }),
  };
};
