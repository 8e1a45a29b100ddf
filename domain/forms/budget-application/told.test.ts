import { expect, test } from 'vitest';
import { aBudgetHead } from './a-budget-head.test-data.ts';
import type { BudgetAbout } from './about.ts';
import { toldOf } from './told.ts';

const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T09:00:00.000Z`;
const did = (day: number, what: string) => ({ at: at(day), what });
const approving = (day: number) => ({ person: 'hedda', step: 'approval', action: 'approve', at: at(day) });
const announced = {
  by: 'post',
  sentOn: '2026-03-10',
  announcedOn: '2026-03-14',
  objectionEnds: '2026-04-14',
} as const;

/** Two drafts of which the head gave the first back, and after an objection another two. */
const all = [
  did(1, 'submit'),
  did(2, 'recommend'),
  did(3, 'refuse'),
  did(4, 'return'),
  did(5, 'partial'),
  did(6, 'approve'),
  did(10, 'post'),
  did(20, 'partial'),
  did(21, 'return'),
  did(22, 'grant'),
  did(23, 'approve'),
];

const told = (where: string, about: Partial<BudgetAbout>, since = at(25)) =>
  toldOf('own', aBudgetHead({ at: where, since, about }), all, ({ what }) => what)
    .filter(({ what }) => ['refuse', 'partial', 'grant'].includes(what))
    .map((one) => [Number(one.at.slice(8, 10)), one.what]);

const earlier = [{ sha256: '1'.repeat(64), announced }];

test('an applicant learns of no draft before its notice is announced', () => {
  expect(told('announce', { acted: [approving(6)] })).toEqual([]);
});

test('and then of the one that was announced: what the head gave back stays inside', () => {
  expect(told('objection-period', { acted: [approving(6)], announced })).toEqual([[5, 'partial']]);
});

test('what an objection has overtaken stays told, and the new drafts stay inside until the new notice', () => {
  const acted = [approving(6), approving(23)];
  expect(told('announce', { acted, earlier })).toEqual([[5, 'partial']]);
  expect(told('objection-period', { acted, earlier, announced })).toEqual([
    [5, 'partial'],
    [22, 'grant'],
  ]);
});

test('in a hearing an applicant learns of the draft that it is heard about, and of none before', () => {
  expect(told('hearing', {}, at(3))).toEqual([[3, 'refuse']]);
  expect(told('hearing', {}, at(20))).toEqual([[20, 'partial']]);
});

test('what it was heard about is told with the notice too', () => {
  const passed = [{ step: 'hearing', from: at(3), to: at(4) }];
  expect(told('approval', { passed })).toEqual([]);
  expect(told('objection-period', { passed, acted: [approving(6)], announced })).toEqual([
    [3, 'refuse'],
    [5, 'partial'],
  ]);
});

test('the office sees all of it, a Kita and a session nothing of the drafts', () => {
  const head = aBudgetHead({ at: 'objection-period', about: { acted: [approving(6)], announced } });
  const seen = (view: 'office' | 'kita' | 'paper') =>
    toldOf(view, head, all, ({ what }) => what).map(({ what }) => what);
  expect(seen('office')).toHaveLength(all.length);
  expect(seen('kita')).toEqual(['submit', 'post']);
  expect(seen('paper')).toEqual([]);
});
