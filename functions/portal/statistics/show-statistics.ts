import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import type { Role } from '../../../domain/people/role.ts';
import { statisticsOf } from '../../../domain/statistics/budget-applications.ts';
import { newestProcess } from '../../../domain/submission/process-of.ts';
import { askerOf } from '../../cases/asker.ts';
import { FieldsError, ForbiddenError } from '../../runtime/errors.ts';
import type { ApiRequest, RouteHandler } from '../../runtime/http/request.ts';
import { headsOf } from '../../store/head-lists.ts';
import type { PortalDeps } from '../deps.ts';

/** Who steers, works, or looks whether it was done well. */
const READERS: readonly Role[] = ['head', 'coordinator', 'clerk', 'auditor'];

const FORM = 'budget-application';

const yearAsked = ({ query }: ApiRequest, now: string): string => {
  const { form, year = now.slice(0, 4) } = query;
  const wrong = (path: string) => ({ path: [path], message: 'unknown-choice' });
  const issues = [
    ...(form === FORM ? [] : [wrong('form')]),
    ...(/^20[2-9]\d$/.test(year) ? [] : [wrong('year')]),
  ];
  if (issues.length > 0) throw new FieldsError(issues);
  return year;
};

/**
 * `GET /api/statistics?form=budget-application&year=`: how many applications of a year stand where, how much they are about, and how
 * long the office's steps take. Providers are institutions, and every figure about one stands in its file, which those who
 * may ask here may open: unlike in a survey of families, no cell is hidden for being small.
 */
export const showStatistics =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const asker = await askerOf(deps, request);
    if (!asker.roles.some((role) => READERS.includes(role))) throw new ForbiddenError('other-role');
    const year = yearAsked(request, deps.clock.now());
    const heads: BudgetHead[] = [];
    for await (const head of headsOf(deps.store, FORM, year)) heads.push(head);
    const { steps, ends } = newestProcess(FORM);
    const order = [...Object.keys(steps), ...ends];
    return { body: { form: FORM, year: Number(year), ...statisticsOf(heads, order) } };
  };
