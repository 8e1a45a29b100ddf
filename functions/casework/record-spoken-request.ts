import type { ContactRequestAnswers } from '../../domain/forms/contact-request/answers.ts';
import { askerOf } from '../cases/asker.ts';
import { submitContactRequest } from '../cases/submit-contact-request.ts';
import { FieldsError, ForbiddenError } from '../runtime/errors.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import { requireId } from '../runtime/http/require-id.ts';
import type { CaseworkDeps } from './deps.ts';

/** `PUT /api/spoken-requests/{id}`: what somebody said to a social worker, recorded without a name. */
export const recordSpokenRequest =
  (deps: CaseworkDeps): RouteHandler =>
  async (request) => {
    const answers = request.body as ContactRequestAnswers;
    const asker = await askerOf(deps, request);
    if (!asker.roles.includes('social-worker')) throw new ForbiddenError('other-role');
    if (answers.name) throw new FieldsError([{ path: ['name'], message: 'no-names' }]);
    const { created, receipt } = await submitContactRequest(deps, requireId(request.params.id), answers, {
      by: { person: asker.id },
    });
    return { status: created ? 201 : 200, body: receipt };
  };
