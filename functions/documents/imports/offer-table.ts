import type * as z from 'zod/mini';
import type { offered } from '../../../domain/api/imports.ts';
import { importKey } from '../../../domain/files/keys.ts';
import type { Import } from '../../../domain/imports/import.ts';
import { askerOf } from '../../cases/asker.ts';
import { ConflictError, ForbiddenError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { requireId } from '../../runtime/http/require-id.ts';
import { putOffered, readImport } from '../../store/imports.ts';
import { hasRole } from '../../store/role-conditions.ts';
import { transact } from '../../store/transact.ts';
import type { DocumentsDeps } from '../deps.ts';
import { importingRole } from './open-import.ts';

/** It is read here and given out to nobody, so nobody's program has to know what it is. */
const TYPE = 'application/octet-stream';

/** `POST /api/imports/{id}`: what is uploaded counts only after it was read. */
export const offerTable =
  (deps: DocumentsDeps): RouteHandler =>
  async (request) => {
    const { store, files, clock } = deps;
    const asker = await askerOf(deps, request);
    const id = requireId(request.params.id);
    const { kind, name, size } = request.body as z.infer<typeof offered>;
    const role = importingRole(asker, kind);
    const one: Import = { id, kind, name, size, by: asker.id, at: clock.now(), state: 'awaited' };
    const failed = await transact(store, [putOffered(store, one), hasRole(store, asker.id, role)]);
    if (failed?.index === 1) throw new ForbiddenError('other-role');
    const standing = failed ? await readImport(store, id) : one;
    const isSame =
      standing?.state === 'awaited' &&
      [standing.kind, standing.name, standing.size, standing.by].join() ===
        [kind, name, size, asker.id].join();
    if (!isSame) throw new ConflictError('other-body');
    return {
      status: failed ? 200 : 201,
      body: { id, name, ...(await files.uploadForm(importKey(id), TYPE)) },
    };
  };
