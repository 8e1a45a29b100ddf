import * as z from 'zod/mini';
import type { Position } from '../forms/budget-application/answers.ts';
import { FULL_WEEK } from '../forms/budget-application/fields.ts';
import { addUp, type Cents, cents } from '../money/cents.ts';
import { basisPoints, partHalfUp, ratio } from '../money/ratio.ts';

/** Hundredths of a per cent: nobody's pay is more than doubled at once. */
const MOST_PERCENT = 10_000;

/**
 * A tariff rise of a pay group, or of all: a percentage of the annual cost, and an amount for a full position and year
 * (cents), which part-time positions get by their hours. One of them, or both.
 */
export const riseRule = z.strictObject({
  payGroup: z.optional(z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(50, 'too-long'))),
  percent: z.optional(
    z.int('wrong-type').check(z.nonnegative('negative'), z.maximum(MOST_PERCENT, 'percent')),
  ),
  amount: z.optional(cents),
});
export type RiseRule = z.infer<typeof riseRule>;

/** `S 12`, `S12` and `s 12` are one group: providers write it as they are used to. */
const groupOf = (written: string) => written.replace(/\s/g, '').toUpperCase();

/** The rule that holds for a position: the one of its group, else the one of all. */
export const ruleFor = ({ payGroup }: Pick<Position, 'payGroup'>, rules: readonly RiseRule[]) =>
  rules.find((rule) => rule.payGroup !== undefined && groupOf(rule.payGroup) === groupOf(payGroup)) ??
  rules.find((rule) => rule.payGroup === undefined);

/**
 * What a position costs in a full year after the rise, each addition rounded half up once.
 * @param fullWeek hundredths of weekly hours of a full position
 */
export const risenCost = (
  { annualCost, hours }: Pick<Position, 'annualCost' | 'hours'>,
  { percent = 0, amount = 0 }: RiseRule,
  fullWeek = FULL_WEEK,
): Cents =>
  addUp([
    annualCost,
    partHalfUp(annualCost, basisPoints(percent)),
    partHalfUp(amount, ratio(hours, fullWeek)),
  ]);

/** Whether no pay group has two rules, and at most one rule holds for all the others. */
export const areRulesApart = (rules: readonly RiseRule[]): boolean =>
  new Set(rules.map(({ payGroup }) => (payGroup === undefined ? '' : groupOf(payGroup)))).size ===
  rules.length;
