import type { Cents } from './cents.ts';
import { basisPoints, partDown } from './ratio.ts';

const TRAINING = basisPoints(100);

/** The most that training and advice may cost: 1 % of the rest, rounded down to the cent. */
export const trainingCap = (rest: Cents): Cents => partDown(rest, TRAINING);
