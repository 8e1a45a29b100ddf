import type { Head } from '../../../domain/submission/head.ts';
import { askerOf, type KnownAsker } from '../../cases/asker.ts';
import { ConflictError, ForbiddenError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { requireId } from '../../runtime/http/require-id.ts';
import { closeExport, type Exported, putExport, readExport } from '../../store/exports.ts';
import { listMine } from '../../store/head-lists.ts';
import { minePk } from '../../store/keys.ts';
import { transact } from '../../store/transact.ts';
import type { PortalDeps } from '../deps.ts';
import { type Claimed, claimOrder } from './claim-order.ts';
import { exportItem } from './export-item.ts';

/** As many as one call hands over: it has seconds. The page calls again until it is done. */
const AT_ONCE = 50;

const byDue = (a: Head, b: Head) => {
  const key = (of: Head) => (of.form === 'payment-order' ? `${of.about.due}#${of.id}` : of.id);
  return key(a) < key(b) ? -1 : 1;
};

/** The orders that wait to be handed over, the earliest due first. */
const waitingOrders = async ({ store }: PortalDeps): Promise<string[]> => {
  const found: Head[] = [];
  let cursor: string | undefined;
  do {
    const page = await listMine(store, [minePk({ role: 'treasurer' })], { all: false, cursor });
    found.push(...page.items.filter(({ form, at }) => form === 'payment-order' && at === 'export'));
    cursor = page.cursor;
  } while (cursor);
  return found.sort(byDue).map(({ id }) => id);
};

/** The export under this id: the one that began before, or a new one with how files look today. */
const begun = async (deps: PortalDeps, id: string, asker: KnownAsker): Promise<Exported> => {
  const { store, registers, clock } = deps;
  const before = await readExport(store, id);
  if (before) return before;
  const { export: format, numberPrefix: prefix } = (await registers.county()).budget.payments;
  const facts = { id, at: clock.now(), by: asker.id, format, prefix };
  const one: Exported = { ...facts, rows: 0, amount: 0, state: 'open' };
  await transact(store, [putExport(store, one)]);
  return (await readExport(store, id)) ?? one;
};

/** Ended, unless somebody added to it at the same moment: then it is ended by the next call. */
const ended = async ({ store }: PortalDeps, id: string): Promise<Exported | undefined> => {
  const now = await readExport(store, id);
  if (now && now.state === 'open' && now.rows > 0) await transact(store, [closeExport(store, now)]);
  return readExport(store, id);
};

interface Left {
  order: string;
  reason: Claimed;
}

/** Hands over at most AT_ONCE. What is left for another does not count: it would be in the way of all that is due later. */
const handOverAll = async (
  deps: PortalDeps,
  waiting: readonly string[],
  claiming: { batch: Exported; asker: KnownAsker },
): Promise<{ left: Left[]; isDone: boolean }> => {
  const left: Left[] = [];
  let taken = 0;
  for (const order of waiting) {
    if (taken === AT_ONCE) return { left, isDone: false };
    const reason = await claimOrder(deps, order, claiming);
    if (reason === 'ended') break;
    if (reason === 'exported') taken += 1;
    else if (reason !== 'left') left.push({ order, reason });
  }
  return { left, isDone: true };
};

/**
 * `POST /api/payment-exports/{id}`: hands over every order that waits, each once, by a transaction of its own. The id comes from the
 * browser: the same again goes on where a kill ended it, and answers what was done once it is done.
 */
export const exportOrders =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const id = requireId(request.params.id);
    const asker = await askerOf(deps, request);
    if (!asker.roles.includes('treasurer')) throw new ForbiddenError('other-role');
    const before = await readExport(deps.store, id);
    if (before?.state === 'closed') return { body: await exportItem(deps, before) };
    const waiting = await waitingOrders(deps);
    if (waiting.length === 0 && !before?.rows) throw new ConflictError('nothing-to-export');
    const batch = await begun(deps, id, asker);
    const { left, isDone } = await handOverAll(deps, waiting, { batch, asker });
    const now = (isDone ? await ended(deps, id) : await readExport(deps.store, id)) ?? batch;
    if (now.rows === 0 && left.length === 0) throw new ConflictError('nothing-to-export');
    return { status: before ? 200 : 201, body: { ...(await exportItem(deps, now)), left } };
  };
