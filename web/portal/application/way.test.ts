import { describe, expect, it } from 'vitest';
import { budgetApplicationV1 } from '../../../domain/forms/budget-application/process.ts';
import { wayOf } from './way.ts';

const createdAt = '2026-11-02T08:00:00.000Z';
const steps = (at: string, passed: string[], ended = false) => {
  const all = [...passed, at];
  const log = all.slice(1).map((to, n) => ({
    n,
    at: createdAt,
    by: { system: true as const },
    what: 'moved',
    from: all[n] ?? '',
    to,
  }));
  return wayOf(budgetApplicationV1, { at, since: createdAt, createdAt, ended }, log).map(
    ({ step, state }) => `${step} ${state}`,
  );
};

describe('the way of an application', () => {
  it('shows what people did and what usually follows, not the steps of the system', () => {
    expect(steps('decision', ['draft', 'screen', 'completeness', 'opinion', 'reserve'])).toEqual([
      'draft done',
      'completeness done',
      'opinion done',
      'decision now',
      'approval later',
      'announce later',
      'objection-period later',
      'final later',
    ]);
  });

  it('goes on from a step beside the line with what lies before it', () => {
    expect(steps('waiting', ['draft', 'completeness', 'opinion']).slice(3)[1]).toBe('decision later');
    expect(steps('hearing', ['draft', 'completeness', 'opinion', 'decision']).slice(4, 6)).toEqual([
      'hearing now',
      'decision later',
    ]);
    expect(steps('objection', ['draft']).at(-1)).toBe('final later');
  });

  it('has nothing before it when it has ended', () => {
    expect(steps('withdrawn', ['draft', 'completeness'], true)).toEqual([
      'draft done',
      'completeness done',
      'withdrawn now',
    ]);
  });

  it('knows where to go on from every step of the process', () => {
    for (const step of Object.keys(budgetApplicationV1.steps))
      expect(steps(step, ['draft']).at(-1)).toBe('final later');
  });
});
