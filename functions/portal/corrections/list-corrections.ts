import type { RouteHandler } from '../../runtime/http/request.ts';
import { listCorrections } from '../../store/corrections.ts';
import { askerForBudget, yearOf } from '../budgets/show-budget.ts';
import type { PortalDeps } from '../deps.ts';
import { withCursor } from '../list-tasks.ts';
import { correctionItem } from './correction-item.ts';

/** `GET /api/budgets/{year}/corrections?cursor=`: what was proposed to be corrected, last first, open and done. */
export const listBudgetCorrections =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const asker = await askerForBudget(deps, request);
    const year = yearOf(request);
    const page = await withCursor(() => listCorrections(deps.store, year, request.query.cursor));
    const items = await Promise.all(page.items.map((one) => correctionItem(deps, asker, one)));
    return { body: { items, ...(page.cursor && { cursor: page.cursor }) } };
  };
