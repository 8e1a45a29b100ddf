import type * as z from 'zod/mini';
import type { replacement } from '../../domain/api/families.ts';
import { isGone } from '../../domain/forms/contact-request/access.ts';
import type { ContactHead } from '../../domain/submission/head.ts';
import { normalizedCode } from '../../domain/submission/receipt-code.ts';
import { currentCode, replaceCode } from '../cases/replace-code.ts';
import { NotFoundError } from '../runtime/errors.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import { readHeadByReplaced } from '../store/receipts.ts';
import { caseOf } from './case-of.ts';
import type { FamiliesDeps } from './deps.ts';

/**
 * `POST /api/mailbox/receipt`: somebody may have seen the old code. Of two who hold it, the second gets none; whoever
 * repeats the same request, because its answer was lost, gets the same code again.
 */
export const replaceReceipt =
  (deps: FamiliesDeps): RouteHandler =>
  async (request) => {
    const { id } = request.body as z.infer<typeof replacement>;
    const done = await readHeadByReplaced(deps.store, normalizedCode(request.receipt ?? '') ?? '-', id);
    if (done && !isGone(done, deps.clock.now())) return { body: { receipt: await currentCode(deps, done) } };
    const head = await caseOf(deps, request);
    const allow = (now: ContactHead) => {
      if (now.receipt.pointer !== head.receipt.pointer) throw new NotFoundError('the code was replaced');
    };
    return { body: await replaceCode(deps, head, { by: { family: true }, request: id, allow }) };
  };
