import type { Indicator } from '../../../domain/distribution/rule.ts';

const number = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 2 });

/** A value of an indicator as people write it: `75`, `12,5 %`. */
export const valueText = (value: number, unit: Indicator['unit'] | undefined): string =>
  unit === 'percent' ? `${number.format(value / 100)}\u00a0%` : number.format(value);

/** Hundredths of a per cent: `40 %`. */
export const weightText = (weight: number): string => `${number.format(weight / 100)}\u00a0%`;
