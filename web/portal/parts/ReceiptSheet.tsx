import { directionOf, pageLanguage } from '../../../domain/languages/language.ts';
import { useLoad } from '../api/use-load.ts';
import { usePortal } from '../app/context.ts';
import { t, word } from '../texts.ts';
import { type ReceiptWord, receiptWords } from './receipt-words.ts';
import { Sheet } from './Sheet.tsx';

/** Where a family opens its mailbox. */
const MAILBOX = '/postfach';

interface Props {
  title: string;
  receipt: string;
  /** The family's language; its paper is in the nearest one that pages exist in. */
  language: string;
  onClose: () => void;
}

/** The receipt code to put into the family's hand, in its own language; the paper says nothing of what it is about. */
export const ReceiptSheet = ({ title, receipt, language, onClose }: Props) => {
  const { county } = usePortal();
  const paper = pageLanguage(language);
  const words = useLoad(`receipt ${paper}`, () => receiptWords(paper));
  const say = (key: ReceiptWord) => words.data?.(key) ?? '';
  return (
    <Sheet
      title={title}
      text={`${t('receipt.once')} ${t('receipt.language', { language: word('language', paper) })}`}
      close={t('receipt.close')}
      onClose={onClose}
    >
      <div class="sheet-paper" lang={paper} dir={directionOf(paper)}>
        <h3 class="sheet-title">{words.data ? say('receipt.code') : t('receipt.done')}</h3>
        <p class="sheet-code" translate={false} dir="ltr">
          {receipt}
        </p>
        <p>{say('receipt.code-text')}</p>
        <p>
          {say('receipt.open')}: <bdi dir="ltr">{`${location.host}${MAILBOX}?lang=${paper}`}</bdi>
        </p>
        <p>{say('receipt.keep')}</p>
        <p>{say('receipt.lost')}</p>
        <p class="sheet-foot">
          <bdi>{county.office.name}</bdi> · <bdi dir="ltr">{county.office.phone}</bdi>
        </p>
      </div>
    </Sheet>
  );
};
