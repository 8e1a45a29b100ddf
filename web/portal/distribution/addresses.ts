import { hashTo } from '../app/place.ts';

export const DISTRIBUTION = 'verteilung';
export const DISTRIBUTION_OF_YEAR = 'verteilung/{year}';

export const distributionHash = (year: number | string): string =>
  hashTo(DISTRIBUTION_OF_YEAR, { year: String(year) });
