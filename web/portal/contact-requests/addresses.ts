import type { ViewProps } from '../app/area.ts';
import { hashTo } from '../app/place.ts';

export interface CaseFilter {
  state?: string | undefined;
  kita?: string | undefined;
  year?: string | undefined;
}

export const CASES = 'faelle';
export const CASE = 'faelle/{id}';
export const SPOKEN = 'gespraech';

export const caseHash = (id: string): string => hashTo(CASE, { id });

export const casesHash = ({ state, kita, year }: CaseFilter = {}): string =>
  hashTo(CASES, {}, { zustand: state, kita, jahr: year });

export const filterOf = ({ query }: ViewProps): CaseFilter => ({
  state: query.zustand,
  kita: query.kita,
  year: query.jahr,
});
