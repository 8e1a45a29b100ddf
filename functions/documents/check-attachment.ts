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
 * the attachment and answers how it stands: another look may have been faster. Only then a refused content is thrown away:
 * whoever looks again, after a crash say, finds the same reason. So is one that nobody knows any more.
 * @param told what the virus check just said, if it did
 * @returns the attachment as it stands; undefined when it was taken away meanwhile
 */
export const checkAttachment = async (
  files: Pick<Files, 'look' | 'remove'>,
  { submission, attachment, told }: { submission: string; attachment: Attachment; told?: Scan },
  keep: (next: Attachment) => Promise<Attachment | undefined>,
): Promise<Attachment | undefined> => {
  const key = attachmentKey({ submission, file: attachment.id });
  const kept = await keep(afterLook(attachment, withTold(await files.look(key), told)));
  if (!kept || kept.state === 'refused') await files.remove(key);
  return kept;
};
