import { hashTo } from '../app/place.ts';

export const GOALS = 'ziele';
export const GOALS_OF_YEAR = 'ziele/{year}';
export const NEW_GOAL = 'ziele/{year}/neu';
export const GOAL = 'ziel/{id}';
export const GOAL_EDIT = 'ziel/{id}/bearbeiten';

export const goalsHash = (year: number | string, state?: string): string =>
  hashTo(GOALS_OF_YEAR, { year: String(year) }, { stand: state });
/** @param from the goal of an earlier year that is carried over */
export const newGoalHash = (year: number, from?: string): string =>
  hashTo(NEW_GOAL, { year: String(year) }, { von: from });
/** @param version an earlier state of it */
export const goalHash = (id: string, version?: number): string =>
  hashTo(GOAL, { id }, { fassung: version === undefined ? undefined : String(version) });
export const goalEditHash = (id: string): string => hashTo(GOAL_EDIT, { id });
