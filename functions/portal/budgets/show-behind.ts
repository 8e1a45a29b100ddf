import type { BudgetSettings } from '../../../domain/budget/settings.ts';
import { fileNumberOf } from '../../../domain/forms/budget-application/file-number.ts';
import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import { type Behind, behindLine } from '../../../domain/year/behind.ts';
import { type Grouping, groupings } from '../../../domain/year/overview.ts';
import { FieldsError } from '../../runtime/errors.ts';
import type { ApiRequest, RouteHandler } from '../../runtime/http/request.ts';
import type { Store } from '../../store/client.ts';
import { listForm } from '../../store/head-lists.ts';
import { isOf } from '../../store/heads.ts';
import type { PortalDeps } from '../deps.ts';
import { withCursor } from '../list-tasks.ts';
import { areaOfKita } from './area-of.ts';
import { askerForBudget, yearOf } from './show-budget.ts';

/** A page has at least so many, if there are; to find them so many pages of the year's list are read. */
const [ENOUGH, PAGES] = [25, 20];

interface Found extends Behind {
  head: BudgetHead;
}

/** The applications of a year that have a part in a line, from where the cursor says. */
const listBehind = async (
  store: Store,
  year: number,
  from: string | undefined,
  behind: (head: BudgetHead) => Behind | undefined,
) => {
  const items: Found[] = [];
  let cursor = from;
  for (let pages = 0; pages < PAGES && items.length < ENOUGH; pages += 1) {
    const page = await listForm(store, 'budget-application', String(year), cursor);
    for (const head of page.items) {
      const found = isOf('budget-application', head) && behind(head);
      if (found) items.push({ head, ...found });
    }
    cursor = page.cursor;
    if (!cursor) break;
  }
  return { items, ...(cursor && { cursor }) };
};

/** @throws FieldsError when it is no line of the overview that is asked for */
const lineOf = ({ query: { by, key } }: ApiRequest): { by: Grouping; key: string } => {
  const grouping = groupings.find((one) => one === by);
  if (!grouping) throw new FieldsError([{ path: ['by'], message: 'unknown-choice' }]);
  if (!key) throw new FieldsError([{ path: ['key'], message: 'required' }]);
  return { by: grouping, key };
};

const itemOf = ({ head, ...behind }: Found, names: ReadonlyMap<string, string>, budget: BudgetSettings) => {
  const { provider, purpose } = head.about;
  return {
    application: head.id,
    fileNumber: fileNumberOf(head, budget),
    provider: { id: provider, name: names.get(provider) ?? provider },
    ...(purpose && { purpose }),
    ...behind,
  };
};

/** `GET /api/budgets/{year}/overview/applications?by=&key=&cursor=`: what a line of the overview is made of. */
export const showBehind =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    await askerForBudget(deps, request);
    const year = yearOf(request);
    const { by, key } = lineOf(request);
    const [areaOf, names, { budget }] = await Promise.all([
      areaOfKita(deps),
      deps.registers.providerNames(),
      deps.registers.county(),
    ]);
    const page = await withCursor(() =>
      listBehind(deps.store, year, request.query.cursor, ({ about }) =>
        behindLine(about, { by, key, areaOf }),
      ),
    );
    return { body: { ...page, items: page.items.map((one) => itemOf(one, names, budget)) } };
  };
