import { hashTo } from '../app/place.ts';

export const RESULTS = 'ergebnisse';
export const RESULTS_OF_ROUND = 'ergebnisse/{round}';

/** Whose results are shown; what is left out is the first group, the county, every question. */
export interface ResultsChoice {
  group?: string | undefined;
  unit?: string | undefined;
  question?: string | undefined;
}

export const resultsHash = (round: string, { group, unit, question }: ResultsChoice = {}): string =>
  hashTo(RESULTS_OF_ROUND, { round }, { gruppe: group, ort: unit, frage: question });
