import { expect, test } from 'vitest';
import { lastDayOf, stateOfPaper, stateOfUnit } from './unit-end.ts';

const round = {
  at: 'open',
  about: { from: '2026-05-04', to: '2026-05-29', extensions: { 'kita:wahlheim': '2026-06-05' } },
};
const KITA = 'kita:biebelnheim';

test.each([
  ['2026-05-03T21:59:59.999Z', 'not-yet'],
  ['2026-05-03T22:00:00.000Z', 'open'],
  ['2026-05-29T21:59:59.999Z', 'open'],
  ['2026-05-29T22:00:00.000Z', 'ended'],
] as const)('at %s a unit is %s: days begin and end in Berlin', (at, state) => {
  expect(stateOfUnit(round, KITA, at)).toBe(state);
});

test('who has more time answers longer, and nobody else', () => {
  const at = '2026-06-05T21:59:59.999Z';
  expect(stateOfUnit(round, 'kita:wahlheim', at)).toBe('open');
  expect(stateOfUnit(round, KITA, at)).toBe('ended');
  expect(lastDayOf(round.about, 'kita:wahlheim')).toBe('2026-06-05');
});

test.each(['prepare-round', 'open-round'])('nobody answers while a round stands at %s', (at) => {
  expect(stateOfUnit({ ...round, at }, KITA, '2026-05-12T10:00:00.000Z')).toBe('not-yet');
  expect(stateOfPaper({ ...round, at }, '2026-05-12T10:00:00.000Z')).toBe('not-yet');
});

test.each(['close-round', 'evaluation', 'published', 'closed'])(
  'a round that stands at %s takes no answer, though its days are not over',
  (at) => {
    expect(stateOfUnit({ ...round, at }, KITA, '2026-05-12T10:00:00.000Z')).toBe('ended');
  },
);

test('paper that lies on the table is entered until the round is evaluated', () => {
  const at = '2026-06-10T10:00:00.000Z';
  expect(stateOfPaper({ ...round, at: 'evaluation' }, at)).toBe('open');
  expect(stateOfPaper({ ...round, at: 'evaluate-round' }, at)).toBe('ended');
  expect(stateOfPaper(round, '2026-05-01T10:00:00.000Z')).toBe('not-yet');
});
