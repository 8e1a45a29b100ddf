import { mayReadAll } from '../../domain/forms/contact-request/access.ts';
import type { ContactHead } from '../../domain/submission/head.ts';
import { ForbiddenError } from '../runtime/errors.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import type { CaseworkDeps } from './deps.ts';
import { changeCase, openCase } from './open-case.ts';
import { openAnswers } from './open-content.ts';

/** `GET /api/submissions/{id}/answers`: logged before it is shown. */
export const readCaseAnswers =
  (deps: CaseworkDeps): RouteHandler =>
  async (request) => {
    const opened = await openCase(deps, request);
    const allow = (head: ContactHead) => {
      opened.allow(head);
      if (!mayReadAll(opened.asker.id, head)) throw new ForbiddenError('no-consent');
    };
    await changeCase(deps, { ...opened, allow }, { what: 'answers-read' });
    return { body: await openAnswers(deps, opened.head.id) };
  };
