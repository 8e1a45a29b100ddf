import { expect, test } from 'vitest';
import { aBudgetHead } from '../../../domain/forms/budget-application/a-budget-head.test-data.ts';
import type { BudgetAbout } from '../../../domain/forms/budget-application/about.ts';
import { toldNotices } from './told-notices.ts';

const [FIRST, SECOND] = ['1'.repeat(64), '2'.repeat(64)];
const announced = {
  by: 'post',
  sentOn: '2026-01-30',
  announcedOn: '2026-02-03',
  objectionEnds: '2026-03-03',
} as const;
const approved = { sha256: SECOND, by: 'head', at: '2026-01-29T08:00:00.000Z' };

const toldAt = (at: string, about: Partial<BudgetAbout>) => {
  const head = aBudgetHead({ at, about });
  return [toldNotices(head, 'own'), toldNotices(head, 'office')];
};

test('nobody reads what was not approved', () => {
  expect(toldAt('approval', {})).toEqual([[], []]);
});

test('what was approved is the office’s until it is announced', () => {
  expect(toldAt('announce', { approved })).toEqual([[], [SECOND]]);
  expect(toldAt('objection-period', { approved, announced })).toEqual([[SECOND], [SECOND]]);
});

test('what was allotted without a notice is told at the end', () => {
  expect(toldAt('final', { approved })).toEqual([[SECOND], [SECOND]]);
});

test('what an objection has overtaken stays readable, also while the next is not announced', () => {
  const earlier = [{ sha256: FIRST, announced }];
  expect(toldAt('decision', { earlier })).toEqual([[FIRST], [FIRST]]);
  expect(toldAt('announce', { earlier, approved })).toEqual([[FIRST], [FIRST, SECOND]]);
});
