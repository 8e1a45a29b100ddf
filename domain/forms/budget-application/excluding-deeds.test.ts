import { describe, expect, it } from 'vitest';
import { excludingDeeds } from './four-eyes.ts';

const checked = { person: 'olga', step: 'completeness' };
const drafted = { person: 'paul', for: 'olga', step: 'decision' };
const advised = { person: 'marta', step: 'opinion' };
const acted = [checked, advised, drafted];

const excluding = (id: string, standsInFor: string[] = [], separate: [string, string][] = []) =>
  excludingDeeds({ id, standsInFor }, 'approval', acted, separate);

describe('what excludes somebody from approving', () => {
  it('is what they did, and what was done in their name', () => {
    expect(excluding('olga')).toEqual([checked, drafted]);
    expect(excluding('paul')).toEqual([drafted]);
    expect(excluding('rosa')).toEqual([]);
  });

  it('is also what somebody did for whom they stand in today', () => {
    expect(excluding('rosa', ['paul'])).toEqual([drafted]);
  });

  it('is what the county keeps apart beside the law', () => {
    expect(excluding('marta')).toEqual([]);
    expect(excluding('marta', [], [['opinion', 'approval']])).toEqual([advised]);
  });
});
