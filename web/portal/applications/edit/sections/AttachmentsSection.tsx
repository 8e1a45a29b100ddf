import { useRef, useState } from 'preact/hooks';
import { fieldId } from '../../../../fields/field.ts';
import { formText } from '../../../application/texts.ts';
import { Failure } from '../../../parts/Failure.tsx';
import { FileList } from '../../files/FileList.tsx';
import { outcomes } from '../../files/outcome.ts';
import type { AttachmentsState } from '../../files/use-attachments.ts';
import { say } from '../../texts.ts';
import { useEditing } from '../editing.ts';
import { Group } from '../Group.tsx';
import { SaidLater } from '../SaidLater.tsx';

const ADD = 'files-add';

/** Files: chosen, sent at once, looked at, taken away. */
export const AttachmentsSection = ({ state }: { state: AttachmentsState }) => {
  const { file, values, openingAt } = useEditing();
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const [before] = useState(() => state.files.map(({ id }) => id));
  const named = (values.attachments ?? []) as string[];
  const isOpen = openingAt('attachments') !== undefined;
  const remove = async (id: string) => {
    const name = state.files.find((one) => one.id === id)?.name ?? '';
    if (await state.remove(id)) setSaid(say('files.removed', { name }));
    input.current?.focus();
  };
  return (
    <Group name="attachments">
      <p class="kern-body">{say('files.intro')}</p>
      {isOpen && (
        <div class="kern-form-input">
          <label class="kern-label" for={ADD}>
            {say('files.choose')}
          </label>
          <div class="kern-hint" id={`${fieldId('attachments')}-hint`}>
            {formText('attachments.hint')}
          </div>
          <input
            ref={input}
            id={ADD}
            class="file-input"
            type="file"
            accept="application/pdf,.pdf"
            multiple
            aria-describedby={`${fieldId('attachments')}-hint`}
            onChange={(event) => {
              state.add([...(event.currentTarget.files ?? [])]);
              // The same file again is a new choice.
              event.currentTarget.value = '';
            }}
          />
        </div>
      )}
      <FileList id={file.id} named={named} state={state} onRemove={(id) => void remove(id)} />
      <Failure error={state.error} />
      <p class="kern-sr-only" role="status">
        {said}
      </p>
      <SaidLater text={outcomes(state, { named, before })} />
    </Group>
  );
};
