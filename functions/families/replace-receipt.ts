import type { Head } from '../../domain/submission/head.ts';
import { replaceCode } from '../cases/replace-code.ts';
import { NotFoundError } from '../runtime/errors.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import { caseOf } from './case-of.ts';
import type { FamiliesDeps } from './deps.ts';

/** `POST /api/mailbox/receipt`: somebody may have seen the old code. Of two who hold it, the second gets none. */
export const replaceReceipt =
  (deps: FamiliesDeps): RouteHandler =>
  async (request) => {
    const head = await caseOf(deps, request);
    const allow = (now: Head) => {
      if (now.receipt.pointer !== head.receipt.pointer) throw new NotFoundError('the code was replaced');
    };
    return { body: await replaceCode(deps, head, { family: true }, allow) };
  };
