import { now } from '../../api/now.ts';
import { dateOf } from '../../time/dates.ts';

/** The year that it is in Berlin. */
export const thisYear = (): number => Number(dateOf(now()).slice(0, 4));

/** Before it there was no Sozialraumbudget. */
const FIRST = 2021;

/** Every year that an application can be for: those since the first one, this year and the next, newest first. */
export const fundingYears = (): number[] => {
  const newest = thisYear() + 1;
  return Array.from({ length: newest - FIRST + 1 }, (_, back) => newest - back);
};
