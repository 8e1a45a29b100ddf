import type { GoalList } from '../../../domain/api/goals.ts';
import { dateOf } from '../../../domain/calendar/due.ts';
import { FieldsError } from '../../runtime/errors.ts';
import type { ApiRequest, RouteHandler } from '../../runtime/http/request.ts';
import { listGoals } from '../../store/goals.ts';
import type { PortalDeps } from '../deps.ts';
import { askerForGoals, goalActions, goalItem } from './goal-item.ts';

/** The year of the query, without one this year. @throws FieldsError */
export const yearAsked = ({ query }: ApiRequest, now: string): number => {
  const { year = dateOf(now).slice(0, 4) } = query;
  if (!/^20[2-9]\d$/.test(year)) throw new FieldsError([{ path: ['year'], message: 'unknown-choice' }]);
  return Number(year);
};

/** `GET /api/goals?year=`: the county's goals of a year with their fine goals, measures and what came of them. */
export const listYearsGoals =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const asker = await askerForGoals(deps, request);
    const year = yearAsked(request, deps.clock.now());
    const [goals, people] = await Promise.all([listGoals(deps.store, year), deps.registers.people()]);
    const body: GoalList = {
      year,
      items: goals.map((one) => goalItem(one, people)),
      actions: goalActions(asker),
    };
    return { body };
  };
