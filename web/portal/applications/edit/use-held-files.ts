import { type AttachmentsState, useAttachments } from '../files/use-attachments.ts';
import type { Editing } from './editing.ts';

/** The files beside the application that is being written; what is taken stands in its answers. */
export const useHeldFiles = ({ file, form, values }: Editing): AttachmentsState =>
  useAttachments({
    id: file.id,
    first: file.attachments,
    named: (values.attachments ?? []) as string[],
    onNamed: (ids) => form.setValue('attachments' as string, ids),
  });
