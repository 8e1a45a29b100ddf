import { useState } from 'preact/hooks';
import { Button } from '../../fields/Button.tsx';
import { ConfirmDialog } from '../../fields/ConfirmDialog.tsx';
import { newReceipt, withdrawal } from '../api/families.ts';
import { uuidV7 } from '../device/uuid.ts';
import { t } from '../language/texts.ts';
import { CodeBox } from '../receipt/CodeBox.tsx';
import type { Act } from './use-mailbox.ts';

interface Props {
  code: string;
  mayWithdraw: boolean;
  act: Act;
  onCode: (code: string) => void;
}

/** What cannot be taken back: each asks first. */
export const MailboxActions = ({ code, mayWithdraw, act, onCode }: Props) => {
  const [asking, ask] = useState<'withdraw' | 'replace'>();
  const [fresh, setFresh] = useState<string>();
  const withdraw = () => {
    ask(undefined);
    void act(() => withdrawal(code), t('withdraw.done'));
  };
  const replace = () => {
    ask(undefined);
    // Made once: whoever tries again after a lost answer gets the same code.
    const id = uuidV7();
    void act(async () => {
      const { receipt } = await newReceipt(code, id);
      setFresh(receipt);
      onCode(receipt);
      return undefined;
    });
  };
  return (
    <section class="stack" aria-labelledby="more">
      <h2 class="kern-heading-medium" id="more">
        {t('mailbox.more')}
      </h2>
      <div role="status">
        {fresh && (
          <div class="panel stack">
            <h3 class="kern-heading-small">{t('replace.done')}</h3>
            <CodeBox code={fresh} />
            <p class="kern-body kern-body--bold">{t('receipt.keep')}</p>
          </div>
        )}
      </div>
      <div class="choices">
        <Button variant="secondary" onClick={() => ask('replace')}>
          {t('replace.open')}
        </Button>
        {mayWithdraw && (
          <Button variant="secondary" onClick={() => ask('withdraw')}>
            {t('withdraw.open')}
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={asking === 'withdraw'}
        title={t('withdraw.title')}
        confirm={t('withdraw.confirm')}
        cancel={t('site.cancel')}
        onCancel={() => ask(undefined)}
        onConfirm={withdraw}
      >
        <p class="kern-body">{t('withdraw.text')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'replace'}
        title={t('replace.title')}
        confirm={t('replace.confirm')}
        cancel={t('site.cancel')}
        onCancel={() => ask(undefined)}
        onConfirm={replace}
      >
        <p class="kern-body">{t('replace.text')}</p>
      </ConfirmDialog>
    </section>
  );
};
