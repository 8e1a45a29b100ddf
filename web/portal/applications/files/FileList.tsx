import type { Attachment } from '../../../../domain/files/attachment.ts';
import { Button } from '../../../fields/Button.tsx';
import { formText } from '../../application/texts.ts';
import { failureText } from '../../parts/failure-text.ts';
import { say } from '../texts.ts';
import { FileRow } from './FileRow.tsx';
import { OpenFile } from './OpenFile.tsx';
import type { AttachmentsState, Upload } from './use-attachments.ts';

const onTheWay = ({ part, problem, error }: Upload): string => {
  if (problem) return problem;
  if (error !== undefined) return failureText(error).text;
  return part < 1
    ? say('files.sending', { percent: Math.round(part * 100) })
    : formText('attachments.state.checking');
};

const UploadRow = ({ of, state }: { of: Upload; state: AttachmentsState }) => {
  const isOver = of.problem !== undefined || of.error !== undefined;
  return (
    <FileRow name={of.name} size={of.size} state={onTheWay(of)} kind={isOver ? 'bad' : 'busy'}>
      {isOver ? (
        <Button variant="tertiary" onClick={() => state.dismiss(of.key)}>
          {say('files.dismiss', { name: of.name })}
        </Button>
      ) : (
        <progress class="file-progress" max={1} value={of.part} aria-label={of.name} />
      )}
    </FileRow>
  );
};

interface RowProps {
  id: string;
  of: Attachment;
  isNamed: boolean;
  state: AttachmentsState;
  onRemove: (file: string) => void;
}

const stateOf = (of: Attachment, isNamed: boolean): string => {
  if (of.state === 'refused') return formText(`attachments.refused.${of.reason}`);
  if (of.state === 'clean' && !isNamed) return say('files.left-out');
  return formText(`attachments.state.${of.state}`);
};

const kindOf = ({ state }: Attachment, isNamed: boolean) => {
  if (state === 'refused') return 'bad';
  if (state !== 'clean') return 'busy';
  return isNamed ? 'good' : 'off';
};

const AttachmentRow = ({ id, of, isNamed, state, onRemove }: RowProps) => (
  <FileRow name={of.name} size={of.size} state={stateOf(of, isNamed)} kind={kindOf(of, isNamed)}>
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
