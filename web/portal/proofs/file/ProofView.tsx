import type { ProofSubmission } from '../../../../domain/api/portal.ts';
import type { ProofFile } from '../../../../domain/api/proof.ts';
import type { ViewProps } from '../../app/area.ts';
import { usePortal } from '../../app/context.ts';
import { purposeText } from '../../application/purpose-text.ts';
import { CaseFrame } from '../../case/CaseFrame.tsx';
import { Log } from '../../case/Log.tsx';
import { DueMark } from '../../lists/DueMark.tsx';
import { turnOf } from '../../lists/turn.ts';
import { Pairs } from '../../parts/Pairs.tsx';
import { word } from '../../texts.ts';
import { dateText } from '../../time/dates.ts';
import { ProofActs } from '../act/ProofActs.tsx';
import { proofsHash } from '../addresses.ts';
import { ProofEditor } from '../edit/ProofEditor.tsx';
import { say } from '../texts.ts';
import { Answers } from './Answers.tsx';
import { ClaimBox, ResultBox } from './ClaimBox.tsx';
import { Notes } from './Notes.tsx';
import { Reconciliation } from './Reconciliation.tsx';
import { type ProofState, useProof } from './use-proof.ts';

interface Props {
  of: ProofSubmission;
  file: ProofFile;
  state: ProofState;
}

/** What was drafted and never filed, while the office decides on the notice itself. */
const isKept = ({ at, saved, sent }: ProofFile) =>
  at !== 'filing' && at !== 'closed' && saved > 0 && sent === 0;

/** Whose turn it is and until when, and what may be done now. */
const Turn = ({ of, file, state }: Props) => {
  const { me } = usePortal();
  const { who } = turnOf(of, me);
  const canAct = of.actions.length > 0;
  // A notice can be withdrawn while its provider has the turn.
  const mine = canAct && !(['filing', 'queries'].includes(of.at) && file.view !== 'own');
  const task = word('task', of.at);
  return (
    <section
      class={`turn ${mine ? 'turn--mine' : ''} ${of.ended ? 'turn--ended' : ''}`}
      aria-labelledby="turn"
    >
      <h2 class="portal-h2" id="turn">
        {of.ended ? say('turn.ended') : mine ? say('turn.mine', { task }) : say('turn.others', { who, task })}
      </h2>
      {!of.ended && (
        <p class="turn-due">
          <DueMark item={of} />
        </p>
      )}
      <Pairs
        pairs={[
          [say('fileBy'), of.at === 'filing' && dateText(file.fileBy)],
          [say('answerBy'), file.answerBy && dateText(file.answerBy)],
        ]}
      />
      {file.view === 'own' && isKept(file) && <p class="kern-body">{say('draft.kept')}</p>}
      {of.barred.length > 0 && <p class="kern-body">{say('barred')}</p>}
      {canAct && <ProofActs of={of} file={file} state={state} />}
    </section>
  );
};

/** Which Kitas have left the grant, and what that means for its proof. */
const Left = ({ file: { closedOn, left } }: Pick<Props, 'file'>) => {
  if (left.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="left">
      <h2 class="portal-h2" id="left">
        {say('left.title')}
      </h2>
      <ul class="kern-list kern-list--bullet">
        {left.map(({ kita, on }) => (
          <li key={kita.id}>{say('left.kita', { kita: kita.name, day: dateText(on) })}</li>
        ))}
      </ul>
      <p class="kern-body">
        {closedOn ? say('left.closed', { day: dateText(closedOn) }) : say('left.others')}
      </p>
    </section>
  );
};

const Loaded = ({ of, file, state }: Props) => {
  const { hashOf } = usePortal();
  const isEditing = file.view === 'own' && (of.at === 'filing' || of.at === 'queries');
  return (
    <>
      <p class="portal-lead">
        {say('lead', { number: file.fileNumber, year: String(file.year) })}
        {' · '}
        <a
          class="kern-link kern-link--no-visited-state"
          href={hashOf({ id: file.application, form: 'budget-application' })}
        >
          {say('grant')}
        </a>
      </p>
      <Turn of={of} file={file} state={state} />
      <Left file={file} />
      <ResultBox file={file} />
      <ClaimBox file={file} />
      <Reconciliation file={file} />
      <Notes file={file} />
      {isEditing && <ProofEditor key={`${of.version}`} file={file} state={state} />}
      {!isEditing && file.answers && <Answers file={file} answers={file.answers} />}
      <Log log={state.log} form="proof-of-use" />
    </>
  );
};

const titleOf = ({ provider, purpose }: Pick<ProofSubmission, 'provider' | 'purpose'>) =>
  [say('title'), provider?.name, purpose && purposeText(purpose)].filter(Boolean).join(' · ');

/** A proof of use: the form for its provider, the check with the reconciliation for the office. */
export const ProofView = ({ params: { id = '' } }: ViewProps) => {
  const state = useProof(id);
  const { head, file } = state;
  const of = head.data?.form === 'proof-of-use' ? head.data : undefined;
  return (
    <CaseFrame
      of={of}
      state={state}
      title={of ? titleOf(of) : say('title')}
      back={{ href: proofsHash(of?.year), text: say('back') }}
      error={head.error ?? file.error}
      isWaiting={!(of && file.data)}
    >
      {of && file.data && <Loaded of={of} file={file.data} state={state} />}
    </CaseFrame>
  );
};
