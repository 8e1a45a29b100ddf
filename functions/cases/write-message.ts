import type { NewMessage } from '../../domain/api/families.ts';
import { dateOf } from '../../domain/calendar/due.ts';
import { isAccepted } from '../../domain/forms/contact-request/access.ts';
import { mailToFamily, mailToOffice } from '../../domain/forms/contact-request/follow.ts';
import { afterMessage, afterReaction } from '../../domain/forms/contact-request/mailbox-limits.ts';
import { touch } from '../../domain/process/apply-act.ts';
import type { ContactHead } from '../../domain/submission/head.ts';
import type { Actor } from '../../domain/submission/log.ts';
import { placed, positionOf } from '../../domain/submission/next-head.ts';
import { processOf } from '../../domain/submission/process-of.ts';
import { ConflictError, NotFoundError } from '../runtime/errors.ts';
import { ConditionFailedError, changeHeadOf } from '../store/heads.ts';
import { logged } from '../store/log.ts';
import { owing } from '../store/owe.ts';
import { type MessageItem, putMessage, putWrappedKey, readMessage } from '../store/sealed-items.ts';
import type { SubmissionDeps } from './submit-contact-request.ts';

/**
 * For whom a message is, or in whose name it was written. The family writes to the one who is responsible; a deputy of
 * that day reads and answers it too, the absent one when they are back. Nobody by name before an acceptance.
 */
const readersOf = async (deps: SubmissionDeps, head: ContactHead, by: Actor, now: string) => {
  if (!isAccepted(head)) return {};
  if ('person' in by) return { entrustedTo: by.for ?? by.person, ...(by.for && { deputy: by.person }) };
  if (!head.responsible) return {};
  const deputies = await deps.registers.deputiesOf(head.responsible, dateOf(now));
  const deputy = deputies.find((id) => !head.excluded.includes(id));
  return { entrustedTo: head.responsible, ...(deputy && { deputy }) };
};

/**
 * One message in a case's mailbox, sealed for the other side, in one transaction with the log, the date of an idle step
 * and the mail that is owed. The same id and text again is harmless.
 * @param allow throws when the writer may not write (any more); asked again at every attempt.
 */
export const writeMessage = async (
  deps: SubmissionDeps,
  { id, receipt }: Pick<ContactHead, 'id' | 'receipt'>,
  { id: messageId, text }: NewMessage,
  { from, by, allow }: { from: 'family' | 'worker'; by: Actor; allow: (head: ContactHead) => void },
): Promise<{ created: boolean; at: string }> => {
  const { store } = deps;
  const at = deps.clock.now();
  const secrets = await deps.receipts.secretsOf(id, receipt.pepper);
  const bodyHash = secrets.bodyHash({ from, messageId, text });
  const { sealed, wrapped } = await deps.sealer.seal(
    { case: id, to: from === 'family' ? 'worker' : 'family' },
    messageId,
    text,
  );
  try {
    const head = await changeHeadOf(store, 'contact-request', id, async (now) => {
      allow(now);
      const readers = await readersOf(deps, now, by, at);
      const message: MessageItem = { id: messageId, from, at, bodyHash, sealed, ...readers };
      const touched = placed(now, touch(processOf(now), positionOf(now), at));
      const count = from === 'family' ? afterMessage : afterReaction;
      const counted = { ...touched, about: { ...touched.about, ...count(touched.about) } };
      const entry = logged(store, counted, { at, by, what: `message-from-${from}`, ref: messageId });
      const owed =
        from === 'family' ? mailToOffice(entry.head, 'news', at) : mailToFamily(entry.head, 'news', at);
      return {
        head: owing(entry.head, at, owed),
        with: [putMessage(store, id, message), putWrappedKey(store, id, messageId, wrapped), ...entry.with],
      };
    });
    if (!head) throw new NotFoundError('the case is gone');
    return { created: true, at };
  } catch (error) {
    if (!(error instanceof ConditionFailedError || error instanceof ConflictError)) throw error;
    // A repeat answers as the first time did, even if the mailbox was closed in between.
    const standing = await readMessage(store, id, messageId);
    if (standing?.bodyHash === bodyHash && standing.from === from) return { created: false, at: standing.at };
    throw error instanceof ConflictError ? error : new ConflictError('other-body');
  }
};
