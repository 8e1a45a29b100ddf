import type { ContactSubmission, SubmissionAnswer } from '../../../domain/api/portal.ts';
import { isMissing } from '../api/failures.ts';
import type { ViewProps } from '../app/area.ts';
import { casesHash } from '../contact-requests/addresses.ts';
import { t, word } from '../texts.ts';
import { momentText } from '../time/dates.ts';
import { CaseFrame } from './CaseFrame.tsx';
import { Content } from './Content.tsx';
import { Facts } from './Facts.tsx';
import { Log } from './Log.tsx';
import { Stations } from './Stations.tsx';
import { TurnPanel } from './TurnPanel.tsx';
import { Unsent } from './Unsent.tsx';
import { type CaseState, useCase } from './use-case.ts';

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
  const { data, error } = state.head;
  return (
    <>
      <CaseFrame
        of={data}
        state={state}
        title={nameOf(data)}
        back={{ href: casesHash(), text: t('case.back') }}
        error={error}
        isWaiting={!data}
      >
        {data?.form === 'contact-request' && <Loaded of={data} state={state} />}
      </CaseFrame>
      {isMissing(error) && <Unsent id={id} />}
    </>
  );
};
