import * as z from 'zod/mini';
import { cents } from '../money/cents.ts';

/** How indicators and components are called in files and in what is stored. */
const code = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/));
const name = z.string().check(z.minLength(1), z.maxLength(100));
const whole = z.int().check(z.nonnegative(), z.maximum(1_000_000_000));

/**
 * What is known of every Kita and may be distributed by. `count` is a whole number: children, places. `percent` is kept in
 * hundredths of a per cent, so that 12.5 % is 1250 and nothing is ever a fraction.
 */
export const indicator = z.strictObject({ code, name, unit: z.enum(['count', 'percent']) });
export type Indicator = z.infer<typeof indicator>;

/** What a value is worth: the points of the last line that it reaches. Values below the first one are worth nothing. */
const points = z.array(z.strictObject({ from: whole, points: whole })).check(
  z.minLength(1),
  z.refine((lines) => lines.every(({ from }, n) => n === 0 || from > (lines[n - 1]?.from ?? 0))),
);
export type PointsTable = z.infer<typeof points>;

/** A part of the sum that is distributed by one indicator: by its values, or by the points that they are worth. */
const component = z.strictObject({
  code,
  name,
  /** Hundredths of a per cent of what is left of the sum after the basic shares. */
  weight: z.int().check(z.positive(), z.maximum(10_000)),
  indicator: code,
  points: z.optional(points),
});
export type Component = z.infer<typeof component>;

const allDifferent = (list: readonly { code: string }[]) =>
  new Set(list.map((one) => one.code)).size === list.length;

/** How a county's concept distributes the budget over its Kitas. The weights make up the whole. */
export const distributionRule = z.strictObject({
  /** What every Kita gets before anything is weighed, in cents. */
  basic: cents,
  components: z.array(component).check(
    z.minLength(1),
    z.refine(allDifferent),
    z.refine((list) => list.reduce((sum, { weight }) => sum + weight, 0) === 10_000),
  ),
});
export type DistributionRule = z.infer<typeof distributionRule>;

/** Whether a county's indicators are told apart by their codes and names. */
export const areToldApart = (list: readonly Indicator[]): boolean =>
  allDifferent(list) && new Set(list.map((one) => one.name.toLowerCase())).size === list.length;

/** Every component's indicator is one that the county knows. */
export const knowsIndicators = (rule: DistributionRule, known: readonly Indicator[]): boolean =>
  rule.components.every((one) => known.some(({ code }) => code === one.indicator));
