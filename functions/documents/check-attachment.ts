import { type Attachment, afterLook } from '../../domain/files/attachment.ts';
import { attachmentKey } from '../../domain/files/keys.ts';
import type { Files } from '../gateways/files.ts';
import type { Scan } from './scan-result.ts';

/** The tag may come after the event: what was told of this very content counts too. */
const withTold = (
  found: Awaited<ReturnType<Files['look']>>,
  told: Pick<Scan, 'etag' | 'verdict'> | undefined,
) => (found && told?.etag === found.etag ? { ...found, verdict: found.verdict ?? told.verdict } : found);

/**
 * Looks at what was uploaded: is it there, small enough, a PDF by its content, and found clean? `keep` writes what became of
 * the attachment. Only then a refused content is thrown away: whoever looks again, after a crash say, finds the same reason.
 * @param told what the virus check just said, if it did
 */
export const checkAttachment = async (
  files: Pick<Files, 'look' | 'remove'>,
  { submission, attachment, told }: { submission: string; attachment: Attachment; told?: Scan },
  keep: (next: Attachment) => Promise<unknown>,
): Promise<Attachment> => {
  const key = attachmentKey({ submission, file: attachment.id });
  const next = afterLook(attachment, withTold(await files.look(key), told));
  await keep(next);
  if (next.state === 'refused') await files.remove(key);
  return next;
};
