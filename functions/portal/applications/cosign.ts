import type * as z from 'zod/mini';
import type { cosignature } from '../../../domain/api/budget.ts';
import { askerOf, openFor } from '../../cases/asker.ts';
import { ConflictError, ForbiddenError, NotFoundError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { putNote } from '../../store/applications.ts';
import { changeHeadOf } from '../../store/heads.ts';
import { logged } from '../../store/log.ts';
import { hasRole } from '../../store/role-conditions.ts';
import type { PortalDeps } from '../deps.ts';

/**
 * `POST /api/budget-applications/{id}/cosignatures`: what a Kita says of its provider's application. A silent one blocks
 * nothing: no step waits for it. What it said last counts.
 */
export const cosign =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const { kita, agrees, comment } = request.body as z.infer<typeof cosignature>;
    const asker = await askerOf(deps, request);
    const { head: seen } = await openFor(deps, asker, request.params.id);
    if (seen.form !== 'budget-application') throw new NotFoundError('no application');
    const own = asker.kitas?.includes(kita) && asker.roles.includes('kita');
    if (!own || !seen.about.kitas.includes(kita)) throw new ForbiddenError('other-role');
    const { store, clock } = deps;
    const at = clock.now();
    const by = { person: asker.id };
    await changeHeadOf(store, 'budget-application', seen.id, (now) => {
      if (now.endedAt) throw new ConflictError('ended', { version: now.version, at: now.at });
      const before = now.about.cosigned.find((one) => one.kita === kita);
      if (before?.agrees === agrees && before.person === asker.id && !comment) return undefined;
      const n = now.about.notes + 1;
      const what = agrees ? 'cosigned' : 'not-cosigned';
      const others = now.about.cosigned.filter((one) => one.kita !== kita);
      const signed = { kita, person: asker.id, agrees, at, ...(comment && { note: n }) };
      const entry = logged(store, now, { at, by, what, ref: kita });
      const head = {
        ...entry.head,
        about: {
          ...entry.head.about,
          notes: comment ? n : now.about.notes,
          cosigned: [...others, signed],
        },
      };
      const note = comment
        ? [putNote(store, now.id, { n, at, by, step: now.at, action: what, text: comment })]
        : [];
      return { head, with: [...entry.with, ...note, hasRole(store, asker.id, 'kita')] };
    });
    return { status: 204 };
  };
