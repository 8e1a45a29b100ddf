import type {
  ContactRequestReceipt,
  CountyAnswer,
  KitaItem,
  MailboxAnswer,
  MailboxMessage,
  NewMessage,
  ResponsibleAnswer,
} from '../../../domain/api/families.ts';
import type { SurveyAnswer } from '../../../domain/api/survey.ts';
import type { ContactRequestAnswers } from '../../../domain/forms/contact-request/answers.ts';
import type { SurveyAnswers } from '../../../domain/survey/answers.ts';
import { call } from './call.ts';

const MAILBOX = '/api/mailbox';
const query = (values: Record<string, string>) => `?${new URLSearchParams(values)}`;

export const county = () => call<CountyAnswer>('GET', '/api/county');

export const kitas = (q: string, signal: AbortSignal) =>
  call<{ items: KitaItem[]; cursor?: string }>('GET', `/api/kitas${query({ q })}`, { signal });

export const responsible = (place: { kita: string } | { municipality: string }, signal: AbortSignal) =>
  call<ResponsibleAnswer>('GET', `/api/responsible${query(place)}`, { signal });

export const contactRequest = (id: string, repeatKey: string | undefined, body: ContactRequestAnswers) =>
  call<ContactRequestReceipt>('PUT', `/api/contact-requests/${id}`, { body, repeatKey });

export const mailbox = (receipt: string) => call<MailboxAnswer>('GET', MAILBOX, { receipt });

export const message = (receipt: string, body: NewMessage) =>
  call<MailboxMessage>('POST', `${MAILBOX}/messages`, { receipt, body });

export const withdrawal = (receipt: string) =>
  call<MailboxAnswer>('POST', `${MAILBOX}/withdrawal`, { receipt });

export const consent = (receipt: string, person: string, allow: boolean) =>
  call<MailboxAnswer>('POST', `${MAILBOX}/consent`, { receipt, body: { allow, person } });

export const newReceipt = (receipt: string, id: string) =>
  call<{ receipt: string }>('POST', `${MAILBOX}/receipt`, { receipt, body: { id } });

export const survey = (link: string) => call<SurveyAnswer>('GET', `/api/surveys/${link}`);

export const surveyAnswers = (link: string, id: string, body: { token: string; answers: SurveyAnswers }) =>
  call<{ id: string }>('PUT', `/api/surveys/${link}/answers/${id}`, { body });
