import { standingOf } from '../../domain/forms/behaviours.ts';
import { askerOf } from '../cases/asker.ts';
import { FieldsError } from '../runtime/errors.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import { CursorError, listMine } from '../store/head-lists.ts';
import { minePk } from '../store/keys.ts';
import type { PortalDeps } from './deps.ts';
import { submissionItem } from './submission-item.ts';

/** A cursor that was not ours is a wrong field, not a failure. */
export const withCursor = async <T>(list: () => Promise<T>): Promise<T> => {
  try {
    return await list();
  } catch (error) {
    if (error instanceof CursorError) throw new FieldsError([{ path: ['cursor'], message: 'wrong-type' }]);
    throw error;
  }
};

/** `GET /api/tasks`: what waits for me, for those I stand in for, and for my roles; soonest due first. */
export const listTasks =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const asker = await askerOf(deps, request);
    const pks = [
      ...[asker.id, ...asker.standsInFor].map((person) => minePk({ person })),
      ...asker.roles.map((role) => minePk({ role })),
      ...(asker.provider && asker.roles.includes('provider') ? [minePk({ provider: asker.provider })] : []),
      ...(asker.roles.includes('kita') ? (asker.kitas ?? []).map((kita) => minePk({ kita })) : []),
    ];
    const page = await withCursor(() =>
      listMine(deps.store, pks, { all: false, cursor: request.query.cursor }),
    );
    const mine = page.items.filter((head) => standingOf(asker, head));
    const items = await Promise.all(mine.map((head) => submissionItem(deps.registers, head)));
    return { body: { items, ...(page.cursor && { cursor: page.cursor }) } };
  };
