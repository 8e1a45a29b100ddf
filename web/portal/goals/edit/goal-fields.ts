import type { GoalItem } from '../../../../domain/api/goals.ts';
import type { Goal } from '../../../../domain/goals/goal.ts';
import type { ResultOf } from '../../../../domain/survey/result-name.ts';

export interface MeasureFields {
  id: string;
  text: string;
  dimension: string;
  responsible: string;
  state: string;
}

export interface FineFields {
  id: string;
  text: string;
  targetGroup: string;
  indicator: string;
  date: string;
  measures: MeasureFields[];
  evaluation: { reached: string; text: string; on: string };
}

/** What the form's fields hold: what was not chosen or typed is empty. */
export interface GoalFields {
  /** The saved version that it began from; 0 for a new goal. */
  saved: number;
  id: string;
  year: number;
  carriedFrom: string;
  text: string;
  dropped: boolean;
  results: ResultOf[];
  fine: FineFields[];
}

export const newMeasure = (id: string): MeasureFields => ({
  id,
  text: '',
  dimension: '',
  responsible: '',
  state: 'planned',
});

export const newFine = (id: string): FineFields => ({
  id,
  text: '',
  targetGroup: '',
  indicator: '',
  date: '',
  measures: [],
  evaluation: { reached: '', text: '', on: '' },
});

export const fieldsOf = (
  goal: Omit<GoalItem, 'id' | 'version' | 'at' | 'byName'>,
  { id, saved }: { id: string; saved: number },
): GoalFields => ({
  saved,
  id,
  year: goal.year,
  carriedFrom: goal.carriedFrom ?? '',
  text: goal.text,
  dropped: goal.dropped ?? false,
  results: goal.results,
  fine: goal.fine.map(({ evaluation, ...fine }) => ({
    ...fine,
    evaluation: evaluation ?? { reached: '', text: '', on: '' },
  })),
});

/** The fields as the API takes them. An evaluation is one as soon as it says how far the goal was reached. */
export const goalOf = ({ year, carriedFrom, text, dropped, results, fine }: GoalFields): Goal =>
  ({
    year,
    text,
    ...(dropped && { dropped }),
    ...(carriedFrom && { carriedFrom }),
    results,
    fine: fine.map(({ evaluation, ...one }) => ({ ...one, ...(evaluation.reached && { evaluation }) })),
  }) as Goal;
