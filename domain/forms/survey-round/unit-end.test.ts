import { describe, expect, it } from 'vitest';
import { isLater, lastDayOf, lastDayOfAll, stateOfUnit } from './unit-end.ts';

const about = {
  from: '2026-05-04',
  to: '2026-06-12',
  extensions: { 'kita:late': '2026-06-26' },
};

describe('the end of a round', () => {
  it('is its last day for all but a unit that has more time, and the last of them for the round', () => {
    expect(lastDayOf(about, 'kita:other')).toBe('2026-06-12');
    expect(lastDayOf(about, 'kita:late')).toBe('2026-06-26');
    expect(lastDayOf(about, 'constructor')).toBe('2026-06-12');
    expect(lastDayOfAll(about)).toBe('2026-06-26');
  });

  it('is the midnight in Germany that ends the day, by the clock and not by the step', () => {
    const state = (now: string, unit = 'kita:other', at = 'open') => stateOfUnit({ at, about }, unit, now);
    expect(state('2026-05-03T21:59:59.999Z')).toBe('not-yet');
    expect(state('2026-05-03T22:00:00.000Z')).toBe('open');
    expect(state('2026-06-12T21:59:59.999Z')).toBe('open');
    expect(state('2026-06-12T22:00:00.000Z')).toBe('ended');
    expect(state('2026-06-12T22:00:00.000Z', 'kita:late')).toBe('open');
    for (const at of ['prepare-round', 'open-round'])
      expect(state('2026-05-10T08:00:00.000Z', 'kita:late', at)).toBe('not-yet');
    for (const at of ['close-round', 'evaluation', 'published', 'closed', 'discarded'])
      expect(state('2026-05-10T08:00:00.000Z', 'kita:late', at)).toBe('ended');
  });

  it('is moved to a later day that is still to come', () => {
    const now = '2026-06-20T08:00:00.000Z';
    expect(isLater(about, 'kita:late', '2026-06-26', now)).toBe(false);
    expect(isLater(about, 'kita:late', '2026-06-27', now)).toBe(true);
    expect(isLater(about, 'kita:other', '2026-06-19', now)).toBe(false);
    expect(isLater(about, 'kita:other', '2026-06-20', now)).toBe(true);
  });
});
