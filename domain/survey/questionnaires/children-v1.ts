import { faces } from '../question.ts';
import type { Questionnaire } from '../questionnaire.ts';

/** Six pictures that a child points at with a grown-up beside it; never a name, never an age, never own words. */
export const childrenV1: Questionnaire = {
  group: 'children',
  version: 1,
  questions: ['child-kita', 'child-friends', 'child-play', 'child-heard', 'child-help', 'child-way'].map(
    faces,
  ),
};
