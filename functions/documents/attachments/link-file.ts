import type { Attachment } from '../../../domain/files/attachment.ts';
import { attachmentKey } from '../../../domain/files/keys.ts';
import { viewOf } from '../../../domain/forms/budget-application/access.ts';
import { ConflictError, ForbiddenError, NotFoundError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { changeHead } from '../../store/heads.ts';
import { logged } from '../../store/log.ts';
import type { DocumentsDeps } from '../deps.ts';
import { openApplication } from '../open-application.ts';
import { sentFiles } from './sent-files.ts';

/** Names of files may name people, and links stand in logs: a file is saved under its number. */
const nameOf = (attachments: readonly Attachment[], file: string) =>
  `Anlage-${attachments.findIndex(({ id }) => id === file) + 1}.pdf`;

/**
 * `GET …/attachments/{file}`: for the provider, and for the office what was sent to it. A Kita and a session get none: files
 * may hold contracts and names. The office leaves a trace in the log.
 */
export const linkFile =
  (deps: DocumentsDeps): RouteHandler =>
  async (request) => {
    const { files, store, clock } = deps;
    const { asker, head, standing } = await openApplication(deps, request);
    const view = viewOf(standing);
    if (view !== 'own' && view !== 'office') throw new ForbiddenError('other-role');
    const { version, at, about } = head;
    const found = about.attachments.find(({ id }) => id === request.params.file);
    if (!found || (view === 'office' && !(await sentFiles(deps, head)).has(found.id)))
      throw new NotFoundError('no such file');
    if (found.state !== 'clean') throw new ConflictError('file-not-taken', { version, at });
    if (view === 'office')
      await changeHead(store, head.id, (now) =>
        logged(store, now, {
          at: clock.now(),
          by: { person: asker.id },
          what: 'attachment-read',
          ref: found.id,
        }),
      );
    const key = attachmentKey({ submission: head.id, file: found.id });
    const name = nameOf(about.attachments, found.id);
    const url = await files.link(key, { name, etag: found.etag });
    if (!url) throw new NotFoundError('what was looked at is not there any more');
    return { body: { url } };
  };
