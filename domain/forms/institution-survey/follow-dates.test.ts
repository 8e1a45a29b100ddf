import { describe, expect, it } from 'vitest';
import { fillDates } from './follow-dates.ts';

describe('a form that is being filled in', () => {
  it('is looked at a week before its end, and then at its end', () => {
    expect(fillDates('2026-06-12', '2026-05-04T08:00:00.000Z')).toEqual({
      due: '2026-06-04T22:00:00.000Z',
      missed: 0,
    });
    expect(fillDates('2026-06-12', '2026-06-04T22:00:00.000Z')).toEqual({
      due: '2026-06-12T22:00:00.000Z',
      missed: 1,
    });
  });

  it('is reminded anew before a later end, and not where less than a week is left', () => {
    expect(fillDates('2026-06-26', '2026-06-10T08:00:00.000Z').missed).toBe(0);
    expect(fillDates('2026-06-14', '2026-06-10T08:00:00.000Z')).toEqual({
      due: '2026-06-14T22:00:00.000Z',
      missed: 1,
    });
  });
});
