import { usePortal } from '../app/context.ts';
import { t } from '../texts.ts';
import { dateText } from '../time/dates.ts';
import { Sheet } from './Sheet.tsx';

interface Props {
  title: string;
  receipt: string;
  /** By when the family hears from us. */
  answerBy?: string | undefined;
  onClose: () => void;
}

/** The receipt code to put into the family's hand; its paper says nothing of what it is about. */
export const ReceiptSheet = ({ title, receipt, answerBy, onClose }: Props) => {
  const { county } = usePortal();
  return (
    <Sheet title={title} text={t('receipt.once')} close={t('receipt.close')} onClose={onClose}>
      <h3 class="sheet-title">{t('receipt.sheet.title')}</h3>
      <p class="sheet-code" translate={false}>
        {receipt}
      </p>
      <p>{t('receipt.sheet.text')}</p>
      <p>{t('receipt.sheet.where', { site: location.host })}</p>
      {answerBy && <p>{t('receipt.sheet.by', { day: dateText(answerBy) })}</p>}
      <p class="sheet-foot">
        {county.office.name} · {county.office.phone}
      </p>
    </Sheet>
  );
};
