import { attachmentKey } from '../../../domain/files/keys.ts';
import { ConflictError, NotFoundError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import type { DocumentsDeps } from '../deps.ts';
import { openApplication } from '../open-application.ts';
import { sentFiles } from './sent-files.ts';
import { changeAsProvider } from './writing.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * `POST …/attachments/{file}/removal`: first the head forgets the file, then it goes: a submission at the same moment never
 * names what is gone, and a repeat after a crash finds what is left. What a sent version names stays with the record; the
 * provider only leaves it out of the next one.
 */
export const removeFile =
  (deps: DocumentsDeps): RouteHandler =>
  async (request) => {
    const { file = '' } = request.params;
    const { asker, head: seen } = await openApplication(deps, request);
    if (!UUID.test(file)) throw new NotFoundError('no such file');
    await changeAsProvider(deps, asker, seen.id, async (now) => {
      const { version, at, about } = now;
      if ((await sentFiles(deps, now)).has(file)) throw new ConflictError('file-sent', { version, at });
      const left = about.attachments.filter(({ id }) => id !== file);
      return left.length === about.attachments.length ? undefined : left;
    });
    await deps.files.remove(attachmentKey({ submission: seen.id, file }));
    return { status: 204 };
  };
