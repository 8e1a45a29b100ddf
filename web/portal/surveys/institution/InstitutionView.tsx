import type { SubmissionAnswer } from '../../../../domain/api/portal.ts';
import type { InstitutionFile } from '../../../../domain/api/survey-rounds.ts';
import {
  type InstitutionForm,
  institutionOf,
} from '../../../../domain/forms/institution-survey/particulars.ts';
import type { Questionnaire } from '../../../../domain/survey/questionnaire.ts';
import { questionnaireOf } from '../../../../domain/survey/questionnaires.ts';
import { now } from '../../api/now.ts';
import type { ViewProps } from '../../app/area.ts';
import { usePortal } from '../../app/context.ts';
import { CaseFrame } from '../../case/CaseFrame.tsx';
import { Log } from '../../case/Log.tsx';
import { DueMark } from '../../lists/DueMark.tsx';
import { turnOf } from '../../lists/turn.ts';
import { word } from '../../texts.ts';
import { dateOf, dateText, dayText } from '../../time/dates.ts';
import { roundHash, surveysHash } from '../addresses.ts';
import { questionText } from '../questions/question-words.ts';
import { say } from '../texts.ts';
import { CheckActs } from './CheckActs.tsx';
import { InstitutionEditor } from './InstitutionEditor.tsx';
import { SentAnswers } from './SentAnswers.tsx';
import { type InstitutionState, useInstitution } from './use-institution.ts';

interface Props {
  of: SubmissionAnswer;
  file: InstitutionFile;
  questionnaire: Questionnaire;
  state: InstitutionState;
}

/** The questions that were returned last, each with its reason. */
const Returned = ({ file }: { file: InstitutionFile }) => {
  const [last] = file.returns;
  if (!last || file.at !== 'corrections') return null;
  return (
    <section class="panel" aria-labelledby="returned">
      <h2 class="portal-h2" id="returned">
        {say('inst.returned.title')}{' '}
        <span class="data-note">
          {say('inst.returned.by', { name: last.byName ?? '–', day: dayText(last.at) })}
        </span>
      </h2>
      <ul class="kern-list kern-list--bullet">
        {last.fields.map(({ path, reason }) => (
          <li key={path}>{say('inst.returned.field', { question: questionText(path), reason })}</li>
        ))}
      </ul>
    </section>
  );
};

const headingOf = ({ of, file }: Pick<Props, 'of' | 'file'>, who: string): string => {
  if (file.at === 'accepted') return say('inst.accepted');
  if (file.at === 'missed') return say('inst.missed');
  const task = word('task', file.at);
  return of.actions.length > 0 ? say('inst.mine', { task }) : say('inst.others', { who, task });
};

const Loaded = (props: Props) => {
  const { of, file, questionnaire, state } = props;
  const { me } = usePortal();
  const isOver = file.at === 'fill' && dateOf(now()) > file.until;
  const isEditing = file.view === 'own' && !isOver && (file.at === 'fill' || file.at === 'corrections');
  return (
    <>
      <p class="portal-lead">
        {say('inst.lead', { name: file.unit.name, year: String(file.year), day: dateText(file.until) })}
      </p>
      <section
        class={`turn ${of.actions.length > 0 ? 'turn--mine' : ''} ${of.ended ? 'turn--ended' : ''}`}
        aria-labelledby="turn"
      >
        <h2 class="portal-h2" id="turn">
          {headingOf(props, turnOf(of, me).who)}
        </h2>
        {/* While it is filled in, its date is that of the reminder: the last day stands above. */}
        {!of.ended && file.at !== 'fill' && (
          <p class="turn-due">
            <DueMark item={of} />
          </p>
        )}
        {isOver && <p class="kern-body">{say('inst.ended')}</p>}
        {of.actions.includes('accept-answers') && (
          <CheckActs of={of} questionnaire={questionnaire} state={state} />
        )}
      </section>
      <Returned file={file} />
      {isEditing ? (
        <InstitutionEditor key={of.version} file={file} questionnaire={questionnaire} state={state} />
      ) : (
        <SentAnswers file={file} questionnaire={questionnaire} />
      )}
      <Log log={state.log} form={file.form} />
    </>
  );
};

const InstitutionView = ({ form, id }: { form: InstitutionForm; id: string }) => {
  const state = useInstitution(form, id);
  const { head, file } = state;
  const of = head.data?.form === form ? head.data : undefined;
  const isOffice = file.data?.view === 'office';
  return (
    <CaseFrame
      of={of}
      state={state}
      title={say(`inst.title.${form}`)}
      back={
        isOffice && file.data
          ? { href: roundHash(file.data.round), text: say('inst.back.round') }
          : { href: surveysHash(), text: say('inst.back') }
      }
      error={head.error ?? file.error}
      isWaiting={!(of && file.data)}
    >
      {of && file.data && (
        <Loaded
          of={of}
          file={file.data}
          state={state}
          questionnaire={questionnaireOf(institutionOf[form].group, file.data.questionnaire)}
        />
      )}
    </CaseFrame>
  );
};

/** What a Kita's team answers: the form for the Kita, the check for the coordinator. */
export const KitaSurveyView = ({ params: { id = '' } }: ViewProps) => (
  <InstitutionView form="kita-survey" id={id} />
);

/** What a provider answers. */
export const ProviderSurveyView = ({ params: { id = '' } }: ViewProps) => (
  <InstitutionView form="provider-survey" id={id} />
);
