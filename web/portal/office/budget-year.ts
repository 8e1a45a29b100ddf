import { now } from '../api/now.ts';
import { dateOf } from '../time/dates.ts';

/** The year that most work is about: from July on the next one, for which providers apply in autumn. */
export const budgetYear = (today: string = dateOf(now())): number => {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return month >= 7 ? year + 1 : year;
};

const FIRST = 2021;
const BACK = 3;

/** The years that are offered, the newest first. The Sozialraumbudget exists since 2021. */
export const yearsAround = (today: string = dateOf(now())): number[] => {
  const newest = Number(today.slice(0, 4)) + 1;
  return Array.from({ length: BACK + 2 }, (_, back) => newest - back).filter((year) => year >= FIRST);
};
