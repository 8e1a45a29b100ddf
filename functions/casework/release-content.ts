import type * as z from 'zod/mini';
import type { release } from '../../domain/api/portal.ts';
import { mayReadAll, mayReadMessage } from '../../domain/forms/contact-request/access.ts';
import type { ContactHead } from '../../domain/submission/head.ts';
import { FieldsError, ForbiddenError, NotFoundError } from '../runtime/errors.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import { readMessages } from '../store/sealed-items.ts';
import type { CaseworkDeps } from './deps.ts';
import { changeCase, openCase } from './open-case.ts';
import { openAnswers, openMessage } from './open-content.ts';

/**
 * `POST /api/submissions/{id}/release` (§ 8a SGB VIII): answers the chosen content, to be handed to the general social
 * service. From then on withdrawal and deletion wait. Only what the person may read can be released.
 */
export const releaseContent =
  (deps: CaseworkDeps): RouteHandler =>
  async (request) => {
    const chosen = request.body as z.infer<typeof release>;
    const opened = await openCase(deps, request);
    const messages = (await readMessages(deps.store, opened.head.id)).filter(({ id }) =>
      chosen.messages.includes(id),
    );
    if (messages.length !== new Set(chosen.messages).size) {
      throw new FieldsError([{ path: ['messages'], message: 'unknown-choice' }]);
    }
    if (!chosen.answers && messages.length === 0)
      throw new FieldsError([{ path: ['messages'], message: 'required' }]);
    const allow = (head: ContactHead) => {
      opened.allow(head);
      // What is to be deleted may be half destroyed already: nobody may believe that it is kept.
      if (head.deleteAt && !head.about.held && head.deleteAt <= deps.clock.now())
        throw new NotFoundError('its deletion is due');
      const person = opened.asker.id;
      const readable =
        (!chosen.answers || mayReadAll(person, head)) &&
        messages.every((message) => mayReadMessage(person, head, message));
      if (!readable) throw new ForbiddenError('no-consent');
    };
    const head = await changeCase(
      deps,
      { ...opened, allow },
      { what: 'released', reason: chosen.reason },
      (now) => ({ ...now, about: { ...now.about, held: true } }),
    );
    return {
      body: {
        ...(chosen.answers && { answers: await openAnswers(deps, head.id) }),
        messages: await Promise.all(messages.map((message) => openMessage(deps, head.id, message))),
      },
    };
  };
