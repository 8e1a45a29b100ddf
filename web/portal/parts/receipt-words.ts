import type { Language } from '../../../domain/languages/language.ts';
import { learn, say, speak } from '../../languages/messages.ts';

export const receiptKeys = [
  'receipt.code',
  'receipt.code-text',
  'receipt.keep',
  'receipt.lost',
  'receipt.open',
] as const;
export type ReceiptWord = (typeof receiptKeys)[number];

/** The families' own words about their code, loaded when a sheet is shown; the portal itself speaks German only. */
export const receiptWords = async (language: Language): Promise<(key: ReceiptWord) => string> => {
  await speak(language);
  await learn('mailbox');
  return say;
};
