import type { ContactRequestAnswers } from '../../domain/forms/contact-request/answers.ts';
import { submitContactRequest } from '../cases/submit-contact-request.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import { requireId } from '../runtime/http/require-id.ts';
import type { FamiliesDeps } from './deps.ts';

/** `PUT /api/contact-requests/{id}` */
export const sendContactRequest =
  (deps: FamiliesDeps): RouteHandler =>
  async ({ params, body, repeatKey }) => {
    const answers = body as ContactRequestAnswers;
    const { created, receipt } = await submitContactRequest(deps, requireId(params.id), answers, {
      by: { family: true },
      key: repeatKey,
    });
    return { status: created ? 201 : 200, body: receipt };
  };
