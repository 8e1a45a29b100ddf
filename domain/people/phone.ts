/**
 * A telephone number as E.164 (ITU-T): "+", country code, at most 15 digits; a leading 0 means Germany (+49).
 * Spaces, brackets, slashes, dots and dashes are how people write numbers and are dropped, and so are the marks that
 * right-to-left text brings along; Arabic and Persian digits are digits. After +49 no number begins with 0.
 * @returns undefined when it is no telephone number.
 */
export const toE164 = (typed: string): string | undefined => {
  const plain = typed
    .normalize('NFKC')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) % 16))
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/\(0\)/g, '')
    .replace(/[()/.\p{Pd}\u2212]/gu, '');
  const international = plain
    .replace(/^00/, '+')
    .replace(/^0/, '+49')
    .replace(/^\+490/, '+49');
  return /^\+[1-9]\d{6,14}$/.test(international) ? international : undefined;
};
