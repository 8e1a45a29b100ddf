import { Alert } from '../../../fields/Alert.tsx';
import { fieldId } from '../../../fields/field.ts';
import { fieldName } from '../../application/field-name.ts';
import { Said } from '../../parts/Said.tsx';
import { applicationHash, partHash } from '../addresses.ts';
import { nameOf, pathOf } from '../form/issues.ts';
import { sectionOf } from '../form/sections.ts';
import { answersOf } from '../form/values.ts';
import { say } from '../texts.ts';
import { useEditing } from './editing.ts';
import type { EditorState } from './use-editor.ts';
import { useKitaNames } from './use-kita-names.ts';

/** What could not be saved because nobody can read it, with the way to it. */
const Left = ({ editor, onFollow }: { editor: EditorState; onFollow: (id: string) => void }) => {
  const { draft, values, file } = useEditing();
  const kitas = useKitaNames();
  const { left } = editor.saving;
  if (left.length === 0) return null;
  const names = left.map(({ path }) => nameOf(path, answersOf(values)));
  return (
    <Alert kind="warning" title={say('save.left', { count: left.length })}>
      <ul class="kern-list kern-list--bullet">
        {names.map((name) => (
          <li key={name}>
            <a
              class="kern-link kern-link--no-visited-state"
              href={partHash(file.id, sectionOf(name))}
              onClick={(event) => {
                const id = fieldId(name);
                const input = document.getElementById(id);
                if (!input) return onFollow(id);
                event.preventDefault();
                input.focus();
              }}
            >
              {fieldName(pathOf(name), { answers: draft, kitas })}
            </a>
          </li>
        ))}
      </ul>
    </Alert>
  );
};

/** What somebody must know of what they typed: it came back, it cannot be read, it came too late. */
export const Notices = ({ editor, onFollow }: { editor: EditorState; onFollow: (id: string) => void }) => {
  const { file } = useEditing();
  const { begun, saving } = editor;
  return (
    <>
      <Said text={saving.isSettled ? say('conflict.done') : undefined} />
      {begun.restored && saving.state.is === 'saved' && saving.state.at === file.savedAt && (
        <Alert kind="info" role="status" title={say('save.restored')} />
      )}
      {saving.state.is === 'moved' && (
        <Alert kind="warning" role="alert" title={say('save.moved.title')}>
          <p class="kern-body">{say('save.moved.text')}</p>
          <p class="kern-body">
            <a class="kern-link" href={applicationHash(file.id)}>
              {say('save.moved.open')}
            </a>
          </p>
        </Alert>
      )}
      <Left editor={editor} onFollow={onFollow} />
    </>
  );
};
