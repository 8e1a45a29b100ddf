import { useState } from 'preact/hooks';
import { Button } from '../../fields/Button.tsx';
import { ConfirmDialog } from '../../fields/ConfirmDialog.tsx';
import { t } from '../language/texts.ts';
import { goToScreen } from '../navigation/navigate.ts';
import { isDraftKept } from './kept.ts';
import type { SurveyInHand } from './use-survey.ts';

/** That answers lie on this device, which others may use too, and the way to throw them away. */
export const KeptBox = ({ hand, link }: { hand: SurveyInHand; link: string }) => {
  const [asking, ask] = useState(false);
  const isEmpty = Object.keys(hand.answers).length === 0;
  return (
    <section class="panel stack no-print" aria-labelledby="survey-kept">
      <h2 class="kern-heading-small" id="survey-kept">
        {t('survey.kept')}
      </h2>
      <p class="kern-body">{t(isEmpty || isDraftKept(link) ? 'survey.kept-text' : 'survey.kept-not')}</p>
      <div>
        <Button variant="secondary" onClick={() => ask(true)}>
          {t('survey.drop')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('survey.drop-ask')}
        confirm={t('survey.drop')}
        cancel={t('site.cancel')}
        onCancel={() => ask(false)}
        onConfirm={() => {
          ask(false);
          hand.drop();
          goToScreen(0, { replace: true });
        }}
      >
        <p class="kern-body">{t('survey.drop-text')}</p>
      </ConfirmDialog>
    </section>
  );
};
