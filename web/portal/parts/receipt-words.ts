import type { Language } from '../../../domain/languages/language.ts';
import { say, speak } from '../../languages/messages.ts';

export type ReceiptWord =
  | 'receipt.code'
  | 'receipt.code-text'
  | 'receipt.keep'
  | 'receipt.lost'
  | 'receipt.open';

/** The families' own words about their code, loaded when a sheet is shown; the portal itself speaks German only. */
export const receiptWords = async (language: Language): Promise<(key: ReceiptWord) => string> => {
  await speak(language);
  return say;
};
