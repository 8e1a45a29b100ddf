import { randomInt } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** A word that stands nowhere else, of letters alone: a name may be it. */
export const newWord = (): string =>
  Array.from({ length: 14 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');

/** Digits of a telephone number that nobody has. */
export const newNumber = (): string => Array.from({ length: 9 }, () => randomInt(10)).join('');

/** The part of a text's base64 that does not depend on what stands before and after it. */
const base64Of = (text: string, before: number): string => {
  const encoded = Buffer.from('\0'.repeat(before) + text).toString('base64');
  const start = before === 0 ? 0 : 4;
  const whole = Math.floor((before + text.length) / 3) * 4;
  return encoded.slice(start, whole);
};

/** The ways in which a text may lie in a file: plain in any case, UTF-16, base64 at any place, hexadecimal. */
const formsOf = (text: string): { plain: string[]; exact: string[] } => {
  const wide = text.split('').join('\0');
  return {
    plain: [text.toLowerCase(), wide.toLowerCase(), Buffer.from(text).toString('hex')],
    exact: [0, 1, 2].map((before) => base64Of(text, before)),
  };
};

/** Which of the words stand in a text or in bytes, in whatever form. */
export const wordsIn = (where: string | Buffer, words: readonly string[]): string[] => {
  const text = typeof where === 'string' ? where : where.toString('latin1');
  const lower = text.toLowerCase();
  return words.filter((word) => {
    const { plain, exact } = formsOf(word);
    return plain.some((form) => lower.includes(form)) || exact.some((form) => text.includes(form));
  });
};
