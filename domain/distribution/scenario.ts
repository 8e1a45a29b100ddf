import * as z from 'zod/mini';
import type { BudgetSettings } from '../budget/settings.ts';
import type { CalendarDate } from '../calendar/period.ts';
import type { Issue } from '../languages/problem.ts';
import { cents } from '../money/cents.ts';
import { canonicalText } from '../submission/canonical.ts';
import { type DistributionRule, distributionRule } from './rule.ts';

const strict = {
  error: (issue: { code?: string }) => (issue.code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-type'),
};

const name = z.string('required').check(z.trim(), z.minLength(1, 'required'), z.maxLength(100, 'too-long'));
const weight = z.int('percent').check(z.minimum(0, 'percent'), z.maximum(10_000, 'percent'));

/**
 * What somebody wants to compare: how a sum would be distributed by a version of the concept and by imported indicators. Other
 * weights (hundredths of a per cent, by component) and another basic share may be tried; nothing like that can be resolved.
 */
export const newScenario = z.strictObject(
  {
    name,
    concept: z.string('required').check(z.minLength(1, 'required')),
    sum: cents.check(z.positive('required')),
    import: z.uuid('required'),
    basic: z.optional(cents),
    weights: z.optional(z.record(z.string(), weight)),
  },
  strict,
);
export type NewScenario = z.infer<typeof newScenario>;

const deed = z.strictObject({ at: z.iso.datetime({ precision: 3 }), by: z.string() });

/**
 * A scenario as it is kept: with the rule that it goes by, whatever becomes of the county's settings. It never changes; until it was
 * resolved it can be withdrawn, and is not compared any more then.
 */
export const scenario = z.strictObject({
  id: z.uuid(),
  name,
  concept: z.string(),
  sum: cents,
  import: z.uuid(),
  rule: distributionRule,
  by: z.string(),
  at: z.iso.datetime({ precision: 3 }),
  withdrawn: z.optional(deed),
  /** It is what was resolved, once at least. */
  resolved: z.optional(z.literal(true)),
});
export type Scenario = z.infer<typeof scenario>;

type Concept = BudgetSettings['concepts'][number];
/** A version of the concept that says how the budget is distributed. */
export type DistributingConcept = Concept & { distribution: DistributionRule };

/** The versions of the concept that are valid on some day of a year and say how the budget is distributed. */
export const conceptsFor = (
  year: number,
  { concepts }: Pick<BudgetSettings, 'concepts'>,
): DistributingConcept[] =>
  concepts.filter(
    (one): one is DistributingConcept =>
      one.distribution !== undefined &&
      one.validFrom <= `${year}-12-31` &&
      (one.validTo === undefined || one.validTo >= `${year}-01-01`),
  );

/** The rule of a scenario: the concept's, with what is tried. A component without weight is left out. */
export const ruleOf = (
  { distribution }: DistributingConcept,
  { basic, weights }: Pick<NewScenario, 'basic' | 'weights'>,
): { rule: DistributionRule } | { issues: Issue[] } => {
  const { components } = distribution;
  const unknown = Object.keys(weights ?? {}).filter((code) => !components.some((one) => one.code === code));
  if (unknown.length > 0)
    return { issues: unknown.map((code) => ({ path: ['weights', code], message: 'unknown-field' })) };
  const weighed = components
    .map((one) => ({ ...one, weight: weights ? (weights[one.code] ?? 0) : one.weight }))
    .filter((one) => one.weight > 0);
  if (weighed.reduce((sum, one) => sum + one.weight, 0) !== 10_000)
    return { issues: [{ path: ['weights'], message: 'weights-hundred-percent' }] };
  return { rule: { basic: basic ?? distribution.basic, components: weighed } };
};

/** Whether a scenario tries what its version of the concept, as the settings have it now, does not say. */
export const deviates = (
  { concept, rule }: Scenario,
  { concepts }: Pick<BudgetSettings, 'concepts'>,
): boolean => {
  const now = concepts.find(({ version }) => version === concept)?.distribution;
  return now === undefined || canonicalText(now) !== canonicalText(rule);
};

/** What the Jugendhilfeausschuss resolved, as its office records it: one of the scenarios, and on which day. */
export const newResolution = z.strictObject(
  { scenario: z.uuid('required'), resolvedOn: z.iso.date('date') },
  strict,
);
export type NewResolution = z.infer<typeof newResolution>;

/** A recorded resolution, counted in its year from 1. The last one holds; those before stay. */
export const resolution = z.strictObject({
  n: z.int().check(z.positive()),
  scenario,
  resolvedOn: z.iso.date(),
  by: z.string(),
  at: z.iso.datetime({ precision: 3 }),
});
export type Resolution = z.infer<typeof resolution>;

/**
 * Why a scenario cannot be what was resolved: it tries something that no concept says, or the day is none on which it could have
 * been resolved. The county's concept itself has its own day (settings).
 */
export const resolutionIssue = (
  of: Scenario,
  resolvedOn: CalendarDate,
  { today, budget }: { today: CalendarDate; budget: Pick<BudgetSettings, 'concepts'> },
): Issue | undefined => {
  if (deviates(of, budget)) return { path: ['scenario'], message: 'not-of-concept' };
  if (resolvedOn > today) return { path: ['resolvedOn'], message: 'date-future' };
  const concept = budget.concepts.find(({ version }) => version === of.concept);
  return concept && resolvedOn < concept.resolvedOn
    ? { path: ['resolvedOn'], message: 'before-concept' }
    : undefined;
};
