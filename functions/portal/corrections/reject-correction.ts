import type * as z from 'zod/mini';
import type { rejection } from '../../../domain/api/budget.ts';
import type { Correction } from '../../../domain/budget/correction.ts';
import { ForbiddenError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { putAnswered, readCorrection } from '../../store/corrections.ts';
import { hasRole } from '../../store/role-conditions.ts';
import { transact } from '../../store/transact.ts';
import type { PortalDeps } from '../deps.ts';
import { answeredBefore, answeringOf } from './answering.ts';
import { correctionItem } from './correction-item.ts';

/**
 * `POST /api/budgets/{year}/corrections/{id}/rejection`: another person refuses a proposal and says why. It moves nothing, so
 * that a year which was closed meanwhile can still be tidied.
 */
export const rejectCorrection =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const { reason } = request.body as z.infer<typeof rejection>;
    const { store, clock } = deps;
    const answering = await answeringOf(deps, request);
    const { asker, as, year, proposed } = answering;
    const answered = { at: clock.now(), by: { person: asker.id }, reason };
    const rejected: Correction = { ...proposed, state: 'rejected', answered };
    const write = () => transact(store, [putAnswered(store, year, rejected), hasRole(store, asker.id, as)]);
    const failed = proposed.state === 'open' ? await write() : { index: 0 };
    if (!failed) return { body: await correctionItem(deps, asker, rejected) };
    if (failed.index !== 0) throw new ForbiddenError('other-role');
    const now = (await readCorrection(store, year, proposed.id)) ?? proposed;
    return {
      body: await correctionItem(deps, asker, await answeredBefore(deps, answering, now, 'rejected')),
    };
  };
