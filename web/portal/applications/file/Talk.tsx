import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import { fieldName } from '../../application/field-name.ts';
import { momentText } from '../../time/dates.ts';
import { type ApplicationsKey, say } from '../texts.ts';

/** What the notes of these actions are called; what the Kitas said stands with them, reasons with the notice. */
const TITLES: Record<string, ApplicationsKey> = {
  query: 'talk.query',
  respond: 'talk.statement',
  withdraw: 'talk.comment',
};

/** What was asked and said, oldest first. */
export const Talk = ({ file }: { file: ApplicationFile }) => {
  const notes = file.notes.filter(({ action }) => action in TITLES);
  const of = { answers: file.answers ?? {}, kitas: file.kitas };
  if (notes.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="talk">
      <h2 class="portal-h2" id="talk">
        {say('talk.title')}
      </h2>
      <ol class="notes">
        {notes.map(({ n, at, action, byName, text, fields }) => (
          <li key={n} class="note">
            <p>
              <strong>{say(TITLES[action] ?? 'talk.comment')}</strong>
              <span class="note-who"> {[byName, momentText(at)].filter(Boolean).join(', ')}</span>
            </p>
            {text && <p class="answer-text">{text}</p>}
            {fields && (
              <ul class="note-fields">
                {fields.map(({ path, reason }) => (
                  <li key={path}>
                    <strong>{fieldName(path, of)}:</strong> <span class="answer-text">{reason}</span>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
};
