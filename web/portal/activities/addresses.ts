import { hashTo } from '../app/place.ts';

export const ACTIVITIES = 'taetigkeiten';
export const ACTIVITIES_OF_YEAR = 'taetigkeiten/{year}';
export const COUNT = 'taetigkeit/{id}';

export const activitiesHash = (year: number | string): string =>
  hashTo(ACTIVITIES_OF_YEAR, { year: String(year) });
/** @param id month and Kita, such as `2026-03.biebelnheim` */
export const countHash = (id: string): string => hashTo(COUNT, { id });
