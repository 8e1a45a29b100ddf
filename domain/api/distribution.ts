import * as z from 'zod/mini';
import { distributionRule, indicator } from '../distribution/rule.ts';
import * as kept from '../distribution/scenario.ts';
import { cents } from '../money/cents.ts';

/** `PUT /api/distributions/{year}/scenarios/{id}` */
export const newScenario = kept.newScenario;
export const savedScenario = z.object({ id: z.string() });
/** `POST /api/distributions/{year}/resolution`; If-Match counts the resolutions that were seen. */
export const newResolution = kept.newResolution;

/**
 * What a Kita gets, explained: `value` of the indicator (per cents in hundredths) and the points that it is worth, where the rule has a table.
 * A session's paper has the amounts only: sessions are public, and small numbers say something about families.
 */
const share = z.object({
  kita: z.string(),
  amount: cents,
  basic: cents,
  parts: z.array(
    z.object({
      component: z.string(),
      value: z.optional(z.int()),
      points: z.optional(z.int()),
      amount: cents,
    }),
  ),
});
export type ShareShown = z.infer<typeof share>;

/** What each component distributes, over how many values or points in all. A session's paper has no total: it would give the values away. */
const components = z.array(z.object({ code: z.string(), amount: cents, total: z.optional(z.int()) }));

export const scenarioShown = z.object({
  id: z.string(),
  name: z.string(),
  concept: z.string(),
  sum: cents,
  rule: distributionRule,
  /** It tries what the concept does not say: it can be compared, and not be resolved. */
  deviates: z.boolean(),
  at: z.string(),
  byName: z.optional(z.string()),
  /** It was resolved, once at least: it is not withdrawn any more. */
  resolved: z.boolean(),
  /** The file with the indicators. */
  importName: z.string(),
  components,
  shares: z.array(share),
  /** Kitas of the register that the file does not have: they get nothing. */
  leftOut: z.array(z.string()),
});
export type ScenarioShown = z.infer<typeof scenarioShown>;

const resolutionShown = z.object({
  n: z.int(),
  scenario: z.string(),
  concept: z.string(),
  sum: cents,
  resolvedOn: z.iso.date(),
  at: z.string(),
  byName: z.optional(z.string()),
});

/** `GET /api/distributions/{year}`: everything that can be compared, and what was resolved. The `ETag` counts the resolutions. */
export const distributionAnswer = z.object({
  year: z.int(),
  indicators: z.array(indicator),
  /** The versions of the concept that are valid in the year and say how it is distributed. */
  concepts: z.array(
    z.object({
      version: z.string(),
      resolvedOn: z.iso.date(),
      validFrom: z.iso.date(),
      validTo: z.optional(z.iso.date()),
      rule: distributionRule,
    }),
  ),
  /** Names by id, of every Kita of the register. */
  kitas: z.record(z.string(), z.string()),
  scenarios: z.array(scenarioShown),
  resolved: z.int(),
  resolution: z.optional(resolutionShown),
  /** What the one who asks may do: `propose` a scenario, record what was `resolve`d. */
  actions: z.array(z.enum(['propose', 'resolve'])),
});
export type DistributionAnswer = z.infer<typeof distributionAnswer>;

/** `GET /api/distributions/{year}/shares?kitas=a,b`: what the resolved distribution gives to Kitas; nothing before it was resolved. */
export const sharesAnswer = z.object({
  year: z.int(),
  resolution: z.optional(resolutionShown),
  rule: z.optional(distributionRule),
  indicators: z.array(indicator),
  components,
  items: z.array(z.extend(share, { name: z.string() })),
});
export type SharesAnswer = z.infer<typeof sharesAnswer>;
