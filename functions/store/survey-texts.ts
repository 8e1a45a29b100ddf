import { createHash } from 'node:crypto';
import type { SurveyStore } from './client.ts';
import type { AnswersOf } from './keys.ts';
import { readAnswersById } from './survey-counts.ts';

/** What one person wrote to one question. */
export interface OwnWords {
  question: string;
  text: string;
  /** Where it stands among what others wrote to the same question: random, and another one for each question. */
  place: string;
}

/** Answers' ids are random and told to nobody; hashed with the question, one question's order says nothing of another's. */
const placeOf = (question: string, id: string) =>
  createHash('sha256').update(`${question} ${id}`).digest('base64url');

/** All own words of a group and unit to these questions. */
export const readOwnWords = async (
  store: SurveyStore,
  of: AnswersOf,
  questions: readonly string[],
): Promise<OwnWords[]> => {
  const found: OwnWords[] = [];
  for await (const [id, { answers }] of readAnswersById(store, of))
    for (const question of questions) {
      const text = answers[question];
      if (typeof text === 'string') found.push({ question, text, place: placeOf(question, id) });
    }
  return found;
};
