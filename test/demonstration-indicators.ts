import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The invented indicators of the demonstration's Kitas. */
export const DEMONSTRATION = readFileSync(
  join(import.meta.dirname, '../counties/alzey-worms/indikatoren-2027-erfunden.csv'),
  'utf8',
);
