import type { ProofFile } from '../../../../domain/api/proof.ts';
import { word } from '../../texts.ts';
import { dayText } from '../../time/dates.ts';
import { fieldName } from '../field-name.ts';
import { say } from '../texts.ts';

/** What was said about a proof, oldest first: a return's reasons, the hearing, the claim. */
export const Notes = ({ file }: { file: ProofFile }) => {
  if (file.notes.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="notes">
      <h2 class="portal-h2" id="notes">
        {say('notes.title')}
      </h2>
      <ul class="proof-notes">
        {file.notes.map((note) => (
          <li key={note.n}>
            <p class="kern-body">
              <strong>{word('action', note.action)}</strong>{' '}
              <span class="data-note">
                {say('notes.by', { name: note.byName ?? '–', day: dayText(note.at) })}
              </span>
            </p>
            {note.text && <p class="kern-body">{note.text}</p>}
            {note.fields?.map(({ path, reason }) => (
              <p class="kern-body" key={path}>
                {say('notes.field', { field: fieldName(path, file), reason })}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
};
