import { type Cents, MOST } from './cents.ts';

/**
 * An amount as it is written in German: `1.234,56`. A difference may be negative: `-0,05`.
 * @throws RangeError for what is no whole number of cents
 */
export const formatAmount = (amount: Cents): string => {
  if (!Number.isSafeInteger(amount)) throw new RangeError('not an amount in cents');
  const digits = String(Math.abs(amount)).padStart(3, '0');
  const euros = digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, '.');
  return `${amount < 0 ? '-' : ''}${euros},${digits.slice(-2)}`;
};

/** `1.234,56 €`, with a space at which no line breaks. */
export const formatEuros = (amount: Cents): string => `${formatAmount(amount)}\u00a0€`;

/** Nobody types a longer amount. */
const LONGEST = 40;
/** Spaces by which people, programs and DIN 5008 set apart thousands and the currency. */
const SPACE = '[ \\u00a0\\u2009\\u202f]';
const CURRENCY = '(?:€|EUR|Euro)';
const AMOUNT = new RegExp(
  `^(?:${CURRENCY}${SPACE}?)?(\\d+|[1-9]\\d{0,2}(?:(?:\\.\\d{3})+|(?:${SPACE}\\d{3})+))(?:,(\\d{1,2}))?(?:${SPACE}?${CURRENCY})?$`,
  'i',
);

/**
 * Reads an amount as it is written in German: `1.234,56 €`, `1 234,56`, `1234,5`, `1234`.
 * Refused is what another country would read as another amount: `1.234` and `1,234` may be a thousand euros or one;
 * `1234.56` is not German, and neither is anything with a sign.
 * @returns undefined when it is no amount, an ambiguous one, or more than ten billion euros
 */
export const readEuros = (typed: string): Cents | undefined => {
  if (typed.length > LONGEST) return undefined;
  const [, euros, decimals] = AMOUNT.exec(typed.trim()) ?? [];
  if (euros === undefined) return undefined;
  const isAmbiguous = decimals === undefined && /^\d+\.\d+$/.test(euros);
  const amount = BigInt(euros.replaceAll(/\D/g, '') + (decimals ?? '').padEnd(2, '0'));
  return isAmbiguous || amount > MOST ? undefined : Number(amount);
};
