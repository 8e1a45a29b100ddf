import { useEffect, useState } from 'preact/hooks';
import { Alert } from '../../fields/Alert.tsx';
import { Button } from '../../fields/Button.tsx';
import { focusHeading } from '../../fields/focus-heading.ts';
import { Progress } from '../../fields/Progress.tsx';
import { useCounty } from '../frame/county.ts';
import { Page } from '../frame/Page.tsx';
import { PhoneLink } from '../frame/PhoneLink.tsx';
import { dayInWords } from '../language/dates.ts';
import { t } from '../language/texts.ts';
import { AnswersList } from './AnswersList.tsx';
import { HelpHint } from './HelpHint.tsx';
import { KeptBox } from './KeptBox.tsx';
import { waitingOf } from './kept.ts';
import type { Known } from './known.ts';
import type { SurveyInHand } from './use-survey.ts';

const hasAnswers = ({ answers }: SurveyInHand) => Object.keys(answers).length > 0;

/** These come by themselves, without anybody having moved: whoever listens hears where they are now. */
const useHeading = () => useEffect(focusHeading, []);

/** Several people share a phone: each answers with a ticket of their own. */
const SomebodyElse = ({ hand, survey: { group } }: Known) => {
  const [failed, setFailed] = useState(false);
  return (
    <section class="stack no-print" aria-labelledby="survey-other">
      <h2 class="kern-heading-small" id="survey-other">
        {t('survey.other')}
      </h2>
      <p class="kern-body">{t(group === 'parents' ? 'survey.other-text' : 'survey.other-area')}</p>
      {failed && <Alert kind="danger" title={t('failure.network')} role="alert" />}
      <div>
        <Button variant="secondary" onClick={() => void hand.asSomebodyElse().catch(() => setFailed(true))}>
          {t(hasAnswers(hand) ? 'survey.other-send' : 'survey.other')}
        </Button>
      </div>
    </section>
  );
};

export const WaitingForNetwork = ({ hand, link }: { hand: SurveyInHand; link: string }) => {
  useHeading();
  const { why = 'network', until } = waitingOf(link) ?? {};
  return (
    <Page key="waiting" title={t('survey.waiting')}>
      <p class="kern-body">{t(why === 'network' ? 'survey.waiting-network' : 'survey.waiting-server')}</p>
      {until && <p class="kern-body">{t('survey.waiting-until', { date: dayInWords(until) })}</p>}
      <div class="choices">
        <Button busy={hand.sending} onClick={() => void hand.sendNow()}>
          {t('survey.send-now')}
        </Button>
        <Button variant="secondary" onClick={hand.change}>
          {t('survey.change')}
        </Button>
      </div>
      <Progress text={hand.sending ? t('survey.sending') : undefined} />
      <HelpHint />
    </Page>
  );
};

export const Thanks = (known: Known) => {
  useHeading();
  return (
    <Page key="sent" title={t('survey.thanks')}>
      <p class="kern-body">
        {t(known.survey.group === 'parents' ? 'survey.thanks-text' : 'survey.thanks-area')}
      </p>
      <SomebodyElse {...known} />
      <HelpHint />
    </Page>
  );
};

export const Already = (known: Known) => {
  useHeading();
  const { hand, link } = known;
  return (
    <Page key="already" title={t('survey.already')}>
      <p class="kern-body">{t('survey.already-text')}</p>
      {hasAnswers(hand) && <p class="kern-body">{t('survey.already-kept')}</p>}
      <SomebodyElse {...known} />
      {hasAnswers(hand) && <KeptBox hand={hand} link={link} />}
      <HelpHint />
    </Page>
  );
};

export const Ended = ({ hand, survey, link, questionnaire }: Known) => {
  useHeading();
  const phone = useCounty()?.office.phone;
  return (
    <Page key="ended" title={t('survey.ended')}>
      <p class="kern-body">{t('survey.ended-text', { date: dayInWords(survey.until) })}</p>
      {hasAnswers(hand) && (
        <>
          <Alert kind="warning" title={t('survey.late')}>
            <p class="kern-body">
              {t(survey.group === 'parents' ? 'survey.late-text' : 'survey.late-area')}{' '}
              {phone && <PhoneLink number={phone} />}
            </p>
          </Alert>
          <AnswersList hand={hand} questionnaire={questionnaire} />
          <div class="no-print">
            <Button variant="secondary" onClick={() => print()}>
              {t('survey.print')}
            </Button>
          </div>
          <KeptBox hand={hand} link={link} />
        </>
      )}
      <HelpHint />
    </Page>
  );
};

export const NotYet = ({ survey: { from } }: Known) => (
  <Page key="not-yet" title={t('survey.not-yet')}>
    <p class="kern-body">{t('survey.not-yet-text', { date: dayInWords(from) })}</p>
    <HelpHint />
  </Page>
);

export const Refused = ({ hand, link, questionnaire }: Known) => {
  useHeading();
  return (
    <Page key="refused" title={t('survey.refused')}>
      <p class="kern-body">{t('survey.refused-text')}</p>
      <AnswersList hand={hand} questionnaire={questionnaire} />
      <KeptBox hand={hand} link={link} />
    </Page>
  );
};
