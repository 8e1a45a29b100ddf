import { isDeepStrictEqual } from 'node:util';
import { type Attachment, isSettled } from '../../../domain/files/attachment.ts';
import { changeHeadOf } from '../../store/heads.ts';
import type { DocumentsDeps } from '../deps.ts';

/**
 * Writes into the head what a look made of an attachment, unless another look was faster: what was taken or refused stays so.
 * @returns the attachment as it stands; undefined when the head does not know it (any more)
 */
export const keepAttachment =
  ({ store }: Pick<DocumentsDeps, 'store'>, submission: string) =>
  async (next: Attachment): Promise<Attachment | undefined> => {
    const head = await changeHeadOf(store, 'budget-application', submission, (now) => {
      const { attachments } = now.about;
      const before = attachments.find(({ id }) => id === next.id);
      if (!before || isSettled(before) || isDeepStrictEqual(before, next)) return undefined;
      const changed = attachments.map((one) => (one.id === next.id ? next : one));
      return { head: { ...now, about: { ...now.about, attachments: changed } } };
    });
    return head?.about.attachments.find(({ id }) => id === next.id);
  };
