import { Button } from '../../fields/Button.tsx';
import { Page } from '../frame/Page.tsx';
import { t } from '../language/texts.ts';
import { go } from '../navigation/navigate.ts';
import { changeDraft } from '../request/draft.ts';

/** The first question. A "yes" is neither stored nor sent; a "no" only opens the form of this tab. */
export const Danger = () => (
  <Page title={t('danger.title')}>
    <p class="kern-body kern-body--large">{t('danger.text')}</p>
    <p class="kern-body">{t('danger.nothing-kept')}</p>
    <div class="choices">
      <Button variant="secondary" onClick={() => go('emergency')}>
        {t('danger.yes')}
      </Button>
      <Button
        variant="secondary"
        onClick={() => {
          changeDraft({ asked: true });
          go('form');
        }}
      >
        {t('danger.no')}
      </Button>
    </div>
  </Page>
);
