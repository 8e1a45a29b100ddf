import { useState } from 'preact/hooks';
import { Alert } from '../../fields/Alert.tsx';
import { Button } from '../../fields/Button.tsx';
import { useCounty } from '../frame/county.ts';
import { Page } from '../frame/Page.tsx';
import { dayInWords } from '../language/dates.ts';
import { t } from '../language/texts.ts';
import { forgetCode } from '../mailbox/code.ts';
import { Link } from '../navigation/Link.tsx';
import { go } from '../navigation/navigate.ts';
import type { Sent } from '../request/send.ts';
import { CodeBox } from './CodeBox.tsx';
import { forgetReceipt, keptReceipt } from './receipt.ts';

/** After sending: the code, what it is for, and what happens next. */
export const Receipt = () => {
  const [sent] = useState(keptReceipt);
  if (!sent) {
    return (
      <Page title={t('receipt.gone')}>
        <p class="kern-body">{t('receipt.gone-text')}</p>
        <p>
          <Link to="mailbox" button="primary">
            {t('receipt.open')}
          </Link>
        </p>
      </Page>
    );
  }
  return (
    <Page title={t('receipt.title')}>
      {sent.earlier && (
        <Alert kind="warning" title={t('receipt.earlier')}>
          <p class="kern-body">{t('receipt.earlier-text')}</p>
        </Alert>
      )}
      <section class="panel stack" aria-labelledby="code">
        <h2 class="kern-heading-medium" id="code">
          {t('receipt.code')}
        </h2>
        <CodeBox code={sent.receipt} />
        <p class="kern-body">{t('receipt.code-text')}</p>
        <p class="kern-body kern-body--bold">{t('receipt.keep')}</p>
        <p class="kern-body">{t('receipt.lost')}</p>
      </section>
      <Next sent={sent} />
      <div class="choices no-print">
        <Link to="mailbox" button="primary">
          {t('receipt.open')}
        </Link>
        <Button
          variant="secondary"
          onClick={() => {
            forgetReceipt();
            forgetCode();
            go('start', { replace: true });
          }}
        >
          {t('receipt.finish')}
        </Button>
      </div>
    </Page>
  );
};

const Next = ({ sent: { answerBy } }: { sent: Sent }) => {
  const county = useCounty();
  return (
    <section class="stack" aria-labelledby="next">
      <h2 class="kern-heading-medium" id="next">
        {t('receipt.next')}
      </h2>
      <ol class="kern-list kern-list--number">
        <li>{t('receipt.next-read', { date: dayInWords(answerBy) })}</li>
        <li>{t('receipt.next-reply')}</li>
        <li>{t('receipt.next-delete', { months: county?.retentionMonths ?? 6 })}</li>
      </ol>
    </section>
  );
};
