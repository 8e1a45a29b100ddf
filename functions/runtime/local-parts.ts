import type { Instant } from '../../domain/calendar/period.ts';

/** The time that deadlines and dates go by; claims, tokens and signatures keep real time. */
export interface Clock {
  now(): Instant;
}

/** What one machine hands in where it differs; in AWS nothing is handed in. */
export interface LocalParts {
  credentials?: { accessKeyId: string; secretAccessKey: string };
  clock?: Clock;
  /** Since when nobody but this process can be at work (real time, ms): whoever claimed something before is dead. */
  aloneSince?: number;
}

export const realClock: Clock = { now: () => new Date().toISOString() };
