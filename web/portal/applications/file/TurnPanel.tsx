import type { ComponentChildren } from 'preact';
import { dateText, dayText, lastDayOf } from '../../time/dates.ts';
import { queriesHash } from '../addresses.ts';
import { queriesOf } from '../edit/queries.ts';
import { stateText, useTurnText } from '../list/turn-text.ts';
import { say } from '../texts.ts';
import type { Opened } from '../use-file.ts';
import { Hearing } from './Hearing.tsx';

const Queries = ({ file }: Pick<Opened, 'file'>) => (
  <>
    <p class="kern-body">{say('file.queries.text', { count: queriesOf(file).size })}</p>
    <div class="actions">
      <a class="kern-btn kern-btn--primary" href={queriesHash(file.id)}>
        <span class="kern-label">{say('file.queries.open')}</span>
      </a>
    </div>
  </>
);

/** What somebody who is not the office may want to know of the turn: until when, and what happens then. */
const hintOf = ({ of, file }: Opened): string => {
  if (of.ended) return '';
  if (of.at === 'waiting') return say('file.waiting.text');
  if (of.at === 'objection-period' && file.announced)
    return say('file.objection.text', { day: dateText(file.announced.objectionEnds) });
  if (of.turn === 'provider' || !of.due) return '';
  return say('file.office.until', { day: dayText(lastDayOf(of.due)) });
};

const titleOf = (of: Opened['of'], who: string): string => {
  if (of.ended) return say('file.ended', { state: stateText(of), day: dayText(of.since) });
  if (who === say('turn.nobody')) return say('file.nobody');
  return who === say('turn.you') ? say('file.mine') : say('file.others', { who });
};

interface Props extends Opened {
  onDone: (said: string) => void;
}

/** Whose turn it is and until when, with what is to be done. */
export const TurnPanel = ({ of, file, onDone }: Props) => {
  const who = useTurnText()(of);
  const mine = who === say('turn.you');
  const hint = hintOf({ of, file });
  const acts: Record<string, ComponentChildren> = {
    queries: <Queries file={file} />,
    hearing: <Hearing of={of} file={file} onDone={onDone} />,
  };
  return (
    <section class={`turn ${of.ended ? 'turn--ended' : mine ? 'turn--mine' : ''}`} aria-labelledby="turn">
      <h2 class="portal-h2" id="turn">
        {titleOf(of, who)}
        {mine &&
          file.at !== 'draft' &&
          of.answerBy &&
          ` ${say('file.until', { day: dateText(of.answerBy) })}`}
      </h2>
      <p class="kern-body">
        <strong>{stateText(of)}.</strong> {hint}
      </p>
      {mine && acts[of.at]}
    </section>
  );
};
