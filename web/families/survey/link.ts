/** Ten characters that do not look alike; which of them lead somewhere, the server knows. */
const LINK = /^[2-9a-hjkmnp-z]{10}$/;

/**
 * A link as it is asked for, from an address's fragment or from what somebody typed off a poster: capitals, blanks and
 * dashes do not matter, nor does an address before it, and digits of an Arabic keyboard count as digits.
 * @returns undefined when it cannot be one
 */
export const linkFrom = (typed: string): string | undefined => {
  const plain = typed
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^.*#/, '')
    .replace(/[\s\p{Pd}\u200e\u200f\u2066-\u2069]/gu, '');
  return LINK.test(plain) ? plain : undefined;
};
