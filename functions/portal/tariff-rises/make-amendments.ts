import type { TariffRise } from '../../../domain/amendments/bulk-rise.ts';
import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import { askerOf } from '../../cases/asker.ts';
import { newAmendment } from '../../cases/new-amendment.ts';
import { ConflictError, ForbiddenError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { requireId } from '../../runtime/http/require-id.ts';
import { ConditionFailedError, changeHeadOf } from '../../store/heads.ts';
import { isFrameWrite, isYearCheck } from '../../store/ledger.ts';
import { hasRole } from '../../store/role-conditions.ts';
import type { PortalDeps } from '../deps.ts';
import { amendmentBy, grantsOf, inRise, type RiseState } from './rise-grants.ts';

/** So many amendments a call makes: it stays well within what a function has time for. */
const MOST = 20;

type Counts = Record<RiseState, number>;

/** One amendment, in one transaction with the mark in its grant's head. A repeat, or another call, finds it there. */
const make = async (deps: PortalDeps, grant: BudgetHead, rise: TariffRise, id: string, person: string) => {
  const { store, registers, clock } = deps;
  const made = { at: clock.now(), county: await registers.county() };
  await changeHeadOf(store, 'budget-application', grant.id, async (now) => {
    const begun = await newAmendment(store, now, amendmentBy(now, rise, id, person), made);
    return begun && { ...begun, with: [...begun.with, hasRole(store, person, 'clerk')] };
  });
};

/** Whether another amendment came in between: this grant's turn comes with the next call. */
const isOvertaken = (error: unknown) => error instanceof ConflictError && error.problem === 'amendment-open';

const refusedBy = (error: unknown): unknown => {
  if (!(error instanceof ConditionFailedError)) return error;
  if (isYearCheck(error.write) || isFrameWrite(error.write)) return new ConflictError('frame-closed');
  return new ForbiddenError('forbidden');
};

/**
 * `POST /api/tariff-rises/{id}/amendments`: makes the amendments of a rise, some at each call, until none is left. Each grant takes
 * part once, however often this is called, by whomever, and wherever it was cut off before.
 */
export const makeRiseAmendments =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const id = requireId(request.params.id);
    const rise = request.body as TariffRise;
    const asker = await askerOf(deps, request);
    if (!asker.roles.includes('clerk')) throw new ForbiddenError('other-role');
    const counts: Counts = { ready: 0, made: 0, 'amendment-open': 0, unaffected: 0 };
    let now = 0;
    for (const grant of await grantsOf(deps.store, rise.year)) {
      const one = await inRise(deps, grant, rise, id);
      if (!one) continue;
      let { state } = one;
      if (state === 'ready' && now < MOST) {
        try {
          await make(deps, grant, rise, id, asker.id);
          state = 'made';
          now += 1;
        } catch (error) {
          if (!isOvertaken(error)) throw refusedBy(error);
          state = 'amendment-open';
        }
      }
      counts[state] += 1;
    }
    const { ready: left, made, unaffected, 'amendment-open': open } = counts;
    return { body: { now, made, left, open, unaffected } };
  };
