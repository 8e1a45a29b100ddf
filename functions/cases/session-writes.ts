import type { SessionHead, SessionParticulars } from '../../domain/forms/committee-session/particulars.ts';
import type { Store } from '../store/client.ts';
import { liesInSession, putAgenda, putRecord } from '../store/sessions.ts';
import type { Write } from '../store/transact.ts';

/**
 * What is written together with a session's head: the agenda that it is convened with, under the condition that every case on
 * it still lies there, and what was resolved.
 */
export const sessionWrites = (
  store: Store,
  { id, about }: SessionHead,
  { agenda, record }: SessionParticulars = {},
): Write[] => [
  ...(agenda ? [putAgenda(store, id, about.convened, agenda)] : []),
  ...(agenda?.items ?? []).map((item) => liesInSession(store, item.case, id)),
  ...(record ? [putRecord(store, id, record)] : []),
];
