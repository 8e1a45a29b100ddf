import type { RouteHandler } from '../../runtime/http/request.ts';
import { listEntries } from '../../store/ledger.ts';
import type { PortalDeps } from '../deps.ts';
import { withCursor } from '../list-tasks.ts';
import { askerForBudget, yearOf } from './show-budget.ts';

/** `GET /api/budgets/{year}/entries?cursor=`: the ledger of a year, newest first. */
export const listBudgetEntries =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    await askerForBudget(deps, request);
    const year = yearOf(request);
    return { body: await withCursor(() => listEntries(deps.store, year, request.query.cursor)) };
  };
