import type { ContactSubmission } from '../../../domain/api/portal.ts';
import { usePortal } from '../app/context.ts';
import { DueMark } from '../lists/DueMark.tsx';
import { turnOf } from '../lists/turn.ts';
import { t, word } from '../texts.ts';
import { momentText } from '../time/dates.ts';
import { Actions } from './Actions.tsx';
import type { CaseState } from './use-case.ts';

const Ended = ({ of }: { of: ContactSubmission }) => (
  <section class="turn turn--ended" aria-labelledby="turn">
    <h2 class="portal-h2" id="turn">
      {t('turn.ended')}
    </h2>
    <p class="kern-body">
      {word('step', of.at)}, {t('turn.ended.since', { moment: momentText(of.since) })}.
      {of.outcome && ` ${t('turn.outcome', { outcome: word('outcome', of.outcome) })}.`}
    </p>
  </section>
);

/** Whose turn it is and until when, with the buttons of what may be done now. */
export const TurnPanel = ({ of, state }: { of: ContactSubmission; state: CaseState }) => {
  const { me } = usePortal();
  if (of.ended) return <Ended of={of} />;
  const { who, mine, standsFor } = turnOf(of, me);
  const task = word('task', of.at);
  return (
    <section class={`turn ${mine ? 'turn--mine' : ''}`} aria-labelledby="turn">
      <h2 class="portal-h2" id="turn">
        {mine && of.actions.length > 0 ? t('turn.yours', { task }) : t('turn.others', { who })}
      </h2>
      <p class="turn-due">
        {!mine && <span>{task}</span>}
        {standsFor && <span>{t('turn.for', { name: standsFor })}</span>}
        <DueMark item={of} />
      </p>
      {of.actions.length > 0 && <Actions of={of} state={state} />}
    </section>
  );
};
