import type { CaseMessage } from '../../domain/api/portal.ts';
import { mayReadMessage } from '../../domain/forms/contact-request/access.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import { readMessages } from '../store/sealed-items.ts';
import type { CaseworkDeps } from './deps.ts';
import { changeCase, openCase } from './open-case.ts';
import { openMessage } from './open-content.ts';

/** `GET /api/submissions/{id}/messages`: what this person may read in the clear, of the rest only that it is there. */
export const readCaseMessages =
  (deps: CaseworkDeps): RouteHandler =>
  async (request) => {
    const opened = await openCase(deps, request);
    const messages = await readMessages(deps.store, opened.head.id);
    if (messages.length === 0) return { body: { items: [] } };
    const head = await changeCase(deps, opened, { what: 'messages-read' });
    const items = await Promise.all(
      messages.map((message): Promise<CaseMessage> | CaseMessage => {
        if (mayReadMessage(opened.asker.id, head, message)) return openMessage(deps, head.id, message);
        return { id: message.id, from: message.from, at: message.at };
      }),
    );
    return { body: { items } };
  };
