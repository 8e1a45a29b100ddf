import { describe, expect, it } from 'vitest';
import { dueBySession } from './follow.ts';

/** A Wednesday; Thursday the 19th is a working day, Wednesday the 25th too. */
const SESSION = '2026-11-18';

describe('the dates of a session', () => {
  it('remind to convene it two weeks before, as long as that lies ahead', () => {
    expect(dueBySession('prepare', SESSION, '2026-10-01T08:00:00.000Z')).toBe('2026-11-03T23:00:00.000Z');
    expect(dueBySession('prepare', SESSION, '2026-11-10T08:00:00.000Z')).toBeUndefined();
    expect(dueBySession('prepare', undefined, '2026-10-01T08:00:00.000Z')).toBeUndefined();
  });

  it('remind to record its resolutions a working week after, or after it was convened too late', () => {
    expect(dueBySession('convened', SESSION, '2026-11-01T08:00:00.000Z')).toBe('2026-11-25T23:00:00.000Z');
    expect(dueBySession('convened', SESSION, '2026-12-01T08:00:00.000Z')).toBe('2026-12-08T23:00:00.000Z');
  });
});
