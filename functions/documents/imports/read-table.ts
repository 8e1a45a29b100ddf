import { createHash } from 'node:crypto';
import { importKey } from '../../../domain/files/keys.ts';
import type { Import } from '../../../domain/imports/import.ts';
import type { ImportKind } from '../../../domain/imports/kind.ts';
import { readCsv } from '../../../domain/imports/read-csv.ts';
import { readImport as readAs } from '../../../domain/imports/read-import.ts';
import { importKinds } from '../../../domain/imports/registry.ts';
import { askerOf } from '../../cases/asker.ts';
import { ConflictError, ForbiddenError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { putRead, putRows } from '../../store/imports.ts';
import { hasRole } from '../../store/role-conditions.ts';
import { transact } from '../../store/transact.ts';
import type { DocumentsDeps } from '../deps.ts';
import { importingRole, openImport } from './open-import.ts';
import { isArchive, readWorkbook } from './read-workbook.ts';

type Awaited = Extract<Import, { state: 'awaited' }>;

/** What becomes of an import; of a good file the rows are kept already, and seen by nobody before the import is valid. */
const read = async (deps: DocumentsDeps, one: Awaited, content: Uint8Array) => {
  const { store, registers, clock } = deps;
  const kind: ImportKind = importKinds[one.kind];
  const [{ budget }, kitas] = await Promise.all([registers.county(), registers.kitas()]);
  const table = isArchive(content) ? await readWorkbook(content) : readCsv(content);
  const found = readAs(table, kind, { budget, kitas });
  const sha256 = createHash('sha256').update(content).digest('hex');
  const done = { ...one, sha256, readAt: clock.now() };
  if (!found.ok) return { ...done, state: 'refused' as const, faults: found.faults, faultCount: found.count };
  const each = await putRows(store, { id: one.id, sha256 }, found.rows);
  return { ...done, state: 'valid' as const, rows: found.rows.length, each };
};

/**
 * `POST /api/imports/{id}/reading`: all or nothing, in one write behind the rows. A repeat after a kill reads the file once more; after
 * the answer it answers what stands.
 */
export const readTable =
  (deps: DocumentsDeps): RouteHandler =>
  async (request) => {
    const { store, files } = deps;
    const asker = await askerOf(deps, request);
    const one = await openImport(deps, asker, request.params.id);
    const key = importKey(one.id);
    if (one.state !== 'awaited') {
      await files.remove(key);
      return { body: one };
    }
    const content = await files.read(key);
    if (!content) throw new ConflictError('file-missing');
    const after = await read(deps, one, content);
    const failed = await transact(store, [
      hasRole(store, asker.id, importingRole(asker, one.kind)),
      ...putRead(store, after),
    ]);
    if (failed?.index === 0) throw new ForbiddenError('other-role');
    await files.remove(key);
    // Another reading was faster: what it found stands.
    return { body: failed ? await openImport(deps, asker, one.id) : after };
  };
