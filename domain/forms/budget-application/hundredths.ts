/** Nobody types a longer number. */
const LONGEST = 20;

/**
 * Reads hours or a percentage as people write them in German, into whole hundredths: `19,5` and `19.5` are 1,950.
 * @returns undefined when it is no number that is not negative and has at most two decimals
 */
export const readHundredths = (typed: string): number | undefined => {
  if (typed.length > LONGEST) return undefined;
  const [, whole, decimals = ''] = /^(\d{1,9})(?:[,.](\d{1,2}))?$/.exec(typed.trim()) ?? [];
  return whole === undefined ? undefined : Number(whole + decimals.padEnd(2, '0'));
};

/** Hundredths as they are written in German, always with two decimals: 1,950 is `19,50`. */
export const formatHundredths = (hundredths: number): string =>
  `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}`;
