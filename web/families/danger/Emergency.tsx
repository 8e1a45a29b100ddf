import { Page } from '../frame/Page.tsx';
import { t } from '../language/texts.ts';
import { Link } from '../navigation/Link.tsx';
import { NumberList } from './NumberList.tsx';

export const Emergency = () => (
  <Page title={t('emergency.title')}>
    <p class="kern-body kern-body--large">{t('emergency.text')}</p>
    <NumberList big />
    <p class="kern-body">{t('emergency.nothing-kept')}</p>
    <p>
      <Link to="danger">{t('emergency.back')}</Link>
    </p>
  </Page>
);
