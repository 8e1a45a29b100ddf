import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import type { BudgetSubmission } from '../../../../domain/api/portal.ts';
import { AmendmentsPanel } from '../../amendments/AmendmentsPanel.tsx';
import { AmendsPanel } from '../../amendments/AmendsPanel.tsx';
import { say as sayAmended } from '../../amendments/texts.ts';
import type { ViewProps } from '../../app/area.ts';
import { AnswersInFull } from '../../application/AnswersInFull.tsx';
import { purposeText } from '../../application/purpose-text.ts';
import { Versions } from '../../application/Versions.tsx';
import { CaseFrame } from '../../case/CaseFrame.tsx';
import { Log } from '../../case/Log.tsx';
import { AdvanceForm } from '../../payments/grant/AdvanceForm.tsx';
import { GrantPanel } from '../../payments/grant/GrantPanel.tsx';
import { momentText } from '../../time/dates.ts';
import { applicationHash, applicationsHash } from '../addresses.ts';
import { say } from '../texts.ts';

import { Attachments } from './Attachments.tsx';
import { DecisionBox } from './DecisionBox.tsx';
import { Notes } from './Notes.tsx';
import { Summary } from './Summary.tsx';
import { sentVersions } from './sent-versions.ts';
import { TurnBox } from './TurnBox.tsx';
import { type ApplicationState, useApplication } from './use-application.ts';
import { Way } from './Way.tsx';

const titleOf = ({ provider, purpose, amends }: Pick<BudgetSubmission, 'provider' | 'purpose' | 'amends'>) =>
  [
    provider?.name,
    purpose && purposeText(purpose),
    amends && sayAmended('item', { reason: sayAmended(`reason.${amends.reason}`) }),
  ]
    .filter(Boolean)
    .join(' · ');

interface Props {
  of: BudgetSubmission;
  file: ApplicationFile;
  state: ApplicationState;
}

const Loaded = ({ of, file, state }: Props) => {
  const sent = sentVersions(file)[0];
  return (
    <>
      <p class="portal-lead">
        {say('file.lead', { number: file.fileNumber, year: file.year })}
        {sent && ` · ${say('file.sent', { moment: momentText(sent.at) })}`}
      </p>
      <TurnBox of={of} file={file} state={state} />
      <AmendsPanel file={file} hashOf={applicationHash} />
      <Summary of={of} file={file} />
      <Way of={of} log={state.log.data?.items ?? []} />
      <div class="case-columns">
        <div class="case-main">
          <DecisionBox of={of} file={file} />
          {(of.ended || file.advances?.planned) && !file.amends && (
            <GrantPanel application={of.id} version={of.version} />
          )}
          <AdvanceForm application={of.id} of={file.advances} onDone={state.reload} />
          <AmendmentsPanel file={file} hashOf={applicationHash} />
          <Notes file={file} />
          {file.answers && (
            <AnswersInFull answers={file.answers} kitas={file.kitas} fullWeek={file.fullWeek} />
          )}
          <Versions file={file} versions={sentVersions(file)} />
        </div>
        <div class="case-side">
          <Attachments file={file} />
          <Log log={state.log} form="budget-application" />
        </div>
      </div>
    </>
  );
};

/** An application for the office: whose turn it is, what must be known to decide, what was said, and everything in full. */
export const ApplicationView = ({ params: { id = '' } }: ViewProps) => {
  const state = useApplication(id);
  const { head, file } = state;
  const of = head.data?.form === 'budget-application' ? head.data : undefined;
  return (
    <CaseFrame
      of={of}
      state={state}
      title={of ? titleOf(of) : say('file.title')}
      back={{ href: applicationsHash(), text: say('back') }}
      error={head.error ?? file.error}
      isWaiting={!(of && file.data)}
    >
      {of && file.data && <Loaded of={of} file={file.data} state={state} />}
    </CaseFrame>
  );
};
