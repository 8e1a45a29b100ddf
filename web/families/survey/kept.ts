import type { SurveyAnswers } from '../../../domain/survey/answers.ts';
import { BEGUN, forget, keep, kept, WAITING } from '../device/storage.ts';
import { uuidV4 } from '../device/uuid.ts';

/** What a link's one answer from this device is sent with, whatever tab it is sent from. */
export interface Ticket {
  token: string;
  id: string;
}

/** All that is left of a ticket after it was used: a phone that several share must not lead to an answer. */
interface UsedTicket {
  sent: true;
}

/** Answers on their way: they stay until the server has taken or refused them. */
export interface Waiting extends Ticket {
  answers: SurveyAnswers;
  /** Last day. */
  until: string;
  /** Why they are not sent: no network, or a server that is not well. */
  why: 'network' | 'server';
}

const names = {
  ticket: (link: string) => `survey.${link}`,
  draft: (link: string) => BEGUN + link,
  waiting: (link: string) => WAITING + link,
};

/** Stands in for a device that stores nothing: the page then works until it is closed. */
const memory = new Map<string, unknown>();

const put = (name: string, value: unknown): void => {
  memory.set(name, value);
  keep('device', name, value);
};
/** The device first: another tab may have written there. */
const get = <T>(name: string): T | undefined =>
  kept<T>('device', name) ?? (memory.get(name) as T | undefined);
const drop = (name: string): void => {
  memory.delete(name);
  forget('device', name);
};

/** The ticket of this link: the first that was issued to this device, so that opening twice leads to one answer. */
export const ticketOf = (link: string, token: string): Ticket | UsedTicket => {
  const mine = get<Ticket | UsedTicket>(names.ticket(link)) ?? { token, id: uuidV4() };
  put(names.ticket(link), mine);
  return mine;
};
/** Somebody else answers on this device: the old ticket makes room for a new one. */
export const replaceTicket = (link: string, token: string): void =>
  put(names.ticket(link), { token, id: uuidV4() });
export const useUpTicket = (link: string): void =>
  put(names.ticket(link), { sent: true } satisfies UsedTicket);

export const draftOf = (link: string): SurveyAnswers | undefined => get(names.draft(link));
export const keepDraft = (link: string, answers: SurveyAnswers): void => put(names.draft(link), answers);
export const dropDraft = (link: string): void => drop(names.draft(link));
/** Whether the device really keeps it. */
export const isDraftKept = (link: string): boolean => kept('device', names.draft(link)) !== undefined;

export const waitingOf = (link: string): Waiting | undefined => get(names.waiting(link));
export const keepWaiting = (link: string, waiting: Waiting): void => put(names.waiting(link), waiting);
export const dropWaiting = (link: string): void => drop(names.waiting(link));
