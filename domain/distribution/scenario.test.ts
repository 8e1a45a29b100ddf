import { describe, expect, test } from 'vitest';
import county from '../../counties/alzey-worms/county.json' with { type: 'json' };
import { budgetSettings } from '../budget/settings.ts';
import { conceptsFor, deviates, newScenario, resolutionIssue, ruleOf, type Scenario } from './scenario.ts';

const budget = budgetSettings.parse(county.budget);
const [before, concept] = budget.concepts;
if (!before || !concept?.distribution) throw new Error('the demonstration has no such concepts');
const { distribution } = concept;

const scenario = (change: Partial<Scenario> = {}): Scenario => ({
  id: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6a',
  name: 'Wie im Konzept',
  concept: concept.version,
  sum: 2_232_015_00,
  import: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6b',
  rule: distribution,
  by: 'coordinator',
  at: '2026-04-28T08:00:00.000Z',
  ...change,
});

test('a year has the versions of the concept that are valid on one of its days', () => {
  expect(conceptsFor(2025, budget).map(({ version }) => version)).toEqual([before.version]);
  expect(conceptsFor(2026, budget).map(({ version }) => version)).toEqual([concept.version]);
  const silent = { concepts: [{ ...concept, distribution: undefined }] };
  expect(conceptsFor(2026, silent)).toEqual([]);
});

describe('the rule of a scenario', () => {
  const of = (tried: Parameters<typeof ruleOf>[1]) => ruleOf({ ...concept, distribution }, tried);

  test('is the concept’s', () => {
    expect(of({})).toEqual({ rule: distribution });
  });

  test('may try other weights, none for a component, and another basic share', () => {
    expect(of({ basic: 0, weights: { children: 4_000, sgb2: 6_000 } })).toEqual({
      rule: {
        basic: 0,
        components: distribution.components
          .slice(0, 2)
          .map((one, n) => ({ ...one, weight: [4_000, 6_000][n] })),
      },
    });
  });

  test.each([
    [
      { children: 5_000, sgb2: 6_000 },
      { path: ['weights'], message: 'weights-hundred-percent' },
    ],
    [
      { children: 5_000, places: 5_000 },
      { path: ['weights', 'places'], message: 'unknown-field' },
    ],
  ])('does not try %j', (weights, issue) => {
    expect(of({ weights })).toEqual({ issues: [issue] });
  });

  test('is stated in whole hundredths of a per cent', () => {
    const typed = { name: 'x', concept: 'y', sum: 100, import: scenario().import };
    expect(newScenario.safeParse({ ...typed, weights: { children: 33.3 } }).success).toBe(false);
    expect(newScenario.safeParse({ ...typed, weights: { children: 10_000 } }).success).toBe(true);
    expect(newScenario.safeParse({ ...typed, sum: 0 }).success).toBe(false);
  });
});

describe('what was resolved', () => {
  const on = { today: '2026-04-28', budget };

  test('is a scenario by the concept as it stands, on a day since the concept was resolved', () => {
    expect(resolutionIssue(scenario(), '2026-04-28', on)).toBeUndefined();
    expect(resolutionIssue(scenario(), concept.resolvedOn, on)).toBeUndefined();
  });

  test.each([
    ['tomorrow', scenario(), '2026-04-29', 'date-future'],
    ['before its concept', scenario(), '2025-11-18', 'before-concept'],
    [
      'with a weight that was tried',
      scenario({ rule: { ...distribution, basic: 1 } }),
      '2026-04-28',
      'not-of-concept',
    ],
    ['by a version that nobody knows', scenario({ concept: '?' }), '2026-04-28', 'not-of-concept'],
  ])('is none %s', (_what, of, day, message) => {
    expect(resolutionIssue(of, day, on)?.message).toBe(message);
  });

  test('is none of a concept whose rule was changed since', () => {
    const changed = { concepts: [{ ...concept, distribution: { ...distribution, basic: 0 } }] };
    expect(deviates(scenario(), budget)).toBe(false);
    expect(deviates(scenario(), changed)).toBe(true);
  });
});
