import type { Resolver } from 'react-hook-form';
import type { DistributionAnswer } from '../../../../domain/api/distribution.ts';
import type { DistributionRule } from '../../../../domain/distribution/rule.ts';
import { type NewScenario, newScenario } from '../../../../domain/distribution/scenario.ts';
import { formatHundredths, readHundredths } from '../../../../domain/forms/budget-application/hundredths.ts';
import type { Issue } from '../../../../domain/languages/problem.ts';
import { formatAmount, readEuros } from '../../../../domain/money/euros.ts';
import { errorsOf } from '../../drafts/errors-of.ts';

/** What the coordinator types. */
export interface TypedScenario {
  name: string;
  concept: string;
  sum: string;
  import: string;
  basic: string;
  weights: Record<string, string>;
}

type Concepts = DistributionAnswer['concepts'];

const ruleOf = (concepts: Concepts, version: string): DistributionRule | undefined =>
  concepts.find((one) => one.version === version)?.rule;

/** Basic share and weights as a version of the concept says them. */
export const asInConcept = (
  concepts: Concepts,
  version: string,
): Pick<TypedScenario, 'basic' | 'weights'> => {
  const rule = ruleOf(concepts, version);
  return {
    basic: formatAmount(rule?.basic ?? 0),
    weights: Object.fromEntries(
      (rule?.components ?? []).map(({ code, weight }) => [code, formatHundredths(weight)]),
    ),
  };
};

/**
 * What was typed, as it is sent: only what differs from the concept is tried. What cannot be read is left to the schema, by a value
 * that it refuses.
 */
const sentOf = (typed: TypedScenario, concepts: Concepts): { body: unknown; issues: Issue[] } => {
  const rule = ruleOf(concepts, typed.concept);
  const issues: Issue[] = [];
  const amount = (path: 'sum' | 'basic') => {
    const cents = readEuros(typed[path]);
    if (cents === undefined)
      issues.push({ path: [path], message: typed[path].trim() ? 'amount' : 'required' });
    return cents;
  };
  const weights = (rule?.components ?? []).map(({ code, weight }) => {
    const read = readHundredths(typed.weights[code] ?? '');
    if (read === undefined) issues.push({ path: ['weights', code], message: 'percent' });
    return { code, weight, read };
  });
  const isTried = weights.some(({ weight, read }) => read !== weight);
  const basic = amount('basic');
  const body = {
    name: typed.name,
    concept: typed.concept,
    sum: amount('sum'),
    import: typed.import,
    ...(basic !== rule?.basic && { basic }),
    ...(isTried && { weights: Object.fromEntries(weights.map(({ code, read }) => [code, read])) }),
  };
  if (issues.length === 0 && weights.reduce((sum, { read = 0 }) => sum + read, 0) !== 10_000)
    issues.push(
      ...weights
        .slice(0, 1)
        .map(({ code }) => ({ path: ['weights', code], message: 'weights-hundred-percent' })),
    );
  return { body, issues };
};

export const scenarioResolver =
  (concepts: Concepts): Resolver<TypedScenario, unknown, NewScenario> =>
  async (typed) => {
    const { body, issues } = sentOf(typed, concepts);
    const checked = newScenario.safeParse(body);
    const known = new Set(issues.map(({ path }) => path.join('.')));
    const more = checked.success ? [] : checked.error.issues.filter(({ path }) => !known.has(path.join('.')));
    const all = [...issues, ...more];
    return checked.success && all.length === 0
      ? { values: checked.data, errors: {} }
      : ({ values: {}, errors: errorsOf(all) } as never);
  };
