import { mailToFamily } from '../../domain/forms/contact-request/follow.ts';
import type { ContactHead } from '../../domain/submission/head.ts';
import type { Actor } from '../../domain/submission/log.ts';
import { grouped } from '../../domain/submission/receipt-code.ts';
import { NotFoundError } from '../runtime/errors.ts';
import { changeHeadOf } from '../store/heads.ts';
import { logged } from '../store/log.ts';
import { owing } from '../store/owe.ts';
import { withCode } from '../store/receipts.ts';
import type { SubmissionDeps } from './submit-contact-request.ts';

interface Replacement {
  by: Actor;
  /** The id of the request, if it can be repeated. */
  request?: string;
  /** Throws when the one who asks may not (any more). */
  allow: (head: ContactHead) => void;
  /** Whether the family gets its "there is news", because it was not the one who asked. */
  tellFamily?: boolean;
}

/** The code that opens a case now. */
export const currentCode = async (
  { receipts }: SubmissionDeps,
  { id, receipt }: ContactHead,
): Promise<string> => grouped((await receipts.secretsOf(id, receipt.pepper)).code(receipt.counter));

/** Gives a case a new receipt code; the old one opens nothing from then on. The code is shown once, never mailed. */
export const replaceCode = async (
  deps: SubmissionDeps,
  head: ContactHead,
  { by, request, allow, tellFamily = false }: Replacement,
): Promise<{ receipt: string }> => {
  const { store } = deps;
  const secrets = await deps.receipts.secretsOf(head.id, head.receipt.pepper);
  const changed = await changeHeadOf(store, 'contact-request', head.id, (now) => {
    allow(now);
    const counter = now.receipt.counter + 1;
    const moved = withCode(store, now, secrets.code(counter), { counter, by: request });
    const at = deps.clock.now();
    const entry = logged(store, moved.head, { at, by, what: 'code-replaced' });
    const owed = tellFamily ? mailToFamily(entry.head, 'news', at) : {};
    return { head: owing(entry.head, at, owed), with: [...moved.with, ...entry.with] };
  });
  if (!changed) throw new NotFoundError('the case is gone');
  return { receipt: await currentCode(deps, changed) };
};
