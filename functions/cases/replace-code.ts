import type { Head } from '../../domain/submission/head.ts';
import type { Actor } from '../../domain/submission/log.ts';
import { grouped } from '../../domain/submission/receipt-code.ts';
import { NotFoundError } from '../runtime/errors.ts';
import { changeHead } from '../store/heads.ts';
import { logged } from '../store/log.ts';
import { withCode } from '../store/receipts.ts';
import type { SubmissionDeps } from './submit-contact-request.ts';

/** Gives a case a new receipt code; the old one opens nothing from then on. The code is shown once, never mailed. */
export const replaceCode = async (
  deps: SubmissionDeps,
  head: Head,
  by: Actor,
  allow: (head: Head) => void = () => {},
): Promise<{ receipt: string }> => {
  const { store } = deps;
  const secrets = await deps.receipts.secretsOf(head.id, head.receipt.pepper);
  let code = '';
  const changed = await changeHead(store, head.id, (now) => {
    allow(now);
    const counter = now.receipt.counter + 1;
    code = secrets.code(counter);
    const moved = withCode(store, now, code, counter);
    const entry = logged(store, moved.head, { at: deps.clock.now(), by, what: 'code-replaced' });
    return { head: entry.head, with: [...moved.with, ...entry.with] };
  });
  if (!changed) throw new NotFoundError('the case is gone');
  return { receipt: grouped(code) };
};
