import type { Head } from '../../domain/submission/head.ts';
import type { Actor } from '../../domain/submission/log.ts';
import { grouped } from '../../domain/submission/receipt-code.ts';
import { NotFoundError } from '../runtime/errors.ts';
import { changeHead } from '../store/heads.ts';
import { logged } from '../store/log.ts';
import { withCode } from '../store/receipts.ts';
import type { SubmissionDeps } from './submit-contact-request.ts';

interface Replacement {
  by: Actor;
  /** The id of the request, if it can be repeated. */
  request?: string;
  /** Throws when the one who asks may not (any more). */
  allow: (head: Head) => void;
}

/** The code that opens a case now. */
export const currentCode = async ({ receipts }: SubmissionDeps, { id, receipt }: Head): Promise<string> =>
  grouped((await receipts.secretsOf(id, receipt.pepper)).code(receipt.counter));

/** Gives a case a new receipt code; the old one opens nothing from then on. The code is shown once, never mailed. */
export const replaceCode = async (
  deps: SubmissionDeps,
  head: Head,
  { by, request, allow }: Replacement,
): Promise<{ receipt: string }> => {
  const { store } = deps;
  const secrets = await deps.receipts.secretsOf(head.id, head.receipt.pepper);
  const changed = await changeHead(store, head.id, (now) => {
    allow(now);
    const counter = now.receipt.counter + 1;
    const moved = withCode(store, now, secrets.code(counter), { counter, by: request });
    const entry = logged(store, moved.head, { at: deps.clock.now(), by, what: 'code-replaced' });
    return { head: entry.head, with: [...moved.with, ...entry.with] };
  });
  if (!changed) throw new NotFoundError('the case is gone');
  return { receipt: await currentCode(deps, changed) };
};
