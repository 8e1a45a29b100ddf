import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import type { Part } from '../addresses.ts';
import { Desk } from './Desk.tsx';
import { EditingContext } from './editing.ts';
import { useEditor } from './use-editor.ts';

interface Props {
  file: ApplicationFile;
  part: Part;
  onSent: () => void;
}

/** The application while it is a draft: a part at a time, saved as it grows. */
export const Editor = ({ file, part, onSent }: Props) => {
  const editor = useEditor(file, onSent);
  return (
    <EditingContext.Provider value={editor.editing}>
      <Desk editor={editor} part={part} />
    </EditingContext.Provider>
  );
};
