import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import { formText } from '../../application/texts.ts';
import { FileRow } from '../files/FileRow.tsx';
import { OpenFile } from '../files/OpenFile.tsx';
import { say } from '../texts.ts';

/** The files that the application names. */
export const FilePanel = ({ file }: { file: ApplicationFile }) => {
  const named = file.answers?.attachments ?? [];
  const files = file.attachments.filter(({ id }) => named.includes(id));
  if (files.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="files">
      <h2 class="portal-h2" id="files">
        {say('files.title')}
      </h2>
      <ul class="files">
        {files.map((one) => (
          <FileRow
            key={one.id}
            name={one.name}
            size={one.size}
            state={formText(`attachments.state.${one.state}`)}
            kind="good"
          >
            <OpenFile id={file.id} file={one} />
          </FileRow>
        ))}
      </ul>
    </section>
  );
};
