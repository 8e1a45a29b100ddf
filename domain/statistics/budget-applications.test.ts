import { describe, expect, test } from 'vitest';
import { amountsOf } from '../budget/amounts.ts';
import { NO_HOLDING } from '../budget/holding.ts';
import { aBudgetHead, followAct } from '../forms/budget-application/a-budget-head.test-data.ts';
import type { BudgetHead } from '../forms/budget-application/particulars.ts';
import { budgetApplicationV1 } from '../forms/budget-application/process.ts';
import { statisticsOf } from './budget-applications.ts';

const order = [...Object.keys(budgetApplicationV1.steps), ...budgetApplicationV1.ends];
const of = (...heads: BudgetHead[]) => statisticsOf(heads, order);

/** What a person does on a day of March 2026 (the 2nd is a Monday). */
const on = (day: number, action: string, as: 'clerk' | 'coordinator' | 'provider' = 'clerk') => ({
  at: `2026-03-${String(day).padStart(2, '0')}T09:00:00.000Z`,
  action,
  as,
});
/** An application that came on the 2nd, after these deeds; run steps are done at once. */
const having = (...deeds: ReturnType<typeof on>[]): BudgetHead => {
  let head = aBudgetHead();
  for (const { at, action, as } of deeds) {
    ({ head } = followAct(head, { kind: 'action', step: head.at, action, as }, { at }));
    const found = { screen: 'full', reserve: 'reserved', release: 'released' }[head.at];
    if (found) ({ head } = followAct(head, { kind: 'result', step: head.at, outcome: found }, { at }));
  }
  return head;
};
const daysOf = (step: string, ...heads: BudgetHead[]) =>
  of(...heads).days.steps.find((one) => one.step === step);

describe('the statistics of a year', () => {
  test('count by state and add up what was applied for and what is committed', () => {
    const granted = aBudgetHead({
      at: 'final',
      about: { applied: 900_00, money: { ...NO_HOLDING, committed: amountsOf(800_00, 50_00) } },
    });
    expect(of(granted, aBudgetHead(), aBudgetHead())).toMatchObject({
      count: 3,
      applied: 2_900_00,
      granted: 850_00,
      byState: [
        { at: 'completeness', count: 2, applied: 2_000_00, granted: 0 },
        { at: 'final', count: 1, applied: 900_00, granted: 850_00 },
      ],
    });
  });

  test('do not know drafts', () => {
    expect(of(aBudgetHead({ at: 'draft', about: { sent: 0 } }))).toEqual({
      count: 0,
      applied: 0,
      granted: 0,
      byState: [],
      days: { decision: { count: 0 }, whole: { count: 0 }, steps: [] },
    });
  });

  test('say how many working days a step took once it is done', () => {
    const done = having(on(6, 'complete'));
    expect(daysOf('completeness', done)).toEqual({ step: 'completeness', count: 1, median: 4, p90: 4 });
    expect(daysOf('opinion', done)).toBeUndefined();
    expect(daysOf('completeness', having())).toBeUndefined();
  });

  test('leave the applicant’s days out, and take a step’s visits together', () => {
    const asked = having(on(4, 'query'));
    expect(daysOf('completeness', asked)).toBeUndefined();
    // Two days before the query, none of the three weeks of the answer, one day after it.
    const done = having(on(4, 'query'), on(25, 'correct', 'provider'), on(26, 'complete'));
    expect(daysOf('completeness', done)).toMatchObject({ count: 1, median: 3 });
    expect(daysOf('queries', done)).toBeUndefined();
  });

  test('do not count a step that was cut short by a withdrawal', () => {
    const left = having(on(3, 'complete'), on(9, 'withdraw', 'provider'));
    expect(daysOf('completeness', left)).toMatchObject({ median: 1 });
    expect(daysOf('opinion', left)).toBeUndefined();
  });

  test('say how long it took until a decision was approved, and until the end', () => {
    const turns = [
      { side: 'office', from: '2026-03-02T09:00:00.000Z', to: '2026-03-04T09:00:00.000Z' },
      { side: 'applicant', from: '2026-03-04T09:00:00.000Z', to: '2026-03-25T09:00:00.000Z' },
      { side: 'office', from: '2026-03-25T09:00:00.000Z', to: '2026-04-30T09:00:00.000Z' },
    ] as const;
    const approved = { sha256: 'a'.repeat(64), by: 'head', at: '2026-03-27T09:00:00.000Z' };
    const decided = aBudgetHead({ at: 'announce', about: { turns: [...turns], approved } });
    const ended = { ...decided, at: 'final', endedAt: '2026-04-30T09:00:00.000Z' };
    expect(of(decided, ended).days).toMatchObject({
      decision: { count: 2, median: 4, p90: 4 },
      // 3 and 6 April are Good Friday and Easter Monday.
      whole: { count: 1, median: 2 + 24, p90: 2 + 24 },
    });
  });

  test('name states and steps in the order of the process', () => {
    const { byState, days } = of(
      having(on(3, 'complete'), on(4, 'recommend', 'coordinator'), on(5, 'grant')),
      having(on(3, 'complete'), on(4, 'recommend', 'coordinator')),
      having(),
    );
    expect(byState.map(({ at }) => at)).toEqual(['completeness', 'decision', 'route']);
    expect(days.steps.map(({ step }) => step)).toEqual(['completeness', 'opinion', 'decision']);
  });
});
