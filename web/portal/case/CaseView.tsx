import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ContactSubmission, SubmissionAnswer } from '../../../domain/api/portal.ts';
import { Alert } from '../../fields/Alert.tsx';
import { Button } from '../../fields/Button.tsx';
import { Progress } from '../../fields/Progress.tsx';
import { isMissing } from '../api/failures.ts';
import type { ViewProps } from '../app/area.ts';
import { useTitle } from '../app/use-title.ts';
import { casesHash } from '../contact-requests/addresses.ts';
import { Failure } from '../parts/Failure.tsx';
import { t, word } from '../texts.ts';
import { momentText } from '../time/dates.ts';
import { Content } from './Content.tsx';
import { Facts } from './Facts.tsx';
import { Log } from './Log.tsx';
import { Stations } from './Stations.tsx';
import { TurnPanel } from './TurnPanel.tsx';
import { Unsent } from './Unsent.tsx';
import { type CaseState, type Notice, useCase } from './use-case.ts';

const Badges = ({ of }: { of: ContactSubmission }) => {
  const words = [
    of.blocked && t('case.blocked'),
    of.held && t('case.held'),
    of.consentAsked && t('case.consent-asked'),
  ].filter((one) => one !== false);
  if (words.length === 0) return null;
  return (
    <ul class="badges">
      {words.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
};

/** What was just done or refused; takes the focus, for the button that did it may be gone. */
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

const nameOf = (of: SubmissionAnswer | undefined) =>
  t('list.name', {
    form: word('form', of?.form ?? 'contact-request'),
    number: of?.number ?? '',
  }).trim();

const Loaded = ({ of, state }: { of: ContactSubmission; state: CaseState }) => (
  <>
    <p class="portal-lead">
      {[of.kita?.name, of.municipality?.name].filter(Boolean).join(', ') || t('list.place.none')}
      {' · '}
      {t('case.received', { moment: momentText(of.createdAt) })}
    </p>
    <Badges of={of} />
    <TurnPanel of={of} state={state} />
    <Stations of={of} log={state.log.data?.items ?? []} />
    <div class="case-columns">
      <div class="case-main">
        <Content of={of} state={state} />
        {(of.ended || of.content === 'none') && <Unsent id={of.id} />}
      </div>
      <div class="case-side">
        <Facts of={of} />
        <Log log={state.log} form={of.form} />
      </div>
    </div>
  </>
);

/** One case: whose turn it is, what may be done, and for the one to whom it is entrusted, what the family wrote. */
export const CaseView = ({ params: { id = '' } }: ViewProps) => {
  const state = useCase(id);
  const { data, error, loading } = state.head;
  const gone = isMissing(error);
  const title = gone ? t('failure.missing.title') : nameOf(data);
  useTitle(title);
  return (
    <>
      <nav class="case-nav" aria-label={t('app.back')}>
        <a class="kern-link kern-link--no-visited-state" href={casesHash()}>
          ‹ {t('case.back')}
        </a>
        {data && (
          <Button variant="tertiary" busy={loading} onClick={state.reload}>
            {t('case.reload')}
          </Button>
        )}
      </nav>
      <Said notice={state.notice} />
      <h1 class="portal-h1">{title}</h1>
      <Progress text={loading && !data ? t('app.loading') : undefined} />
      {gone ? (
        <>
          <p class="kern-body panel">{t('failure.missing.text')}</p>
          <Unsent id={id} />
        </>
      ) : (
        <Failure error={error} onRetry={state.reload} />
      )}
      {data?.form === 'contact-request' && !gone && <Loaded of={data} state={state} />}
    </>
  );
};
