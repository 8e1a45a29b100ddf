import { describe, expect, test } from 'vitest';
import type { SubmissionItem } from '../../../../domain/api/portal.ts';
import { grantsBefore } from './own-applications.ts';

const item = (id: string, change: Partial<SubmissionItem> = {}) =>
  ({
    id,
    year: 2027,
    granted: 100_00,
    at: 'final',
    createdAt: `2026-10-0${id}`,
    ...change,
  }) as SubmissionItem;
const amends = (application: string) => ({ application, reason: 'tariff' as const, exOfficio: true });

describe('what last year’s grants are', () => {
  test('is each grant once, as its last amendment says', () => {
    const items = [
      item('4', { amends: amends('1'), granted: 120_00 }),
      item('3', { amends: amends('1'), granted: 110_00 }),
      item('2'),
      item('1'),
    ];
    expect(grantsBefore(items, 2028).map(({ id }) => id)).toEqual(['4', '2']);
  });

  test('is as before while an amendment is open, or came to nothing', () => {
    const items = [
      item('4', { amends: amends('1'), granted: undefined }),
      item('3', { amends: amends('1'), granted: 0 }),
      item('1'),
    ];
    expect(grantsBefore(items, 2028).map(({ id }) => id)).toEqual(['1']);
  });

  test('is nothing of other years, and nothing that was given up', () => {
    expect(grantsBefore([item('1', { year: 2026 }), item('2', { at: 'withdrawn' })], 2028)).toEqual([]);
  });
});
