import { agrees } from '../../../domain/budget/agreement.ts';
import type { Role } from '../../../domain/people/role.ts';
import { canonicalText } from '../../../domain/submission/canonical.ts';
import { askerOf, type KnownAsker } from '../../cases/asker.ts';
import { ForbiddenError, NotFoundError } from '../../runtime/errors.ts';
import type { ApiRequest, RouteHandler } from '../../runtime/http/request.ts';
import { readEntries, readFrame } from '../../store/ledger.ts';
import type { PortalDeps } from '../deps.ts';

/** Who sees what a year has and where it went. */
const READERS: readonly Role[] = ['clerk', 'coordinator', 'head', 'treasurer', 'auditor'];

export const askerForBudget = async (deps: PortalDeps, request: ApiRequest): Promise<KnownAsker> => {
  const asker = await askerOf(deps, request);
  if (!asker.roles.some((role) => READERS.includes(role))) throw new ForbiddenError('other-role');
  return asker;
};

/** The year of the path: the Sozialraumbudget exists since 2021. @throws NotFoundError */
export const yearOf = ({ params }: ApiRequest): number => {
  const { year = '' } = params;
  if (!/^20[2-9]\d$/.test(year) || year === '2020') throw new NotFoundError('no such year');
  return Number(year);
};

/** What a year's budget answers: sums of frame and entries that were read one after the other may be of two moments. */
export const budgetOf = async ({ store }: PortalDeps, year: number) => {
  for (let attempt = 1; ; attempt += 1) {
    const before = await readFrame(store, year);
    const entries = await readEntries(store, year);
    const after = await readFrame(store, year);
    const isOfOneMoment = canonicalText(before) === canonicalText(after);
    if (isOfOneMoment || attempt === 5)
      return { ...after, agrees: agrees(after, entries), entries: entries.length };
  }
};

/** `GET /api/budgets/{year}`: the frame, and whether its sums are those of its entries. */
export const showBudget =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    await askerForBudget(deps, request);
    const body = await budgetOf(deps, yearOf(request));
    return { body, headers: { etag: `"${body.version}"` } };
  };
