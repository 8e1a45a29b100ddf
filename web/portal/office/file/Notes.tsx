import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import { fieldName } from '../../application/field-name.ts';
import { sessionHash } from '../../committee/addresses.ts';
import { ResolutionPairs } from '../../committee/session/ResolutionPairs.tsx';
import { sessionTitle } from '../../committee/session-title.ts';
import { t, word } from '../../texts.ts';
import { momentText } from '../../time/dates.ts';
import { knows, say } from '../texts.ts';

type Shown = ApplicationFile['notes'][number];

const whoOf = ({ by, byName, forName }: Shown): string => {
  if ('system' in by) return t('log.system');
  const name = byName ?? ('person' in by ? by.person : '');
  return forName ? t('log.for', { name, other: forName }) : name;
};

/** What an action is called, or a Kita's co-signature. */
const whatOf = ({ action }: Shown): string => {
  const key = `note.${action}`;
  return knows(key) ? say(key) : word('action', action);
};

/** What the committee resolved, with the way to its session. */
const Resolved = ({ note }: { note: Shown }) => {
  const { resolution, conditions } = note;
  if (!resolution) return null;
  return (
    <>
      <p>
        <a class="kern-link kern-link--no-visited-state" href={sessionHash(resolution.session)}>
          {sessionTitle(resolution)}
        </a>
      </p>
      <ResolutionPairs {...resolution} conditions={conditions} />
    </>
  );
};

const NoteShown = ({ note, file }: { note: Shown; file: ApplicationFile }) => {
  const of = { answers: file.answers ?? {}, kitas: file.kitas };
  return (
    <li class="note">
      <p>
        <strong>{whatOf(note)}</strong>
        <span class="note-who">
          {' '}
          {whoOf(note)}, <time dateTime={note.at}>{momentText(note.at)}</time>
        </span>
      </p>
      {note.text && <p class="answer-text">{note.text}</p>}
      <Resolved note={note} />
      {note.fields && (
        <ul class="note-fields">
          {note.fields.map(({ path, reason }) => (
            <li key={path}>
              <strong>{fieldName(path, of)}:</strong> <span class="answer-text">{reason}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
};

/** Whether it says anything of its own: a grant without reasons has its conditions only, and they stand with the decision. */
const hasWords = ({ text, fields, resolution }: Shown) =>
  [text, fields, resolution].some((one) => one !== undefined);

/** What was said in own words, by whom and when, oldest first. */
export const Notes = ({ file }: { file: ApplicationFile }) => (
  <section class="panel" aria-labelledby="notes">
    <h2 class="portal-h2" id="notes">
      {say('notes.title')}
    </h2>
    {!file.notes.some(hasWords) ? (
      <p class="kern-body portal-muted">{say('notes.none')}</p>
    ) : (
      <ol class="notes">
        {file.notes.filter(hasWords).map((note) => (
          <NoteShown key={note.n} note={note} file={file} />
        ))}
      </ol>
    )}
  </section>
);
