import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import type { BudgetSubmission } from '../../../../domain/api/portal.ts';
import { Alert } from '../../../fields/Alert.tsx';
import { Button } from '../../../fields/Button.tsx';
import { Progress } from '../../../fields/Progress.tsx';
import { AmendmentsPanel } from '../../amendments/AmendmentsPanel.tsx';
import { AmendsPanel } from '../../amendments/AmendsPanel.tsx';
import { say as sayAmended } from '../../amendments/texts.ts';
import { isMissing } from '../../api/failures.ts';
import type { ViewProps } from '../../app/area.ts';
import { useTitle } from '../../app/use-title.ts';
import { AnswersInFull } from '../../application/AnswersInFull.tsx';
import { purposeText } from '../../application/purpose-text.ts';
import { Versions } from '../../application/Versions.tsx';
import { Log } from '../../case/Log.tsx';
import type { Notice } from '../../case/use-case.ts';
import { Failure } from '../../parts/Failure.tsx';
import { GrantPanel } from '../../payments/grant/GrantPanel.tsx';
import { t } from '../../texts.ts';
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

/** What was just done or refused; takes the focus, for the form that did it may be gone. */
const Said = ({ notice }: { notice: Notice | undefined }) => {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (notice) box.current?.focus();
  }, [notice]);
  return (
    <div class="case-said" ref={box} tabIndex={-1}>
      {notice && (
        <Alert kind={notice.kind} title={notice.title} role="status">
          {notice.text && <p class="kern-body">{notice.text}</p>}
        </Alert>
      )}
    </div>
  );
};

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
          {of.ended && !file.amends && <GrantPanel application={of.id} version={of.version} />}
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
  const error = head.error ?? file.error;
  const gone = isMissing(error);
  const of = head.data?.form === 'budget-application' ? head.data : undefined;
  const title = gone ? t('failure.missing.title') : of ? titleOf(of) : say('file.title');
  useTitle(title);
  return (
    <>
      <nav class="case-nav" aria-label={t('app.back')}>
        <a class="kern-link kern-link--no-visited-state" href={applicationsHash()}>
          ‹ {say('back')}
        </a>
        {of && (
          <Button variant="tertiary" busy={head.loading} onClick={state.reload}>
            {t('case.reload')}
          </Button>
        )}
      </nav>
      <Said notice={state.notice} />
      <h1 class="portal-h1">{title}</h1>
      <Progress text={!error && !(of && file.data) ? t('app.loading') : undefined} />
      {gone ? (
        <p class="kern-body panel">{t('failure.missing.text')}</p>
      ) : (
        <Failure error={error} onRetry={state.reload} />
      )}
      {of && file.data && !gone && <Loaded of={of} file={file.data} state={state} />}
    </>
  );
};
