import { exportFile } from '../../../domain/payments/export-file.ts';
import { askerOf } from '../../cases/asker.ts';
import { ConflictError, ForbiddenError, NotFoundError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { readExport, readExportRows } from '../../store/exports.ts';
import type { DocumentsDeps } from '../deps.ts';

const POSSIBLE = /^[0-9a-f-]{36}$/;

/** `GET /api/payment-exports/{id}/file`: a link to the file for the finance system, the same bytes whenever it is asked for. */
export const linkExport =
  (deps: DocumentsDeps): RouteHandler =>
  async (request) => {
    const { store, files } = deps;
    const asker = await askerOf(deps, request);
    if (!asker.roles.some((role) => role === 'treasurer' || role === 'auditor'))
      throw new ForbiddenError('other-role');
    const { id = '' } = request.params;
    const one = POSSIBLE.test(id) ? await readExport(store, id) : undefined;
    if (!one) throw new NotFoundError('no such export');
    // Half of it would be taken for the whole.
    if (one.state === 'open') throw new ConflictError('export-open');
    const rows = await readExportRows(store, id);
    const content = exportFile(
      one.format,
      rows.map(({ cells }) => cells),
    );
    const { key } = await files.put(content, { submission: id, kind: 'csv' });
    const url = await files.link(key, {
      name: `Kassenanordnungen-${one.at.slice(0, 10)}-${id.slice(-6)}.csv`,
    });
    if (!url) throw new NotFoundError('the file is not there');
    return { body: { url } };
  };
