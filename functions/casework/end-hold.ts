import type * as z from 'zod/mini';
import type { holdEnd } from '../../domain/api/portal.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import type { CaseworkDeps } from './deps.ts';
import { changeCase, openCase } from './open-case.ts';

/**
 * `POST /api/submissions/{id}/hold-end`: the child's protection needs the case no longer (§ 8a SGB VIII). Withdrawal and
 * deletion go their way from then on; a deletion that is due already follows within minutes.
 */
export const endHold =
  (deps: CaseworkDeps): RouteHandler =>
  async (request) => {
    const { reason } = request.body as z.infer<typeof holdEnd>;
    const opened = await openCase(deps, request);
    if (!opened.head.about.held) return { status: 204 };
    await changeCase(deps, opened, { what: 'hold-ended', reason }, (now) => ({
      ...now,
      about: { ...now.about, held: false },
    }));
    return { status: 204 };
  };
