import { describe, expect, it, test } from 'vitest';
import type { ResultOf } from '../survey/result-name.ts';
import { carriedOver } from './carried-over.ts';
import { goalExample } from './example.ts';
import { type FineGoal, type Goal, goal } from './goal.ts';
import { fineStanding, goalStanding } from './standing.ts';

const [fine] = goalExample.fine as [FineGoal];
const evaluation: FineGoal['evaluation'] = { text: 'In drei Kitas.', reached: 'partly', on: '2027-10-04' };
const RESULT: ResultOf = {
  round: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b80',
  group: 'parents',
  question: 'need-mobility',
};

const wrongWith = (change: object) =>
  goal
    .safeParse({ ...goalExample, ...change })
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

describe('a goal', () => {
  it('is taken as the example has it', () => {
    expect(goal.parse(goalExample)).toEqual(goalExample);
  });

  test.each<[string, object, string[]]>([
    ['without words', { text: ' ' }, ['text: required']],
    ['of another century', { year: 1921 }, ['year: year']],
    ['with something that it does not have', { child: 'Mia' }, [': unknown-field']],
    ['that points to one result twice', { results: [RESULT, RESULT] }, ['results.1.question: repeated']],
    ['with a fine goal twice', { fine: [fine, fine] }, ['fine.1.id: repeated']],
    [
      'with a fine goal that says neither for whom nor by what it is told',
      { fine: [{ ...fine, targetGroup: '', indicator: undefined }] },
      ['fine.0.targetGroup: required', 'fine.0.indicator: required'],
    ],
    ['with a day that is none', { fine: [{ ...fine, date: '2027-02-30' }] }, ['fine.0.date: date']],
    [
      'with a measure of a fourth dimension',
      { fine: [{ ...fine, measures: [{ ...fine.measures[0], dimension: 'all' }] }] },
      ['fine.0.measures.0.dimension: unknown-choice'],
    ],
    [
      'with half an evaluation',
      { fine: [{ ...fine, evaluation: { reached: 'yes' } }] },
      ['fine.0.evaluation.text: required', 'fine.0.evaluation.on: required'],
    ],
    [
      'that points to what nobody was asked, or to own words',
      {
        results: [
          { ...RESULT, question: 'child' },
          { ...RESULT, question: 'more' },
          { ...RESULT, group: 'all' },
        ],
      },
      [
        'results.0.question: unknown-choice',
        'results.1.question: unknown-choice',
        'results.2.group: unknown-choice',
      ],
    ],
  ])('%s is refused', (_what, change, expected) => {
    expect(wrongWith(change)).toEqual(expected);
  });
});

test('a fine goal is overdue from the day after its own until it is evaluated', () => {
  expect(fineStanding(fine, '2027-09-30')).toBe('open');
  expect(fineStanding(fine, '2027-10-01')).toBe('overdue');
  expect(fineStanding({ ...fine, evaluation }, '2028-01-01')).toBe('evaluated');
});

test.each<[string, Partial<Goal>, string, string]>([
  ['open before its day', {}, '2027-01-01', 'open'],
  ['open without fine goals', { fine: [] }, '2029-01-01', 'open'],
  ['overdue with one of several', { fine: [{ ...fine, evaluation }, fine] }, '2027-10-01', 'overdue'],
  ['evaluated with all', { fine: [{ ...fine, evaluation }] }, '2027-10-05', 'evaluated'],
  ['dropped, whatever its day', { dropped: true }, '2029-01-01', 'dropped'],
])('a coarse goal is %s', (_what, change, today, expected) => {
  expect(goalStanding({ ...goalExample, ...change }, today)).toBe(expected);
});

describe('what is carried over', () => {
  let made = 0;
  const newId = () => {
    made += 1;
    return `019aa7d2-9c1e-7c55-8a43-0000000000${String(made).padStart(2, '0')}`;
  };
  const over = (of: Goal, year = 2028) =>
    carriedOver({ ...of, id: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b70' }, { year, newId });

  it('is the open part, a year later, with the results that it came from and ids of its own', () => {
    const reached: FineGoal = { ...fine, evaluation: { ...evaluation, reached: 'yes' } };
    const [first] = fine.measures as [FineGoal['measures'][number]];
    const half: FineGoal = { ...fine, evaluation, measures: [first, { ...first, state: 'done' }] };
    const next = over({ ...goalExample, results: [RESULT], fine: [fine, reached, half], dropped: false });
    expect(goal.safeParse(next).error).toBeUndefined();
    expect(next).toMatchObject({
      year: 2028,
      text: goalExample.text,
      carriedFrom: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b70',
      results: [RESULT],
    });
    expect(next.fine.map(({ date, measures }) => [date, measures.length])).toEqual([
      ['2028-09-30', 2],
      ['2028-09-30', 1],
    ]);
    expect(JSON.stringify(next.fine)).not.toContain('evaluation');
    const ids = next.fine.flatMap((one) => [one.id, ...one.measures.map(({ id }) => id)]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(fine.id);
  });

  it('keeps a leap day’s goal in its month', () => {
    const leap = over({ ...goalExample, year: 2028, fine: [{ ...fine, date: '2028-02-29' }] }, 2029);
    expect(leap.fine[0]?.date).toBe('2029-02-28');
  });
});
