import { Button } from '../../fields/Button.tsx';
import { consent } from '../api/families.ts';
import { t } from '../language/texts.ts';
import type { Act } from './use-mailbox.ts';

/** § 65 SGB VIII: a new responsible person reads what was written before only if the family agrees. */
export const ConsentQuestion = ({ code, name, act }: { code: string; name: string; act: Act }) => (
  <section class="panel question stack" aria-labelledby="consent">
    <h2 class="kern-heading-small" id="consent">
      {t('consent.title', { name })}
    </h2>
    <p class="kern-body">{t('consent.text', { name })}</p>
    <div class="choices">
      <Button
        variant="secondary"
        onClick={() => void act(() => consent(code, name, true), t('consent.done-yes'))}
      >
        {t('consent.yes')}
      </Button>
      <Button
        variant="secondary"
        onClick={() => void act(() => consent(code, name, false), t('consent.done-no'))}
      >
        {t('consent.no')}
      </Button>
    </div>
  </section>
);
