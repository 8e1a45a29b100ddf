import type * as z from 'zod/mini';
import type { blocking } from '../../domain/api/portal.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import type { CaseworkDeps } from './deps.ts';
import { changeCase, openCase } from './open-case.ts';

/** `POST /api/submissions/{id}/block`: after abuse; logged, and undone the same way. */
export const blockMailbox =
  (deps: CaseworkDeps): RouteHandler =>
  async (request) => {
    const { blocked } = request.body as z.infer<typeof blocking>;
    const opened = await openCase(deps, request);
    if (opened.head.about.blocked === blocked) return { status: 204 };
    await changeCase(deps, opened, { what: blocked ? 'mailbox-blocked' : 'mailbox-opened' }, (now) => ({
      ...now,
      about: { ...now.about, blocked },
    }));
    return { status: 204 };
  };
