import { groupings, overviewBy } from '../../../domain/year/overview.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { readSums } from '../../store/year-sums.ts';
import type { PortalDeps } from '../deps.ts';
import { areaOfKita } from './area-of.ts';
import { askerForBudget, yearOf } from './show-budget.ts';

/** `GET /api/budgets/{year}/overview`: how far the year's money has come, by purpose, social area and provider. */
export const showOverview =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    await askerForBudget(deps, request);
    const { registers, store } = deps;
    const [sums, areaOf, providers] = await Promise.all([
      readSums(store, yearOf(request)),
      areaOfKita(deps),
      registers.providerNames(),
    ]);
    const named = (by: (typeof groupings)[number]) =>
      overviewBy(sums, by, areaOf).map((row) => {
        const name = by === 'provider' ? providers.get(row.key) : undefined;
        return { ...row, ...(name && { name }) };
      });
    return { body: Object.fromEntries(groupings.map((by) => [by, named(by)])) };
  };
