import { t } from '../language/texts.ts';
import { Link } from '../navigation/Link.tsx';
import { Page } from './Page.tsx';

export const Missing = () => (
  <Page title={t('missing.title')}>
    <p class="kern-body">{t('missing.text')}</p>
    <p>
      <Link to="start" button="primary">
        {t('site.home')}
      </Link>
    </p>
  </Page>
);
