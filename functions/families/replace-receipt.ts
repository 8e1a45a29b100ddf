import { replaceCode } from '../cases/replace-code.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import { caseOf } from './case-of.ts';
import type { FamiliesDeps } from './deps.ts';

/** `POST /api/mailbox/receipt`: somebody may have seen the old code. */
export const replaceReceipt =
  (deps: FamiliesDeps): RouteHandler =>
  async (request) => ({ body: await replaceCode(deps, await caseOf(deps, request), { family: true }) });
