import type { LogAnswer } from '../../../../domain/api/portal.ts';
import { AmendmentsPanel } from '../../amendments/AmendmentsPanel.tsx';
import { AmendsPanel } from '../../amendments/AmendsPanel.tsx';
import { type Loaded, useLoad } from '../../api/use-load.ts';
import { usePortal } from '../../app/context.ts';
import { AnswersInFull } from '../../application/AnswersInFull.tsx';
import { Versions } from '../../application/Versions.tsx';
import { Log } from '../../case/Log.tsx';
import { GrantPanel } from '../../payments/grant/GrantPanel.tsx';
import { applicationHash } from '../addresses.ts';
import { say } from '../texts.ts';
import type { Opened } from '../use-file.ts';
import { Clock } from './Clock.tsx';
import { Cosigned } from './Cosigned.tsx';
import { Facts } from './Facts.tsx';
import { FilePanel } from './FilePanel.tsx';
import { NoticePanel } from './NoticePanel.tsx';
import { Phases } from './Phases.tsx';
import { sentVersions } from './sent-versions.ts';
import { Talk } from './Talk.tsx';
import { TurnPanel } from './TurnPanel.tsx';
import { Withdraw } from './Withdraw.tsx';

/** The office's steps are its own: here it is told what happened, not between which of them. */
const withoutSteps = (log: Loaded<LogAnswer>): Loaded<LogAnswer> => {
  const items = log.data?.items.map(({ from: _from, to: _to, ...item }) => item);
  return log.data && items ? { ...log, data: { ...log.data, items } } : log;
};

interface Props extends Opened {
  onDone: (said: string) => void;
}

/** One's own application after it was sent: where it stands, what was said, what was decided, and everything in full. */
export const OwnFile = ({ of, file, onDone }: Props) => {
  const { call } = usePortal();
  const log = useLoad(`log ${of.id} ${of.version}`, () =>
    call('GET /api/submissions/{id}/log', { id: of.id }),
  );
  const items = log.data?.items ?? [];
  return (
    <>
      <TurnPanel of={of} file={file} onDone={onDone} />
      <Phases of={of} log={items} />
      <div class="case-columns">
        <div class="case-main">
          <AmendsPanel file={file} hashOf={applicationHash} />
          <NoticePanel of={of} file={file} />
          {(of.ended || file.advances?.planned) && !file.amends && (
            <GrantPanel application={of.id} version={of.version} />
          )}
          <AmendmentsPanel file={file} hashOf={applicationHash} />
          <Talk file={file} />
          <FilePanel file={file} />
          <Versions file={file} versions={sentVersions(items)} />
          {file.answers && (
            <details class="panel answers-fold">
              <summary>{say('answers.open')}</summary>
              <AnswersInFull answers={file.answers} kitas={file.kitas} fullWeek={file.fullWeek} />
            </details>
          )}
          <Withdraw of={of} onDone={onDone} />
        </div>
        <div class="case-side">
          <Facts of={of} file={file} log={items} />
          <Clock of={of} />
          <Cosigned file={file} />
          <Log log={withoutSteps(log)} form="budget-application" />
        </div>
      </div>
    </>
  );
};
