import { attachmentKey } from '../../domain/files/keys.ts';
import { readHead } from '../store/heads.ts';
import { keepAttachment } from './attachments/keep-attachment.ts';
import { checkAttachment } from './check-attachment.ts';
import type { DocumentsDeps } from './deps.ts';
import type { Scan } from './scan-result.ts';

/**
 * What a scan changes: the attachment in its head. A file that no head knows was taken away, or its application was deleted,
 * while a form to upload it still lived: it goes too.
 */
export const onScanned = async (deps: DocumentsDeps, scan: Scan): Promise<void> => {
  const { submission, file } = scan;
  const head = await readHead(deps.store, submission);
  const attachment =
    head?.form === 'budget-application' ? head.about.attachments.find(({ id }) => id === file) : undefined;
  if (attachment) {
    const keep = keepAttachment(deps, submission);
    await checkAttachment(deps.files, { submission, attachment, told: scan }, keep);
    return;
  }
  deps.log.warn('scan of an unknown file', { submission, file });
  await deps.files.remove(attachmentKey(scan));
};
