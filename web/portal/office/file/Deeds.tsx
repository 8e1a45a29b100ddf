import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import { t, word } from '../../texts.ts';
import { figuresText } from '../../time/dates.ts';
import { say } from '../texts.ts';

/** What the provider does is none of the office's deeds. */
const APPLICANT = ['submit', 'correct', 'respond', 'withdraw'];

/** Who acted in which step, for whom: four eyes look at it. */
export const Deeds = ({ file }: { file: ApplicationFile }) => {
  const office = file.acted.filter(({ action }) => !APPLICANT.includes(action));
  return (
    <>
      <h4 class="portal-h4">{say('deeds.title')}</h4>
      {office.length === 0 && <p class="kern-body portal-muted">{say('deeds.none')}</p>}
      {office.length > 0 && (
        <ul class="deeds">
          {office.map(({ person, for: inFor, action, at }) => (
            <li key={`${at} ${action}`}>
              <strong>{inFor ? t('log.for', { name: person.name, other: inFor.name }) : person.name}</strong>{' '}
              {word('log', action)}, <time dateTime={at}>{figuresText(at)}</time>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
