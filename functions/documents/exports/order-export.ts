import type { ExportOrder } from '../../../domain/api/survey-results.ts';
import { askerOf } from '../../cases/asker.ts';
import { openResults } from '../../cases/survey-results.ts';
import { ConflictError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { putOrder } from '../../store/export-orders.ts';
import type { DocumentsDeps } from '../deps.ts';

/**
 * `POST /api/exports`: takes the order; the file is made when it is fetched. The same again is harmless.
 * @throws ForbiddenError NotFoundError ConflictError
 */
export const orderExport =
  (deps: DocumentsDeps): RouteHandler =>
  async (request) => {
    const { id, kind, round, format } = request.body as ExportOrder;
    const asker = await askerOf(deps, request);
    await openResults(deps.store, asker, round);
    if (!(await putOrder(deps.store, id, { kind, round, format }))) throw new ConflictError('other-body');
    return { status: 202, body: { id } };
  };
