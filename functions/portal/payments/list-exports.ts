import { askerOf } from '../../cases/asker.ts';
import { ForbiddenError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { listExports as list } from '../../store/exports.ts';
import type { PortalDeps } from '../deps.ts';
import { exportItem } from './export-item.ts';

/** `GET /api/payment-exports`: last first, for those who hand over and those who audit it. */
export const listExports =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const asker = await askerOf(deps, request);
    if (!asker.roles.some((role) => role === 'treasurer' || role === 'auditor'))
      throw new ForbiddenError('other-role');
    const all = await list(deps.store);
    return { body: { items: await Promise.all(all.map((one) => exportItem(deps, one))) } };
  };
