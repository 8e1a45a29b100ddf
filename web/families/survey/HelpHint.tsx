import { t } from '../language/texts.ts';
import { Link } from '../navigation/Link.tsx';

/** A survey answers nobody: who needs somebody now goes another way. */
export const HelpHint = () => (
  <section class="panel stack no-print" aria-labelledby="survey-help">
    <h2 class="kern-heading-small" id="survey-help">
      {t('survey.help')}
    </h2>
    <p class="kern-body">{t('survey.help-text')}</p>
    <p>
      <Link to="start">{t('survey.help-link')}</Link>
    </p>
  </section>
);
