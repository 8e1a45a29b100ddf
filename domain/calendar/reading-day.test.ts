import { expect, test } from 'vitest';
import { readingDay } from './reading-day.ts';

const county = { readsUntil: '16:00', closures: [{ from: '2026-12-24', to: '2026-12-31' }] };

test.each([
  ['in the morning of a working day it is today', '2026-04-28T06:00:00.000Z', '2026-04-28'],
  ['before anybody has begun it is today', '2026-04-27T22:00:00.000Z', '2026-04-28'],
  ['a minute before the end of the hours it is today', '2026-04-28T13:59:00.000Z', '2026-04-28'],
  ['with the end of the hours it is the next day', '2026-04-28T14:00:00.000Z', '2026-04-29'],
  ['in the evening it is the next day', '2026-04-28T18:39:00.000Z', '2026-04-29'],
  ['in winter the hours end an hour later by UTC', '2026-11-24T14:59:00.000Z', '2026-11-24'],
  ['after the hours before a holiday it is the Monday', '2026-04-30T15:00:00.000Z', '2026-05-04'],
  ['on a holiday it is the next working day', '2026-05-01T08:00:00.000Z', '2026-05-04'],
  ['on a Saturday it is the Monday', '2026-05-02T08:00:00.000Z', '2026-05-04'],
  [
    'after the hours before a closure it is the first day behind it',
    '2026-12-23T16:00:00.000Z',
    '2027-01-04',
  ],
  ['in a closure it is the first working day behind it', '2026-12-28T08:00:00.000Z', '2027-01-04'],
])('%s', (_what, at, day) => {
  expect(readingDay(at, county)).toBe(day);
});
