import { isGone, mayReadAll } from '../../domain/forms/contact-request/access.ts';
import type { ContactHead } from '../../domain/submission/head.ts';
import { replaceCode } from '../cases/replace-code.ts';
import { ConflictError, ForbiddenError } from '../runtime/errors.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import type { CaseworkDeps } from './deps.ts';
import { openCase } from './open-case.ts';

/**
 * `POST /api/submissions/{id}/receipt`: for a family that lost its code and stands before the social worker. Only for
 * whoever may read the case: with the code a successor could answer the question for consent in the family's place.
 */
export const reissueReceipt =
  (deps: CaseworkDeps): RouteHandler =>
  async (request) => {
    const { head, by, asker, allow } = await openCase(deps, request);
    const mayReissue = (now: ContactHead) => {
      allow(now);
      if (isGone(now, deps.clock.now()))
        throw new ConflictError('ended', { version: now.version, at: now.at });
      if (!mayReadAll(asker.id, now)) throw new ForbiddenError('no-consent');
    };
    return { body: await replaceCode(deps, head, { by, allow: mayReissue, tellFamily: true }) };
  };
