import { standingOf } from '../../domain/forms/behaviours.ts';
import type { Standing } from '../../domain/people/asker.ts';
import type { ContactHead } from '../../domain/submission/head.ts';
import type { Actor } from '../../domain/submission/log.ts';
import { actorOf, askerOf, type KnownAsker, openFor } from '../cases/asker.ts';
import { NotFoundError } from '../runtime/errors.ts';
import type { ApiRequest } from '../runtime/http/request.ts';
import { changeHeadOf, type HeadChange } from '../store/heads.ts';
import { type LogEvent, logged } from '../store/log.ts';
import type { CaseworkDeps } from './deps.ts';

export interface OpenCase {
  head: ContactHead;
  asker: KnownAsker;
  by: Actor;
  /** Throws when the person is not (any more) responsible: asked again at every write. */
  allow: (head: ContactHead) => void;
}

const isWorker = (standing: Standing | undefined) => standing?.roles.includes('social-worker');

/** A case for the social worker who is responsible now, or their deputy; for everybody else it does not exist. */
export const openCase = async (deps: CaseworkDeps, request: ApiRequest): Promise<OpenCase> => {
  const asker = await askerOf(deps, request);
  const { head, standing } = await openFor(deps, asker, request.params.id);
  const allow = (now: ContactHead) => {
    if (!isWorker(standingOf(asker, now))) throw new NotFoundError('not responsible');
  };
  if (head.form !== 'contact-request') throw new NotFoundError('no case');
  allow(head);
  return { head, asker, by: actorOf(asker, standing), allow };
};

/**
 * Logs what is done to an open case and changes it, if the person is still responsible at that moment.
 * @param change gets the head with the new log entry: a mail that it owes is named by that entry
 */
export const changeCase = async (
  deps: CaseworkDeps,
  { head: { id }, by, allow }: OpenCase,
  event: Pick<LogEvent, 'what' | 'ref' | 'reason'>,
  change: (now: ContactHead) => ContactHead = (now) => now,
): Promise<ContactHead> => {
  const head = await changeHeadOf(deps.store, 'contact-request', id, (now): HeadChange<ContactHead> => {
    allow(now);
    const entry = logged(deps.store, now, { at: deps.clock.now(), by, ...event });
    return { ...entry, head: change(entry.head) };
  });
  if (!head) throw new NotFoundError('the case is gone');
  return head;
};
