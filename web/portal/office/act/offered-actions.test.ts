import { expect, it } from 'vitest';
import { NO_HOLDING } from '../../../../domain/budget/holding.ts';
import { offeredActions } from './offered-actions.ts';

const announcing = { at: 'announce', actions: ['post', 'notify', 'allot'] };
const file = (more: object) => ({ rules: { mode: 'notice' }, ...more }) as never;

it('an announcement goes by post, and through the mailbox only where that was agreed', () => {
  expect(offeredActions(announcing, file({}))).toEqual(['post']);
  expect(offeredActions(announcing, file({ answers: { electronicNotice: true } }))).toEqual([
    'post',
    'notify',
  ]);
});

it('where the county employs the staff itself, money is allotted, and only a refusal is announced', () => {
  const rules = { mode: 'allotment' };
  expect(offeredActions(announcing, file({ rules, decision: { kind: 'grant' } }))).toEqual(['allot']);
  expect(offeredActions(announcing, file({ rules, decision: { kind: 'refuse' } }))).toEqual(['post']);
});

it('what was granted already is not refused', () => {
  const deciding = { at: 'decision', actions: ['grant', 'refuse'] };
  const committed = { state: 60, county: 40, voluntary: 0 };
  expect(offeredActions(deciding, file({ money: NO_HOLDING }))).toEqual(['grant', 'refuse']);
  expect(offeredActions(deciding, file({ money: { ...NO_HOLDING, committed } }))).toEqual(['grant']);
});
