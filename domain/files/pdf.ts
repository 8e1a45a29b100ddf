/** So many bytes of a file's beginning are enough to tell what it is. */
export const BEGINNING = 8;

/**
 * Whether a file begins as every PDF does: `%PDF-1.` or `%PDF-2.` (ISO 32000-1 and -2, 7.5.2). What it is called, and what
 * the browser says that it is, proves nothing.
 */
export const isPdf = (beginning: Uint8Array): boolean =>
  /^%PDF-[12]\.$/.test(String.fromCharCode(...beginning.subarray(0, 7)));
