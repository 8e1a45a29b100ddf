import type { NewMessage } from '../../domain/api/families.ts';
import type { CaseMessage } from '../../domain/api/portal.ts';
import { writeMessage } from '../cases/write-message.ts';
import { ConflictError } from '../runtime/errors.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import { requireId } from '../runtime/http/require-id.ts';
import type { CaseworkDeps } from './deps.ts';
import { openCase } from './open-case.ts';

/** `POST /api/submissions/{id}/messages` */
export const replyToFamily =
  (deps: CaseworkDeps): RouteHandler =>
  async (request) => {
    const message = request.body as NewMessage;
    requireId(message.id);
    const { head, by, allow } = await openCase(deps, request);
    const { created, at } = await writeMessage(deps, head, message, {
      from: 'worker',
      by,
      allow: (now) => {
        allow(now);
        if (now.endedAt) throw new ConflictError('ended', { version: now.version, at: now.at });
      },
    });
    const body: CaseMessage = { id: message.id, from: 'worker', at, text: message.text };
    return { status: created ? 201 : 200, body };
  };
