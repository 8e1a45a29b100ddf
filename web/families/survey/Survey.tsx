import { questionnaireOf } from '../../../domain/survey/questionnaires.ts';
import { Progress } from '../../fields/Progress.tsx';
import { Page } from '../frame/Page.tsx';
import { TryAgain } from '../frame/TryAgain.tsx';
import { t } from '../language/texts.ts';
import { useFragment, useScreen } from '../navigation/navigate.ts';
import { EnterLink } from './EnterLink.tsx';
import { linkFrom } from './link.ts';
import { Already, Ended, NotYet, Refused, Thanks, WaitingForNetwork } from './Outcomes.tsx';
import { Questions } from './Questions.tsx';
import { screensOf } from './screens.ts';
import { useSurvey } from './use-survey.ts';
import { Welcome } from './Welcome.tsx';

/** What a family answers through a poster's link, without a name and without a login. */
export const Survey = () => {
  const fragment = useFragment();
  const link = linkFrom(fragment);
  return link ? <Linked key={link} link={link} /> : <EnterLink unknown={fragment !== ''} />;
};

const Linked = ({ link }: { link: string }) => {
  const hand = useSurvey(link);
  const screen = useScreen();
  const { stage, survey } = hand;
  if (stage === 'unknown') return <EnterLink unknown />;
  if (stage === 'waiting') return <WaitingForNetwork hand={hand} link={link} />;
  if (stage === 'failed')
    return (
      <Page key="failed" title={t('failure.network')}>
        <p class="kern-body">{t('failure.network-read')}</p>
        <TryAgain onClick={hand.again} />
      </Page>
    );
  if (!survey || stage === 'loading')
    return (
      <Page key="loading" title={t('survey.title')}>
        <Progress text={t('site.loading')} />
      </Page>
    );
  const questionnaire = questionnaireOf(survey.group, survey.questionnaire);
  const known = { hand, survey, link, questionnaire };
  if (stage === 'sent') return <Thanks {...known} />;
  if (stage === 'already') return <Already {...known} />;
  if (stage === 'ended') return <Ended {...known} />;
  if (stage === 'not-yet') return <NotYet {...known} />;
  if (stage === 'refused') return <Refused {...known} />;
  const screens = screensOf(questionnaire);
  if (screen === 0) return <Welcome {...known} />;
  const at = Math.min(screen, screens.length);
  return <Questions key={at} {...known} screens={screens} at={at} />;
};
