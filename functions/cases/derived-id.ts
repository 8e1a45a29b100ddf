import { createHash } from 'node:crypto';

/**
 * The id of what a submission brings about by itself: the same every time, so that a repeat makes the same one (a UUID of
 * version 8, RFC 9562).
 * @param what the form, and which of them
 */
export const derivedId = (submission: string, what: string): string => {
  const hash = createHash('sha256').update(`${submission}/${what}`).digest('hex');
  const variant = '89ab'[Number.parseInt(hash[16] ?? '0', 16) % 4];
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
};
