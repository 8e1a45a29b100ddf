import { Finder } from '../finder/Finder.tsx';
import { useCounty } from '../frame/county.ts';
import { Page } from '../frame/Page.tsx';
import { t } from '../language/texts.ts';
import { Link } from '../navigation/Link.tsx';

/** Who we are, who is there for which Kita, and the way back into a mailbox. */
export const Start = () => {
  const county = useCounty();
  return (
    <Page title={t('start.title')}>
      <p class="kern-body kern-body--large">{county?.welcome ?? ' '}</p>
      <section class="panel stack" aria-labelledby="finder">
        <h2 class="kern-heading-medium" id="finder">
          {t('finder.title')}
        </h2>
        <Finder />
      </section>
      <section class="stack" aria-labelledby="what">
        <h2 class="kern-heading-medium" id="what">
          {t('start.what')}
        </h2>
        <p class="kern-body">{t('start.what-text')}</p>
        <div class="columns">
          <div>
            <h3 class="kern-heading-small">{t('start.free')}</h3>
            <p class="kern-body">{t('start.free-text')}</p>
          </div>
          <div>
            <h3 class="kern-heading-small">{t('start.confidential')}</h3>
            <p class="kern-body">{t('start.confidential-text')}</p>
          </div>
        </div>
      </section>
      <section class="stack" aria-labelledby="again">
        <h2 class="kern-heading-medium" id="again">
          {t('start.mailbox')}
        </h2>
        <p class="kern-body">{t('start.mailbox-text')}</p>
        <p>
          <Link to="mailbox" button="secondary">
            {t('start.mailbox-open')}
          </Link>
        </p>
      </section>
    </Page>
  );
};
