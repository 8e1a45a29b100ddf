import { useState } from 'preact/hooks';
import { Button } from '../../fields/Button.tsx';
import { usePortal } from '../app/context.ts';
import { useTitle } from '../app/use-title.ts';
import { caseHash } from '../contact-requests/addresses.ts';
import { ReceiptSheet } from '../parts/ReceiptSheet.tsx';
import { t } from '../texts.ts';
import { type Recorded, SpokenForm } from './SpokenForm.tsx';

const Done = ({ of, onAnother }: { of: Recorded; onAnother: () => void }) => {
  const { go } = usePortal();
  const [handedOver, setHandedOver] = useState(false);
  return (
    <>
      {!handedOver && (
        <ReceiptSheet
          title={t('spoken.code')}
          receipt={of.receipt}
          language={of.language}
          onClose={() => setHandedOver(true)}
        />
      )}
      <div class="actions">
        <Button variant={handedOver ? 'primary' : 'secondary'} onClick={() => go(caseHash(of.id))}>
          {t('spoken.open')}
        </Button>
        <Button variant="secondary" onClick={onAnother}>
          {t('spoken.another')}
        </Button>
      </div>
    </>
  );
};

/** Records a request that was made in conversation, without names, and gives a receipt code to hand over. */
export const SpokenView = () => {
  const [done, setDone] = useState<Recorded>();
  const title = t(done ? 'spoken.done' : 'spoken.title');
  useTitle(title);
  return (
    <div class="portal-narrow">
      <h1 class="portal-h1">{title}</h1>
      {done ? (
        <Done of={done} onAnother={() => setDone(undefined)} />
      ) : (
        <>
          <p class="portal-lead">{t('spoken.intro')}</p>
          <SpokenForm onDone={setDone} />
        </>
      )}
    </div>
  );
};
