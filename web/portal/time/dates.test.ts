import { describe, expect, it } from 'vitest';
import {
  dateRange,
  dateText,
  daysBetween,
  dayText,
  figuresMoment,
  figuresText,
  lastDayOf,
  momentText,
} from './dates.ts';

describe('a date in the portal', () => {
  it('is the day in Berlin, also shortly before midnight there', () => {
    expect(dayText('2026-11-04T22:30:00.000Z')).toBe('Mi., 4. Nov. 2026');
    expect(dayText('2026-11-04T23:30:00.000Z')).toBe('Do., 5. Nov. 2026');
    expect(momentText('2026-07-01T06:05:00.000Z')).toBe('Mi., 1. Juli 2026, 08:05 Uhr');
  });

  it('says as due date the last day, not the midnight that ends it', () => {
    expect(dayText(lastDayOf('2026-11-04T23:00:00.000Z'))).toBe('Mi., 4. Nov. 2026');
  });

  it('counts calendar days, over the change of the clocks too', () => {
    expect(daysBetween(new Date('2026-10-24T20:00:00Z'), new Date('2026-10-26T05:00:00Z'))).toBe(2);
    expect(daysBetween(new Date('2026-11-04T22:59:00Z'), new Date('2026-11-04T23:01:00Z'))).toBe(1);
  });

  it('can stand in figures, a range without saying its year twice', () => {
    expect(figuresText('2026-11-04T23:30:00.000Z')).toBe('05.11.2026');
    expect(figuresMoment('2026-11-04T08:14:00.000Z')).toBe('04.11.2026, 09:14');
    expect(dateRange('2027-03-15', '2027-12-31')).toBe('15.03.–31.12.2027');
    expect(dateRange('2026-12-01', '2027-01-31')).toBe('01.12.2026–31.01.2027');
  });

  it('can come without a time', () => {
    expect(dateText('2026-11-04')).toBe('Mi., 4. Nov. 2026');
  });
});
