import fc from 'fast-check';
import { MOST } from './cents.ts';

/** Amounts in cents that somebody may state, small ones as often as large ones. */
export const amounts = fc.oneof(
  fc.nat(1_000),
  fc.nat(1_000_000_00),
  fc.integer({ min: 0, max: MOST }),
  fc.constantFrom(0, 1, MOST),
);
