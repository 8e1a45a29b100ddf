import type { DistributionAnswer, ScenarioShown } from '../../../domain/api/distribution.ts';
import { conceptsFor, deviates } from '../../../domain/distribution/scenario.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { listScenarios, readResolution } from '../../store/distributions.ts';
import { yearOf } from '../budgets/show-budget.ts';
import type { PortalDeps } from '../deps.ts';
import {
  askerForDistribution,
  componentsFor,
  type DistributionView,
  namedBy,
  resolutionShown,
  shareFor,
} from './readers.ts';
import { indicatorsOf, type Reckoned, reckonFrom } from './reckon.ts';

const shown = async (
  { registers }: PortalDeps,
  { scenario, file, distribution }: Reckoned,
  view: DistributionView,
  resolvedId: string | undefined,
): Promise<ScenarioShown> => {
  const [people, kitas, { budget }] = await Promise.all([
    registers.people(),
    registers.kitas(),
    registers.county(),
  ]);
  const { id, name, concept, sum, rule, at, by } = scenario;
  const { shares, components } = distribution;
  const there = new Set(shares.map(({ kita }) => kita));
  return {
    id,
    name,
    concept,
    sum,
    rule,
    deviates: deviates(scenario, budget),
    at,
    ...namedBy(people, by),
    resolved: scenario.resolved === true || scenario.id === resolvedId,
    importName: file.name,
    components: componentsFor(view, components),
    shares: shares.map((share) => shareFor(view, share)),
    leftOut: kitas.filter((kita) => !there.has(kita.id)).map((kita) => kita.id),
  };
};

/** What a year's distribution answers to somebody who may see it. */
export const distributionFor = async (
  deps: PortalDeps,
  year: number,
  { roles, view }: { roles: readonly string[]; view: DistributionView },
): Promise<DistributionAnswer> => {
  const { store, registers } = deps;
  const [{ budget }, kitas, people] = await Promise.all([
    registers.county(),
    registers.kitas(),
    registers.people(),
  ]);
  const [scenarios, resolution] = await Promise.all([
    listScenarios(store, year),
    readResolution(store, year),
  ]);
  // Most scenarios go by the same file: each is read once.
  const ids = [...new Set(scenarios.map((one) => one.import))];
  const files = new Map(
    await Promise.all(ids.map(async (id) => [id, await indicatorsOf(store, id)] as const)),
  );
  const reckoned = scenarios.map((one) => reckonFrom(files.get(one.import), one));
  return {
    year,
    indicators: budget.indicators ?? [],
    concepts: conceptsFor(year, budget).map(({ distribution: rule, version, ...one }) => ({
      version,
      resolvedOn: one.resolvedOn,
      validFrom: one.validFrom,
      ...(one.validTo && { validTo: one.validTo }),
      rule,
    })),
    kitas: Object.fromEntries(kitas.map(({ id, name }) => [id, name])),
    scenarios: await Promise.all(reckoned.map((one) => shown(deps, one, view, resolution?.scenario.id))),
    resolved: resolution?.n ?? 0,
    ...(resolution && { resolution: resolutionShown(resolution, people) }),
    actions: [
      ...(roles.includes('coordinator') ? ['propose' as const] : []),
      ...(roles.includes('committee') ? ['resolve' as const] : []),
    ],
  };
};

/** `GET /api/distributions/{year}`: the scenarios side by side, each Kita's share explained. */
export const showDistribution =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const { asker, view } = await askerForDistribution(deps, request);
    const body = await distributionFor(deps, yearOf(request), { roles: asker.roles, view });
    return { body, headers: { etag: `"${body.resolved}"` } };
  };
