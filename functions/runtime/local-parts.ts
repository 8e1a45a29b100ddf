import type { Instant } from '../../domain/calendar/period.ts';

/** The time that deadlines and dates go by; claims, tokens and signatures keep real time. */
export interface Clock {
  now(): Instant;
}

/** What one machine hands in where it differs; in AWS nothing is handed in. */
export interface LocalParts {
  credentials?: { accessKeyId: string; secretAccessKey: string };
  clock?: Clock;
}

export const realClock: Clock = { now: () => new Date().toISOString() };
