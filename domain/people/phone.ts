/**
 * A telephone number as E.164 (ITU-T): "+", country code, at most 15 digits; a leading 0 means Germany (+49).
 * Spaces, brackets, slashes, dots and dashes are how people write numbers and are dropped.
 * @returns undefined when it is no telephone number.
 */
export const toE164 = (typed: string): string | undefined => {
  const plain = typed
    .normalize('NFKC')
    .replace(/\(0\)/g, '')
    .replace(/[\s()/.\-‐–]/g, '');
  const international = plain.replace(/^00/, '+').replace(/^0/, '+49');
  return /^\+[1-9]\d{6,14}$/.test(international) ? international : undefined;
};
