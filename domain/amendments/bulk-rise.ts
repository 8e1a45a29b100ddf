import * as z from 'zod/mini';
import { type Amounts, totalOf } from '../budget/amounts.ts';
import { differenceOf, targetOf } from '../budget/difference.ts';
import type { BudgetApplicationAnswers } from '../forms/budget-application/answers.ts';
import { totalsOf } from '../forms/budget-application/totals.ts';
import type { Cents } from '../money/cents.ts';
import { amended, type Change } from './changes.ts';
import { areRulesApart, riseRule } from './rise.ts';

const strict = {
  error: (issue: { code?: string }) => (issue.code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-type'),
};

/** A tariff rise of all grants of a year: from which day, and what rises by how much. */
export const tariffRise = z
  .strictObject(
    {
      year: z.int('year').check(z.minimum(2021, 'year'), z.maximum(2100, 'year')),
      from: z.iso.date('date'),
      rules: z
        .array(riseRule)
        .check(z.minLength(1, 'required'), z.maxLength(30, 'too-many'), z.refine(areRulesApart, 'repeated')),
    },
    strict,
  )
  .check(
    z.refine(({ year, from }) => from.startsWith(`${year}-`), { path: ['from'], error: 'outside-year' }),
  );
export type TariffRise = z.infer<typeof tariffRise>;

export const changesOf = ({ from, rules }: TariffRise): Change[] => [
  { kind: 'rise', from, rules: [...rules] },
];

/** What a rise makes of one grant: its sum before and after (cents), and the difference in its shares. */
export interface RisenGrant {
  before: Cents;
  after: Cents;
  difference: Amounts;
}

/**
 * What a rise makes of a grant. Voluntary money stays as much as it is: what is more comes from the regular line.
 * @param granted as `asGranted` has it, @param stands what the grant comes to now
 */
export const risenGrant = (
  granted: BudgetApplicationAnswers,
  stands: Amounts,
  rise: TariffRise,
  fullWeek: number,
): RisenGrant => {
  const after = totalsOf(amended(granted, changesOf(rise), { fullWeek }), fullWeek).total;
  return {
    before: totalOf(stands),
    after,
    difference: differenceOf(stands, targetOf(after, stands.voluntary)),
  };
};
