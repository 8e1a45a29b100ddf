import type { CaseMessage } from '../../domain/api/portal.ts';
import { contactRequestAnswers } from '../../domain/forms/contact-request/answers.ts';
import { NotFoundError } from '../runtime/errors.ts';
import { type MessageItem, readAnswers, readWrappedKey } from '../store/sealed-items.ts';
import type { CaseworkDeps } from './deps.ts';

/** The answers of a case in the clear. Whoever calls has checked that they may be read. */
export const openAnswers = async ({ store, sealer }: CaseworkDeps, id: string) => {
  const [sealed, wrapped] = await Promise.all([readAnswers(store, id), readWrappedKey(store, id, 'ANSWERS')]);
  if (!sealed || !wrapped) throw new NotFoundError('the answers are gone');
  return contactRequestAnswers.parse(
    JSON.parse(await sealer.open({ case: id, to: 'worker' }, 'ANSWERS', sealed, wrapped)),
  );
};

/** One message in the clear. Whoever calls has checked that it may be read. */
export const openMessage = async (
  { store, sealer }: CaseworkDeps,
  id: string,
  message: MessageItem,
): Promise<CaseMessage> => {
  const wrapped = await readWrappedKey(store, id, message.id);
  if (!wrapped) throw new NotFoundError('the message is gone');
  const to = message.from === 'family' ? 'worker' : 'family';
  const text = await sealer.open({ case: id, to }, message.id, message.sealed, wrapped);
  return { id: message.id, from: message.from, at: message.at, text };
};
