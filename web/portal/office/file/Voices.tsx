import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import { dayText } from '../../time/dates.ts';
import { say } from '../texts.ts';
import { type Voice, voicesOf } from './voices.ts';

const SHORT = 160;
/** The beginning of what was said: all of it stands further down. */
const shortened = (text: string): string =>
  text.length > SHORT ? `${text.slice(0, SHORT).trimEnd()} …` : text;

const Said = ({ of: { title, statement, tone, who, at, text } }: { of: Voice }) => (
  <li class={`voice voice--${tone}`}>
    <span class="voice-mark" aria-hidden="true" />
    <div>
      <p>
        <strong>{title}:</strong> {statement}
      </p>
      {text && <p class="voice-text">{shortened(text)}</p>}
      {(who || at) && <p class="voice-who">{[who, at && dayText(at)].filter(Boolean).join(', ')}</p>}
    </div>
  </li>
);

/** Who said what to it so far. */
export const Voices = ({ file }: { file: ApplicationFile }) => (
  <ul class="voices" aria-label={say('summary.who')}>
    {voicesOf(file).map((voice) => (
      <Said key={voice.key} of={voice} />
    ))}
  </ul>
);
