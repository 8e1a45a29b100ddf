import { describe, expect, it } from 'vitest';
import { daysLater, forInput, inWords, readInstant } from './instant.ts';

describe('a time that somebody writes', () => {
  it.each([
    ['2026-01-05T08:00:00Z', '2026-01-05T08:00:00.000Z'],
    ['2026-01-05T08:00+02:00', '2026-01-05T06:00:00.000Z'],
    ['2026-01-05T08:00', '2026-01-05T07:00:00.000Z'],
    ['2026-07-05T08:00', '2026-07-05T06:00:00.000Z'],
    ['2026-01-05', '2026-01-04T23:00:00.000Z'],
  ])('%s is %s: without a zone it is the time in Germany', (text, instant) => {
    expect(readInstant(text)).toBe(instant);
  });

  it.each(['', 'soon', '2026-02-30', '2026-01-05T25:00', '2100-06-01', '12026-01-01'])(
    '%j is none',
    (text) => {
      expect(readInstant(text)).toBeUndefined();
    },
  );

  it('is shown in German time, and moved by days that may have 23 hours', () => {
    expect(inWords('2026-01-05T07:00:00.000Z')).toBe('Montag, 5. Januar 2026 um 08:00');
    expect(forInput('2026-01-05T07:00:00.000Z')).toBe('2026-01-05T08:00');
    expect(daysLater('2026-03-28T08:00:00.000Z', 1)).toBe('2026-03-29T07:00:00.000Z');
  });
});
