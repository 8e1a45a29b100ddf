import type { RouteHandler } from '../runtime/http/request.ts';
import { caseOf } from './case-of.ts';
import type { FamiliesDeps } from './deps.ts';
import { mailboxAnswer } from './mailbox-answer.ts';

/** `GET /api/mailbox` */
export const readMailbox =
  (deps: FamiliesDeps): RouteHandler =>
  async (request) => ({ body: await mailboxAnswer(deps, await caseOf(deps, request)) });
