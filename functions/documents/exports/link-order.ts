import { askerOf } from '../../cases/asker.ts';
import { openResults } from '../../cases/survey-results.ts';
import { NotFoundError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { readOrder } from '../../store/export-orders.ts';
import type { DocumentsDeps } from '../deps.ts';
import { resultsFile } from './results-file.ts';

const POSSIBLE = /^[0-9a-f-]{36}$/;

/**
 * `GET /api/exports/{id}`: makes the file of the frozen results and links to it. It is made for the one who asks, with what they may see.
 * @throws ForbiddenError NotFoundError
 */
export const linkOrder =
  (deps: DocumentsDeps): RouteHandler =>
  async (request) => {
    const { store, files } = deps;
    const asker = await askerOf(deps, request);
    const { id = '' } = request.params;
    const order = POSSIBLE.test(id) ? await readOrder(store, id) : undefined;
    if (!order) throw new NotFoundError('no such export');
    const { frozen } = await openResults(store, asker, order.round);
    const content = await resultsFile(deps, asker, { order, frozen });
    const { key } = await files.put(content, { submission: order.round, kind: order.format });
    const url = await files.link(key, { name: `Bedarfserhebung-${frozen.year}.${order.format}` });
    if (!url) throw new NotFoundError('the file is not there');
    return { body: { state: 'ready', url } };
  };
