/** No look-alikes: of 0/O, 1/I/L, 2/Z, 5/S and 8/B neither stands here. */
const ALPHABET = '34679ACDEFGHJKMNPQRTUVWXY';
const BASE = BigInt(ALPHABET.length);
const LENGTH = 16;

/** A receipt code out of random bytes (at least 16): 25^16 codes are 74 bits. */
export const receiptCode = (bytes: Uint8Array): string => {
  let number = 0n;
  for (const byte of bytes) number = number * 256n + BigInt(byte);
  let code = '';
  for (let n = 0; n < LENGTH; n += 1) {
    code += ALPHABET[Number(number % BASE)];
    number /= BASE;
  }
  return code;
};

/** A code as people read it: four groups of four. */
export const grouped = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

/** What somebody typed as a code, or undefined when it cannot be one: case, blanks and dashes do not matter. */
export const normalizedCode = (typed: string): string | undefined => {
  const code = typed.toUpperCase().replace(/[\s\-‐–]/g, '');
  return code.length === LENGTH && [...code].every((letter) => ALPHABET.includes(letter)) ? code : undefined;
};
