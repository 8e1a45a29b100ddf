import { askerOf, openFor } from '../cases/asker.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import type { PortalDeps } from './deps.ts';
import { submissionAnswer } from './submission-answer.ts';

/** `GET /api/submissions/{id}` */
export const showSubmission =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const asker = await askerOf(deps, request);
    const { head, standing } = await openFor(deps, asker, request.params.id);
    const body = await submissionAnswer(deps, head, asker, standing);
    return { body, headers: { etag: `"${head.version}"` } };
  };
