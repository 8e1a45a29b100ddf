import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import { dayText } from '../../time/dates.ts';
import { say } from '../texts.ts';

type Signed = ApplicationFile['cosigned'][number];

const kindOf = (signed: Signed | undefined) => (!signed ? 'open' : signed.agrees ? 'for' : 'against');

const stateText = (signed: Signed | undefined): string => {
  if (!signed) return say('cosigned.open');
  return say(signed.agrees ? 'cosigned.yes' : 'cosigned.no');
};

/** What each Kita has said, and that nobody waits for those who have not. */
export const Cosigned = ({ file }: { file: ApplicationFile }) => (
  <section class="panel" aria-labelledby="cosigned">
    <h2 class="portal-h2" id="cosigned">
      {say('cosigned.title')}
    </h2>
    <ul class="voices">
      {file.kitas.map(({ id, name }) => {
        const signed = file.cosigned.find(({ kita }) => kita.id === id);
        const comment = file.notes.findLast(
          (note) => note.at === signed?.at && /cosigned$/.test(note.action),
        )?.text;
        return (
          <li key={id} class={`voice voice--${kindOf(signed)}`}>
            <span class="voice-mark" aria-hidden="true" />
            <span>
              <strong>{name}</strong> {stateText(signed)}
              {signed?.person && (
                <span class="voice-who">
                  {' '}
                  {say('cosigned.by', { person: signed.person, day: dayText(signed.at) })}
                </span>
              )}
              {comment && <span class="voice-text"> „{comment}“</span>}
            </span>
          </li>
        );
      })}
    </ul>
    <p class="kern-body kern-body--small portal-muted">{say('cosigned.note')}</p>
  </section>
);
