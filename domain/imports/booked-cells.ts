import { readDate } from '../calendar/typed-date.ts';
import { type Cents, MOST } from '../money/cents.ts';
import type { AmountFormat } from '../payments/settings.ts';
import { type CellRead, hundredthsOf } from './cells.ts';
import type { Cell } from './table.ts';

/** An amount as a finance system writes it: how much, and whether there is a minus. */
export interface SignedAmount {
  cents: Cents;
  isNegative: boolean;
}

/** Nobody's program writes a longer amount. */
const LONGEST = 40;
const CURRENCY = '(?:€|EUR|Euro)';
const SPACE = '[ \\u00a0\\u2009\\u202f]';
const IN_CURRENCY = new RegExp(`^(?:${CURRENCY}${SPACE}?)?(.*?)(?:${SPACE}?${CURRENCY})?$`, 'i');
const MINUS = /^[-\u2212]/;
const SIGN = /^([-+\u2212]?)(.*?)([-+\u2212]?)$/;
/** `1.234` and `1,234`: a thousand, or one and a bit with three decimals. */
const EITHER = /^\d+[.,]\d{3}$/;

const patternOf = (decimal: string, thousands: string) =>
  new RegExp(`^(\\d{1,13}|[1-9]\\d{0,2}(?:${thousands}\\d{3})+)(?:\\${decimal}(\\d{1,2}))?$`);

/** What cannot be mistaken, whatever country it was written in. */
const PLAIN = [patternOf(',', `(?:\\.|${SPACE})`), patternOf('.', `(?:,|${SPACE})`)];

const agreed = ({ decimal, thousands }: AmountFormat) =>
  patternOf(decimal, thousands === ' ' ? SPACE : thousands ? `\\${thousands}` : '(?!)');

const unsigned = (typed: string, format: AmountFormat | undefined): Cents | undefined => {
  if (!format && EITHER.test(typed)) return undefined;
  for (const pattern of format ? [agreed(format)] : PLAIN) {
    const [, euros, decimals = ''] = pattern.exec(typed) ?? [];
    if (euros === undefined) continue;
    const cents = Number(euros.replaceAll(/\D/g, '') + decimals.padEnd(2, '0'));
    return cents <= MOST ? cents : undefined;
  }
  return undefined;
};

const typedAmount = (typed: string, format: AmountFormat | undefined): SignedAmount | undefined => {
  if (typed.length > LONGEST) return undefined;
  const [, signed = ''] = IN_CURRENCY.exec(typed.trim()) ?? [];
  const [, before = '', digits = '', behind = ''] = SIGN.exec(signed) ?? [];
  const cents = before && behind ? undefined : unsigned(digits, format);
  return cents === undefined ? undefined : { cents, isNegative: MINUS.test(before + behind) };
};

/**
 * An amount as the county agreed it with its finance system; where it agreed on nothing, as any that can be read in one way only:
 * `1.234,56`, `1234.56`, `-17.808,64`, `17.808,64-`. `1.234` is none: it may be a thousand or one, and nobody guesses.
 */
export const signedAmount =
  (format: AmountFormat | undefined) =>
  (cell: Cell): CellRead => {
    if (typeof cell === 'string') {
      const value = typedAmount(cell, format);
      return value ? { value } : { code: 'amount' };
    }
    const cents = typeof cell === 'number' ? hundredthsOf(Math.abs(cell)) : undefined;
    if (cents === undefined || cents > MOST) return { code: 'amount' };
    return { value: { cents, isNegative: Number(cell) < 0 } };
  };

/** Digits alone, `20270215`: no other order of them gives a day of this century. */
const DIGITS = /^(20\d\d)(\d\d)(\d\d)$/;

/** A day: `31.01.2027`, `2027-01-31`, `20270131`, or a workbook's. */
export const bookedDay = (cell: Cell): CellRead => {
  const value = typeof cell === 'boolean' ? undefined : readDate(String(cell).replace(DIGITS, '$1-$2-$3'));
  return value === undefined ? { code: 'date' } : { value };
};
