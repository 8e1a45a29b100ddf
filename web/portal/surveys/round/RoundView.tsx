import type { SubmissionAnswer } from '../../../../domain/api/portal.ts';
import type { RoundFile } from '../../../../domain/api/survey-rounds.ts';
import { Progress } from '../../../fields/Progress.tsx';
import { now } from '../../api/now.ts';
import type { ViewProps } from '../../app/area.ts';
import { usePortal } from '../../app/context.ts';
import { CaseFrame } from '../../case/CaseFrame.tsx';
import { Log } from '../../case/Log.tsx';
import { OpenGoals } from '../../goals/OpenGoals.tsx';
import { DueMark } from '../../lists/DueMark.tsx';
import { DocumentButton } from '../../parts/DocumentButton.tsx';
import { Pairs } from '../../parts/Pairs.tsx';
import { resultsHash } from '../../results/addresses.ts';
import { word } from '../../texts.ts';
import { dateOf, dateText } from '../../time/dates.ts';
import { paperHash, surveysHash } from '../addresses.ts';
import { askedText } from '../rounds/RoundsView.tsx';
import { say } from '../texts.ts';
import { RoundActs } from './RoundActs.tsx';
import { RoundForm } from './RoundForm.tsx';
import { Units } from './Units.tsx';
import { useReturns } from './use-returns.ts';
import { type RoundState, useRound } from './use-round.ts';

interface Props {
  of: SubmissionAnswer;
  file: RoundFile;
  state: RoundState;
}

const lastDayIn = ({ units, to }: RoundFile): string =>
  units.reduce((last, { until }) => (until > last ? until : last), to);

/** What is so now, in a heading and a sentence. */
const standing = (file: RoundFile): { title: string; text?: string } => {
  if (file.at === 'open') {
    const isAhead = dateOf(now()) < file.from;
    return {
      title: say('round.open'),
      text: isAhead
        ? say('round.open.before', { day: dateText(file.from) })
        : say('round.open.until', { day: dateText(lastDayIn(file)) }),
    };
  }
  if (file.at === 'published')
    return {
      title: say('round.published'),
      ...(file.eraseOn && { text: say('round.published.text', { day: dateText(file.eraseOn) }) }),
    };
  if (file.at === 'closed') return { title: say('round.published'), text: say('round.closed') };
  return { title: say('round.ended') };
};

const hasLinks = ({ units }: RoundFile) => units.some(({ link }) => link);

/** How many forms were sent and are not accepted yet. */
const unchecked = ({ units }: RoundFile) =>
  units.filter(({ form }) => form && ['plausibility', 'corrections'].includes(form.at)).length;

const Standing = ({ of, file, state }: Props) => {
  const { me, call } = usePortal();
  if (file.at === 'discarded') return <p class="kern-body panel">{say('round.discarded')}</p>;
  if (!of.ended && !of.turn) return <Progress text={say('round.work')} />;
  const isTask = file.at === 'evaluation' && me.roles.includes('coordinator');
  const { title, text } = standing(file);
  const mayEnter = me.roles.includes('coordinator') && ['open', 'evaluation'].includes(file.at);
  return (
    <section class={`turn ${isTask ? 'turn--mine' : ''}`} aria-labelledby="turn">
      <h2 class="portal-h2" id="turn">
        {isTask ? say('round.mine', { task: word('task', file.at) }) : title}
      </h2>
      {text && <p class="kern-body">{text}</p>}
      {isTask && (
        <>
          <p class="turn-due">
            <DueMark item={of} />
          </p>
          <p class="kern-body">{say('round.checks', { count: unchecked(file) })}</p>
        </>
      )}
      <div class="actions">
        {mayEnter && (
          <a class="kern-link kern-link--no-visited-state" href={paperHash(file.id)}>
            {say('paper.go')}
          </a>
        )}
        {['published', 'closed'].includes(file.at) && (
          <a class="kern-link kern-link--no-visited-state" href={resultsHash(file.id)}>
            {say('round.results')}
          </a>
        )}
        <RoundActs file={file} state={state} />
      </div>
      {file.at === 'open' && me.roles.includes('coordinator') && hasLinks(file) && (
        <DocumentButton
          label={say('posters.all')}
          busyLabel={say('posters.busy')}
          link={() => call('GET /api/survey-rounds/{id}/posters', { id: file.id })}
        />
      )}
    </section>
  );
};

const Loaded = ({ of, file, state }: Props) => {
  const answered = useReturns(file);
  const isPreparing = file.actions.includes('open');
  return (
    <>
      {isPreparing ? (
        <>
          <RoundForm file={file} state={state} />
          <div class="actions">
            <RoundActs file={file} state={state} />
          </div>
        </>
      ) : (
        <>
          <Standing of={of} file={file} state={state} />
          <Pairs
            pairs={[
              [say('list.period'), say('round.period', { from: dateText(file.from), to: dateText(file.to) })],
              [say('round.groups'), askedText(file.groups)],
              [
                say('round.previous'),
                file.previous && say('round.title', { year: String(file.previous.year) }),
              ],
            ]}
          />
          {file.units.length > 0 && <Units file={file} state={state} answered={answered} />}
        </>
      )}
      <OpenGoals year={file.year} />
      <Log log={state.log} form="survey-round" />
    </>
  );
};

/** A round of the needs survey: prepared, answered, evaluated. */
export const RoundView = ({ params: { id = '' } }: ViewProps) => {
  const state = useRound(id);
  const { head, file } = state;
  const isOfOneMoment = head.data && file.data && head.data.version === file.data.version;
  return (
    <CaseFrame
      of={head.data}
      state={state}
      title={file.data ? say('round.title', { year: String(file.data.year) }) : say('list.title')}
      back={{ href: surveysHash(), text: say('round.back') }}
      error={head.error ?? file.error}
      isWaiting={!isOfOneMoment}
    >
      {head.data && file.data && isOfOneMoment && <Loaded of={head.data} file={file.data} state={state} />}
    </CaseFrame>
  );
};
