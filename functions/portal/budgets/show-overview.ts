import { groupings, overviewBy } from '../../../domain/year/overview.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import type { PortalDeps } from '../deps.ts';
import { askerForBudget, yearOf } from './show-budget.ts';
import { applicationsOf } from './year-heads.ts';

/** `GET /api/budgets/{year}/overview`: how far the year's money has come, by purpose, social area and provider. */
export const showOverview =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    await askerForBudget(deps, request);
    const { registers, store } = deps;
    const [heads, kitas, providers] = await Promise.all([
      applicationsOf(store, yearOf(request)),
      registers.kitas(),
      registers.providerNames(),
    ]);
    const areas = new Map(kitas.map(({ id, socialArea }) => [id, socialArea]));
    const counted = heads.map(({ about }) => ({
      provider: about.provider,
      purpose: about.purpose,
      areas: about.kitas.flatMap((kita) => areas.get(kita) ?? []),
      money: about.money,
    }));
    const named = (by: (typeof groupings)[number]) =>
      overviewBy(counted, by).map((row) => {
        const name = by === 'provider' ? providers.get(row.key) : undefined;
        return { ...row, ...(name && { name }) };
      });
    return { body: Object.fromEntries(groupings.map((by) => [by, named(by)])) };
  };
