const DIGITS = 6;

/** An order's number as the cash office reads it: the county's letters and at least six digits. */
export const numberText = (n: number, prefix: string): string => prefix + String(n).padStart(DIGITS, '0');

/**
 * The number that a text means; undefined when it is none of ours: where a county has letters, digits alone are another office's.
 */
export const readNumber = (typed: string, prefix: string): number | undefined => {
  const text = typed.trim().toUpperCase();
  const letters = prefix.toUpperCase();
  const digits = text.startsWith(letters) ? text.slice(letters.length).trim() : '';
  return /^\d{1,9}$/.test(digits) && Number(digits) > 0 ? Number(digits) : undefined;
};
