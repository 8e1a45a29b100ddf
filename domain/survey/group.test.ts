import { expect, test } from 'vitest';
import { groups, isAnonymous, isLinked } from './group.ts';
import { unitKindOf } from './unit.ts';

test('who answers through a link answers anonymously, and nobody else answers through one', () => {
  expect(groups.filter(isLinked)).toEqual(['parents', 'social-area']);
  expect(groups.filter(isAnonymous)).toEqual(['children', 'parents', 'social-area']);
});

test('every group answers for the units of one kind', () => {
  expect(groups.map((group) => unitKindOf[group])).toEqual([
    'kita',
    'kita',
    'kita',
    'provider',
    'social-area',
  ]);
});
