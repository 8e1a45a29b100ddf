import { hashTo } from '../app/place.ts';

export const RISE = 'antraege/tariferhoehung/{year}';

export const riseHash = (year: number | string): string => hashTo(RISE, { year: String(year) });
