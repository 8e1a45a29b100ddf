import type { ViewProps } from '../app/area.ts';
import { hashTo } from '../app/place.ts';

export interface ApplicationFilter {
  state?: string | undefined;
  year?: string | undefined;
}

export const APPLICATIONS = 'antraege';
export const APPLICATION = 'antraege/{id}';
export const BUDGET = 'budget';
export const STATISTICS = 'auswertung';
export const BUDGET_OF_YEAR = 'budget/{year}';

export const applicationsHash = ({ state, year }: ApplicationFilter = {}): string =>
  hashTo(APPLICATIONS, {}, { zustand: state, jahr: year });

export const filterOf = ({ query }: ViewProps): ApplicationFilter => ({
  state: query.zustand,
  year: query.jahr,
});

export const applicationHash = (id: string): string => hashTo(APPLICATION, { id });

export const budgetHash = (year: number | string): string => hashTo(BUDGET_OF_YEAR, { year: String(year) });

export const statisticsHash = (year: number | string): string =>
  hashTo(STATISTICS, {}, { jahr: String(year) });
