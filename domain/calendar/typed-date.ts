import type { CalendarDate } from './period.ts';

/** Nobody types a longer date. */
const LONGEST = 20;
const GERMAN = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

const two = (part: string | undefined) => (part ?? '').padStart(2, '0');

/**
 * Reads a date as people write it in German, `1.3.2027`, `01.03.27`, or as programs do, `2027-03-01`. Two digits are a year of this
 * century.
 * @returns undefined when it is no date, or one that no calendar has
 */
export const readDate = (typed: string): CalendarDate | undefined => {
  const text = typed.trim();
  if (text.length > LONGEST) return undefined;
  const [, day, month, year] = GERMAN.exec(text) ?? [];
  const date = year ? `${year.padStart(4, '20')}-${two(month)}-${two(day)}` : ISO.exec(text)?.[0];
  if (!date) return undefined;
  const at = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== date ? undefined : date;
};

/** A date as it is written in German, with all its digits: `01.03.2027`. */
export const formatDate = (date: CalendarDate): string => date.split('-').toReversed().join('.');
