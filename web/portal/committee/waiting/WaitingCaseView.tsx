import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import type { BudgetSubmission } from '../../../../domain/api/portal.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { Progress } from '../../../fields/Progress.tsx';
import { isMissing } from '../../api/failures.ts';
import { useLoad } from '../../api/use-load.ts';
import type { ViewProps } from '../../app/area.ts';
import { usePortal } from '../../app/context.ts';
import { useTitle } from '../../app/use-title.ts';
import { purposeText } from '../../application/purpose-text.ts';
import { LoadFailure } from '../../parts/LoadFailure.tsx';
import { Pairs } from '../../parts/Pairs.tsx';
import { t, word } from '../../texts.ts';
import { dateRange } from '../../time/dates.ts';
import { sessionHash, sessionsHash } from '../addresses.ts';
import { say } from '../texts.ts';
import { GiveBack } from './GiveBack.tsx';

interface Props {
  of: BudgetSubmission;
  file: ApplicationFile;
}

/** Where the case is with the committee: waiting, in a session, or gone. */
const Where = ({ of, file }: Props) => {
  if (of.at !== 'committee')
    return <p class="kern-body">{say('waiting.elsewhere', { step: word('step', of.at) })}</p>;
  return (
    <>
      <p class="kern-body">{say(file.session ? 'waiting.in-session' : 'waiting.text')}</p>
      <div class="actions">
        <a class="kern-link" href={file.session ? sessionHash(file.session) : sessionsHash()}>
          {say('waiting.sessions')}
        </a>
        {of.actions.includes('give-back') && <GiveBack of={of} />}
      </div>
    </>
  );
};

const Facts = ({ of, file }: Props) => {
  const { answers, decision, kitas } = file;
  const { from, to } = answers?.period ?? {};
  return (
    <section class="panel" aria-labelledby="facts">
      <h2 class="portal-h2" id="facts">
        {t('facts.title')}
      </h2>
      <Pairs
        pairs={[
          [say('facts.provider'), file.provider.name],
          [say('facts.purpose'), file.purpose && purposeText(file.purpose)],
          [say('facts.period'), from && to && dateRange(from, to)],
          [say('waiting.kitas'), kitas.map(({ name }) => name).join(', ')],
          [say('facts.applied'), of.applied !== undefined && formatEuros(of.applied)],
          [
            say('facts.proposed'),
            decision && say(`facts.proposed.${decision.kind}`, { sum: formatEuros(decision.amount) }),
          ],
          [say('facts.number'), file.fileNumber],
        ]}
      />
    </section>
  );
};

/** What the committee's office sees of a case: a paper without persons, and where it waits. */
export const WaitingCaseView = ({ params: { id = '' } }: ViewProps) => {
  const { call } = usePortal();
  const head = useLoad(`case ${id}`, () => call('GET /api/submissions/{id}', { id }));
  const file = useLoad(`file ${id}`, () => call('GET /api/budget-applications/{id}', { id }));
  const error = head.error ?? file.error;
  const gone = isMissing(error);
  const title = gone ? t('failure.missing.title') : say('waiting.title');
  useTitle(title);
  const of = head.data?.form === 'budget-application' ? head.data : undefined;
  return (
    <>
      <h1 class="portal-h1">{title}</h1>
      <Progress text={!error && !(of && file.data) ? t('app.loading') : undefined} />
      <LoadFailure error={error} />
      {of && file.data && !gone && (
        <>
          <p class="portal-lead">
            {say('waiting.lead', { number: file.data.fileNumber, year: String(file.data.year) })}
          </p>
          <section class="turn">
            <Where of={of} file={file.data} />
          </section>
          <Facts of={of} file={file.data} />
        </>
      )}
    </>
  );
};
