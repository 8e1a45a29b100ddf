import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import type { BudgetSubmission } from '../../../../domain/api/portal.ts';
import { Alert } from '../../../fields/Alert.tsx';
import { usePortal } from '../../app/context.ts';
import { DueMark } from '../../lists/DueMark.tsx';
import { turnOf } from '../../lists/turn.ts';
import { t, word } from '../../texts.ts';
import { dateText, dayText, momentText } from '../../time/dates.ts';
import { Acts } from '../act/Acts.tsx';
import { say } from '../texts.ts';
import type { ApplicationState } from './use-application.ts';

interface Props {
  of: BudgetSubmission;
  file: ApplicationFile;
  state: ApplicationState;
}

const Ended = ({ of }: { of: BudgetSubmission }) => (
  <section class="turn turn--ended" aria-labelledby="turn">
    <h2 class="portal-h2" id="turn">
      {say('turn.ended', { step: word('step', of.at) })}
    </h2>
    <p class="kern-body">{t('turn.ended.since', { moment: momentText(of.since) })}.</p>
    {of.deleteOn && <p class="kern-body">{say('turn.deleted', { day: dateText(of.deleteOn) })}</p>}
  </section>
);

/** Why somebody who has the role may not do this step: by which deed, and whose. */
const Barred = ({ of }: { of: BudgetSubmission }) => {
  const { me } = usePortal();
  return (
    <Alert kind="info" title={say('barred.title')} level={3}>
      {of.barredBy.map(({ person, for: inFor, step, action, at }) => (
        <p class="kern-body" key={`${at} ${action}`}>
          {say(person.id === me.id ? 'barred.you' : inFor?.id === me.id ? 'barred.for-you' : 'barred.other', {
            name: person.name,
            step: word('step', step),
            day: dayText(at),
          })}
        </p>
      ))}
      <p class="kern-body">{say('barred.who')}</p>
    </Alert>
  );
};

/** Nobody would remain for a later step: the office learns it now, not at the end. */
const Unstaffed = ({ steps }: { steps: readonly string[] }) => (
  <Alert kind="warning" title={say('unstaffed.title')} level={3}>
    <p class="kern-body">
      {say('unstaffed.text', { steps: steps.map((step) => word('step', step)).join(', ') })}
    </p>
  </Alert>
);

/** Whose turn it is and until when, what may be done now, and why something may not. */
export const TurnBox = ({ of, file, state }: Props) => {
  const { me } = usePortal();
  if (of.ended) return <Ended of={of} />;
  const { who } = turnOf(of, me);
  const mine = of.actions.length > 0;
  const others = of.turn ? word('role', of.turn) : who;
  const task = word('task', of.at);
  return (
    <section class={`turn ${mine ? 'turn--mine' : ''}`} aria-labelledby="turn">
      <h2 class="portal-h2" id="turn">
        {mine ? t('turn.yours', { task }) : t('turn.others', { who: others })}
      </h2>
      <p class="turn-due">
        {!mine && <span>{task}</span>}
        <DueMark item={of} />
      </p>
      {of.answerBy && <p class="kern-body">{say('turn.answer-by', { day: dateText(of.answerBy) })}</p>}
      {of.barred.length > 0 && <Barred of={of} />}
      {file.unstaffed.length > 0 && <Unstaffed steps={file.unstaffed} />}
      {mine && <Acts of={of} file={file} state={state} />}
    </section>
  );
};
