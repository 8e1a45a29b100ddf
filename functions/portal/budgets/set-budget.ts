import { entriesOf } from '../../../domain/budget/entry.ts';
import { type FrameSetting, setFrame } from '../../../domain/budget/set-frame.ts';
import { askerOf } from '../../cases/asker.ts';
import { ConflictError, ForbiddenError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { ledgerWrites, readFrame } from '../../store/ledger.ts';
import { hasRole } from '../../store/role-conditions.ts';
import { transact } from '../../store/transact.ts';
import type { PortalDeps } from '../deps.ts';
import { budgetOf, yearOf } from './show-budget.ts';

/**
 * `PUT /api/budgets/{year}`: the treasurer enters the state's figure and voluntary money, and puts the frame in force. What
 * changes is an entry of the ledger; nothing is overwritten.
 */
export const setBudget =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const asker = await askerOf(deps, request);
    if (!asker.roles.includes('treasurer')) throw new ForbiddenError('other-role');
    const { store } = deps;
    const year = yearOf(request);
    const now = await readFrame(store, year);
    const stale = new ConflictError('faster', { version: now.version, at: now.state });
    if ((request.ifMatch ?? '"0"') !== `"${now.version}"`) throw stale;
    const set = setFrame(now, request.body as FrameSetting);
    if (!set.ok) throw new ConflictError(`frame-${set.refusal}`, { version: now.version, at: now.state });
    const entries = entriesOf(set.movements, {
      act: `frame.${year}.${set.frame.version}`,
      at: deps.clock.now(),
      by: { person: asker.id },
    });
    const { budget } = await deps.registers.county();
    const failed = await transact(store, [
      ...ledgerWrites(
        store,
        year,
        { effect: set.effect, entries },
        { policy: budget, state: set.frame.state, from: now.version },
      ),
      hasRole(store, asker.id, 'treasurer'),
    ]);
    // Somebody set it, or committed of it, between reading and writing.
    if (failed) throw stale;
    const body = await budgetOf(deps, year);
    return { body, headers: { etag: `"${body.version}"` } };
  };
