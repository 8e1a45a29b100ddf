import { t } from '../language/texts.ts';
import { NumberList } from './NumberList.tsx';

/** The numbers that are answered now: writing is one way, and not the fastest. */
export const TalkNow = () => (
  <section class="stack" aria-labelledby="now">
    <h3 class="kern-heading-small" id="now">
      {t('responsible.now')}
    </h3>
    <p class="kern-body">{t('responsible.now-text')}</p>
    <NumberList />
  </section>
);
