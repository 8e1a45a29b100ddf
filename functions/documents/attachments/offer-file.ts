import { randomUUID } from 'node:crypto';
import type * as z from 'zod/mini';
import { MOST_KEPT, type offeredFile } from '../../../domain/files/attachment.ts';
import { attachmentKey } from '../../../domain/files/keys.ts';
import { FieldsError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import type { DocumentsDeps } from '../deps.ts';
import { openApplication } from '../open-application.ts';
import { changeAsProvider } from './writing.ts';

/**
 * `POST /api/budget-applications/{id}/attachments`: the head knows of the file before anybody can upload it, so that whatever
 * arrives and is not known there may be thrown away.
 */
export const offerFile =
  (deps: DocumentsDeps): RouteHandler =>
  async (request) => {
    const { name, size } = request.body as z.infer<typeof offeredFile>;
    const { asker, head: seen } = await openApplication(deps, request);
    const id = randomUUID();
    await changeAsProvider(deps, asker, seen.id, ({ about: { attachments } }) => {
      if (attachments.length >= MOST_KEPT)
        throw new FieldsError([{ path: ['attachments'], message: 'too-many' }]);
      return [...attachments, { id, name, size, state: 'awaited' }];
    });
    const form = await deps.files.uploadForm(attachmentKey({ submission: seen.id, file: id }));
    return { status: 201, body: { id, name, ...form } };
  };
