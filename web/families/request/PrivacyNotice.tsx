import { useCounty } from '../frame/county.ts';
import { t } from '../language/texts.ts';
import { Link } from '../navigation/Link.tsx';

/** Art. 13 GDPR: shown before sending. No box to tick, because consent is not what this rests on. */
export const PrivacyNotice = () => (
  <section class="panel stack" aria-labelledby="notice">
    <h2 class="kern-heading-small" id="notice">
      {t('notice.title')}
    </h2>
    <p class="kern-body">{t('notice.short', { months: useCounty()?.retentionMonths ?? 6 })}</p>
    <p>
      <Link to="privacy">{t('notice.more')}</Link>
    </p>
  </section>
);
