import type { Attachment } from '../../../../domain/files/attachment.ts';
import { Button } from '../../../fields/Button.tsx';
import { say } from '../texts.ts';
import { FileRow } from './FileRow.tsx';
import { OpenFile } from './OpenFile.tsx';
import { attachmentText, isOver, uploadText } from './outcome.ts';
import type { AttachmentsState, Upload } from './use-attachments.ts';

const UploadRow = ({ of, state }: { of: Upload; state: AttachmentsState }) => (
  <FileRow name={of.name} size={of.size} state={uploadText(of)} kind={isOver(of) ? 'bad' : 'busy'}>
    {isOver(of) ? (
      <Button variant="tertiary" onClick={() => state.dismiss(of.key)}>
        {say('files.dismiss', { name: of.name })}
      </Button>
    ) : (
      <progress class="file-progress" max={1} value={of.part} aria-label={of.name} />
    )}
  </FileRow>
);

interface RowProps {
  id: string;
  of: Attachment;
  isNamed: boolean;
  state: AttachmentsState;
  onRemove: (file: string) => void;
}

const kindOf = ({ state }: Attachment, isNamed: boolean) => {
  if (state === 'refused') return 'bad';
  if (state !== 'clean') return 'busy';
  return isNamed ? 'good' : 'off';
};

const AttachmentRow = ({ id, of, isNamed, state, onRemove }: RowProps) => (
  <FileRow name={of.name} size={of.size} state={attachmentText(of, isNamed)} kind={kindOf(of, isNamed)}>
    {of.state === 'clean' && <OpenFile id={id} file={of} />}
    {of.state === 'clean' && !isNamed && (
      <Button variant="tertiary" onClick={() => state.take(of.id)}>
        {say('files.take', { name: of.name })}
      </Button>
    )}
    {(of.state === 'checking' || of.state === 'awaited') && (
      <Button variant="tertiary" onClick={() => void state.look(of.id)}>
        {say('files.look', { name: of.name })}
      </Button>
    )}
    <Button variant="tertiary" onClick={() => onRemove(of.id)}>
      {say('files.remove', { name: of.name })}
    </Button>
  </FileRow>
);

interface Props {
  id: string;
  named: readonly string[];
  state: AttachmentsState;
  onRemove: (file: string) => void;
}

/** Every file beside the application, those on their way included. */
export const FileList = ({ id, named, state, onRemove }: Props) => (
  <ul class="files">
    {state.files.map((of) => (
      <AttachmentRow
        key={of.id}
        id={id}
        of={of}
        isNamed={named.includes(of.id)}
        state={state}
        onRemove={onRemove}
      />
    ))}
    {state.uploads.map((of) => (
      <UploadRow key={of.key} of={of} state={state} />
    ))}
  </ul>
);
