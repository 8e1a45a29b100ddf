import { closingRefusal } from '../../../domain/budget/close-frame.ts';
import { entriesOf } from '../../../domain/budget/entry.ts';
import type { Frame } from '../../../domain/budget/frame.ts';
import { type FrameSetting, setFrame } from '../../../domain/budget/set-frame.ts';
import { dateOf } from '../../../domain/calendar/due.ts';
import { hindering } from '../../../domain/year/closing.ts';
import { isWhole } from '../../../domain/year/unsettled.ts';
import { askerOf, type KnownAsker } from '../../cases/asker.ts';
import { ConflictError, ForbiddenError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { putClosing } from '../../store/closings.ts';
import { ledgerWrites, readFrame } from '../../store/ledger.ts';
import { hasRole } from '../../store/role-conditions.ts';
import { transact, type Write } from '../../store/transact.ts';
import type { PortalDeps } from '../deps.ts';
import { budgetOf, yearOf } from './show-budget.ts';
import { closingNow } from './show-closing.ts';

/**
 * What the year is closed with: its settlement, what goes back and on, and what was left open despite it.
 * @throws ConflictError while something is not settled that the county does not close despite, and while the list of what is
 * not settled lacks something that the frame knows of: a closing is never taken back
 */
const closingWrites = async (deps: PortalDeps, frame: Frame, asker: KnownAsker): Promise<Write[]> => {
  const { budget } = await deps.registers.county();
  const { closing } = await closingNow(deps, frame, budget);
  if (!isWhole(closing.unsettled, frame))
    throw new ConflictError('frame-list-behind', { version: frame.version - 1, at: 'in-force' });
  if (hindering(closing, budget.closing).length > 0)
    throw new ConflictError('frame-unsettled', { version: frame.version - 1, at: 'in-force' });
  const closed = { ...closing, at: deps.clock.now(), by: { person: asker.id } };
  return [putClosing(deps.store, frame.year, closed)];
};

/**
 * `PUT /api/budgets/{year}`: the treasurer enters the state's figure and voluntary money, and puts the frame in force. What
 * changes is an entry of the ledger; nothing is overwritten. A year is closed with what becomes of its money, once.
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
    const setting = request.body as FrameSetting;
    const isAsked = setting.state === 'closed' && now.state !== 'closed';
    const refusal = isAsked && closingRefusal(now, setting, dateOf(deps.clock.now()));
    if (refusal) throw new ConflictError(`frame-${refusal}`, { version: now.version, at: now.state });
    const set = setFrame(now, setting);
    if (!set.ok) throw new ConflictError(`frame-${set.refusal}`, { version: now.version, at: now.state });
    const entries = entriesOf(set.movements, {
      act: `frame.${year}.${set.frame.version}`,
      at: deps.clock.now(),
      by: { person: asker.id },
    });
    const { budget } = await deps.registers.county();
    const isClosing = set.frame.state === 'closed';
    const failed = await transact(store, [
      ...ledgerWrites(
        store,
        year,
        { effect: set.effect, entries },
        { policy: budget, state: set.frame.state, from: now.version, ...(isClosing && { unmoved: now }) },
      ),
      hasRole(store, asker.id, 'treasurer'),
      ...(isClosing ? await closingWrites(deps, set.frame, asker) : []),
    ]);
    // Somebody set it, or committed of it, between reading and writing.
    if (failed) throw stale;
    const body = await budgetOf(deps, year);
    return { body, headers: { etag: `"${body.version}"` } };
  };
