import type { MailboxMessage, NewMessage } from '../../domain/api/families.ts';
import { mailboxLimit } from '../../domain/forms/contact-request/mailbox-limits.ts';
import { writeMessage } from '../cases/write-message.ts';
import { ConflictError } from '../runtime/errors.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import { requireId } from '../runtime/http/require-id.ts';
import { caseOf } from './case-of.ts';
import type { FamiliesDeps } from './deps.ts';
import { mayWrite } from './mailbox-answer.ts';

/** `POST /api/mailbox/messages` */
export const sendMessage =
  (deps: FamiliesDeps): RouteHandler =>
  async (request) => {
    const message = request.body as NewMessage;
    requireId(message.id);
    const head = await caseOf(deps, request);
    const { created, at } = await writeMessage(deps, head, message, {
      from: 'family',
      by: { family: true },
      allow: (now) => {
        if (!mayWrite(now)) throw new ConflictError(now.endedAt ? 'ended' : 'mailbox-closed');
        const limit = mailboxLimit(now.about);
        if (limit) throw new ConflictError(limit);
      },
    });
    const body: MailboxMessage = { id: message.id, from: 'family', at };
    return { status: created ? 201 : 200, body };
  };
