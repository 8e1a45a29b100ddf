import { isValidIBAN } from 'ibantools';

/** An IBAN as banks exchange it (ISO 13616): capitals, and no spaces or dashes, by which people group it. */
export const plainIban = (typed: string): string => typed.replace(/[\s\p{Pd}]/gu, '').toUpperCase();

/** A German IBAN has 22 characters: the most frequent slip is one too few. */
export const isIbanLength = (iban: string): boolean => !iban.startsWith('DE') || iban.length === 22;

/** Whether country, length, structure and check digits (mod 97) of a plain IBAN are right. */
export const isIban = (iban: string): boolean => isValidIBAN(iban);
