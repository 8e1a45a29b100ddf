import { ForbiddenError, NotFoundError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { checkAttachment } from '../check-attachment.ts';
import type { DocumentsDeps } from '../deps.ts';
import { openApplication } from '../open-application.ts';
import { keepAttachment } from './keep-attachment.ts';

/**
 * `POST …/attachments/{file}/check`: the page asks after the upload, and while the virus check has not answered, and again
 * before it sends; a look that was lost is made up for by any of them.
 */
export const checkFile =
  (deps: DocumentsDeps): RouteHandler =>
  async (request) => {
    const { head, standing } = await openApplication(deps, request);
    if (!standing.roles.includes('provider')) throw new ForbiddenError('other-role');
    const attachment = head.about.attachments.find(({ id }) => id === request.params.file);
    if (!attachment) throw new NotFoundError('no such file');
    const keep = keepAttachment(deps, head.id);
    const body = await checkAttachment(deps.files, { submission: head.id, attachment }, keep);
    if (!body) throw new NotFoundError('the file was taken away');
    return { body };
  };
