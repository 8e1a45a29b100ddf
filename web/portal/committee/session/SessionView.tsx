import type { SessionFile } from '../../../../domain/api/committee.ts';
import type { SubmissionAnswer } from '../../../../domain/api/portal.ts';
import { Button } from '../../../fields/Button.tsx';
import { Progress } from '../../../fields/Progress.tsx';
import type { ViewProps } from '../../app/area.ts';
import { CaseFrame } from '../../case/CaseFrame.tsx';
import { Log } from '../../case/Log.tsx';
import { DueMark } from '../../lists/DueMark.tsx';
import { t, word } from '../../texts.ts';
import { momentText } from '../../time/dates.ts';
import { sessionsHash } from '../addresses.ts';
import { SessionEditor } from '../edit/SessionEditor.tsx';
import { RecordForm } from '../record/RecordForm.tsx';
import { sessionTitle } from '../session-title.ts';
import { say } from '../texts.ts';
import { AskedActs } from './Acts.tsx';
import { Agenda } from './Agenda.tsx';
import { Papers } from './Papers.tsx';
import { type SessionState, useSession } from './use-session.ts';

interface Props {
  of: SubmissionAnswer;
  file: SessionFile;
  state: SessionState;
}

const Ended = ({ file }: { file: SessionFile }) => {
  const { recorded, decidedBy, at } = file;
  return (
    <section class="turn turn--ended" aria-labelledby="turn">
      <h2 class="portal-h2" id="turn">
        {say(at === 'closed' ? 'closed' : 'cancelled')}
      </h2>
      {recorded ? (
        <p class="kern-body">
          {say('closed.by', { name: recorded.by ?? '', moment: momentText(recorded.at) })}
        </p>
      ) : (
        <p class="kern-body">{say('cancelled.text')}</p>
      )}
      {decidedBy && <p class="kern-body">{say('closed.decided', { name: decidedBy })}</p>}
    </section>
  );
};

/** Whose turn it is, and after the session the way to record what was resolved. */
const TurnBox = ({ of, file, state }: Props) => {
  if (of.ended) return <Ended file={file} />;
  if (!of.turn) return <Progress text={say(file.at === 'free' ? 'at-work.free' : 'at-work')} />;
  const mine = file.actions.length > 0;
  const task = word('task', file.at);
  return (
    <section class={`turn ${mine ? 'turn--mine' : ''}`} aria-labelledby="turn">
      <h2 class="portal-h2" id="turn">
        {mine ? t('turn.yours', { task }) : t('turn.others', { who: word('role', of.turn) })}
      </h2>
      <p class="turn-due">
        {!mine && <span>{task}</span>}
        <DueMark item={of} />
      </p>
      {mine && (
        <div class="actions">
          {file.actions.includes('record') && (
            <Button
              id="act-record"
              aria-expanded={state.isRecording}
              onClick={() => state.setRecording(!state.isRecording)}
            >
              {say('record.open')}
            </Button>
          )}
          <AskedActs file={file} state={state} />
        </div>
      )}
      {state.isRecording && file.actions.includes('record') && (
        <RecordForm key={file.version} file={file} state={state} />
      )}
    </section>
  );
};

const Loaded = ({ of, file, state }: Props) => {
  const isPreparing = file.actions.includes('convene');
  const moment = momentText(file.savedAt);
  // While it is prepared, the form beside it counts better than what was saved.
  const lead = isPreparing
    ? say('lead.saved', { moment })
    : say('lead', { count: file.items.length, moment });
  return (
    <>
      <p class="portal-lead">
        {lead}
        {file.savedBy && ` ${say('lead.by', { name: file.savedBy })}`}
      </p>
      <TurnBox of={of} file={file} state={state} />
      <div class="case-columns">
        <div class="case-main">
          {isPreparing ? <SessionEditor file={file} state={state} /> : <Agenda file={file} />}
        </div>
        <div class="case-side">
          {file.hasPapers && <Papers file={file} />}
          <Log log={state.log} form="committee-session" />
        </div>
      </div>
    </>
  );
};

/** A session of the committee: prepared, convened, recorded, over. */
export const SessionView = ({ params: { id = '' } }: ViewProps) => {
  const state = useSession(id);
  const { head, file } = state;
  // What is decided is told by the head first: until the agenda has followed, the old one shows no buttons that are gone.
  const isOfOneMoment = head.data && file.data && head.data.version === file.data.version;
  return (
    <CaseFrame
      of={head.data}
      state={state}
      title={file.data ? sessionTitle(file.data) : say('list.title')}
      back={{ href: sessionsHash(), text: say('back') }}
      error={head.error ?? file.error}
      isWaiting={!isOfOneMoment}
    >
      {head.data && file.data && isOfOneMoment && <Loaded of={head.data} file={file.data} state={state} />}
    </CaseFrame>
  );
};
