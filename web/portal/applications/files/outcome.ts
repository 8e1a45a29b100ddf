import type { Attachment } from '../../../../domain/files/attachment.ts';
import { formText } from '../../application/texts.ts';
import { failureText } from '../../parts/failure-text.ts';
import { say } from '../texts.ts';
import type { AttachmentsState, Upload } from './use-attachments.ts';

/** It never arrived, and stands in the list only to say why. */
export const isOver = ({ problem, error }: Upload): boolean => problem !== undefined || error !== undefined;

/** How far a file is on its way, or why it did not arrive. */
export const uploadText = ({ part, problem, error }: Upload): string => {
  if (problem) return problem;
  if (error !== undefined) return failureText(error).text;
  return part < 1
    ? say('files.sending', { percent: Math.round(part * 100) })
    : formText('attachments.state.checking');
};

/** What became of a file that has arrived. */
export const attachmentText = (of: Attachment, isNamed: boolean): string => {
  if (of.state === 'refused') return formText(`attachments.refused.${of.reason}`);
  if (of.state === 'clean' && !isNamed) return say('files.left-out');
  return formText(`attachments.state.${of.state}`);
};

/** What became of the files since somebody came here, for who does not see the list. */
export const outcomes = (
  { files, uploads }: AttachmentsState,
  { named, before }: { named: readonly string[]; before: readonly string[] },
): string =>
  [
    ...files
      .filter(({ id, state }) => !before.includes(id) && (state === 'clean' || state === 'refused'))
      .map((of) => `${of.name}: ${attachmentText(of, named.includes(of.id))}`),
    ...uploads.filter(isOver).map((of) => `${of.name}: ${uploadText(of)}`),
  ].join(' · ');
