import type { Correction } from '../../../domain/budget/correction.ts';
import { type Holding, holdingAfter } from '../../../domain/budget/holding.ts';
import { sumWrites } from '../../cases/budget-writes.ts';
import { ConflictError, ForbiddenError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { putAnswered, readCorrection } from '../../store/corrections.ts';
import { ConditionFailedError, changeHeadOf } from '../../store/heads.ts';
import { ledgerWrites } from '../../store/ledger.ts';
import { logged } from '../../store/log.ts';
import { hasRole } from '../../store/role-conditions.ts';
import { pause, TransactionConflictError, transact, type Write } from '../../store/transact.ts';
import type { PortalDeps } from '../deps.ts';
import { type Answering, answeredBefore, answeringOf } from './answering.ts';
import { correctionItem } from './correction-item.ts';
import { counterOf, readYear } from './counter.ts';

interface Confirming extends Answering {
  confirmed: Correction & Required<Pick<Correction, 'answered'>>;
}

/** Proposal, frame and counter-entry of a confirmation, from the year as it is read now; undefined once it was answered. */
const confirmationOf = async (deps: PortalDeps, of: Confirming, held: Holding | undefined) => {
  const { store, registers } = deps;
  const { asker, as, year, confirmed } = of;
  const found = await readYear(store, year);
  // After the entries: if they hold its own counter-entry already, it is not open any more.
  if ((await readCorrection(store, year, confirmed.id))?.state !== 'open') return undefined;
  const { budget: policy } = await registers.county();
  const { at, by } = confirmed.answered;
  const counter = counterOf(confirmed, found, held, { at, by, policy });
  // What was read is the condition of the write, so that no two take the same back: an application's head, the frame's version.
  const from = held ? undefined : found.frame.version;
  const writes: Write[] = [
    putAnswered(store, year, confirmed),
    ...ledgerWrites(store, year, { effect: counter.effect, entries: [counter.entry] }, { policy, from }),
    hasRole(store, asker.id, as),
  ];
  return { entry: counter.entry, writes };
};

const correctFigures = async (deps: PortalDeps, of: Confirming): Promise<boolean> => {
  const confirmation = await confirmationOf(deps, of, undefined);
  if (!confirmation) return false;
  const { writes } = confirmation;
  const failed = await transact(deps.store, writes);
  if (failed) throw new ConditionFailedError(failed, writes[failed.index] as Write);
  return true;
};

/** The application's head says what it holds: it changes in the same transaction, and its log says why. */
const correctApplication = async (deps: PortalDeps, of: Confirming, id: string): Promise<boolean> => {
  const { at, by } = of.confirmed.answered;
  let written = false;
  const head = await changeHeadOf(deps.store, 'budget-application', id, async (now) => {
    const confirmation = await confirmationOf(deps, of, now.about.money);
    written = confirmation !== undefined;
    if (!confirmation) return undefined;
    const { entry, writes } = confirmation;
    const note = logged(deps.store, now, { at, by, what: 'corrected', ref: entry.id });
    const money = holdingAfter(now.about.money, [entry]);
    const head = { ...note.head, about: { ...note.head.about, money } };
    return { head, with: [...note.with, ...writes, ...sumWrites(deps.store, [[now, head]])] };
  });
  if (!head) throw new ConflictError('correction-moved-on');
  return written;
};

const ATTEMPTS = 8;

/**
 * One transaction with everything that the confirmation changes. When somebody else's correction came in between, the year is
 * read anew: what is still possible then is done, or refused with the reason.
 * @returns whether it was written; not, when somebody answered the proposal meanwhile
 */
const confirm = async (deps: PortalDeps, of: Confirming): Promise<boolean> => {
  const { submission } = of.confirmed.of;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    try {
      return await (submission ? correctApplication(deps, of, submission) : correctFigures(deps, of));
    } catch (error) {
      if (!(error instanceof ConditionFailedError)) throw error;
      if (error.write.ConditionCheck) throw new ForbiddenError('other-role');
      // The frame, or the proposal: the next reading tells what came in between.
      await pause(attempt);
    }
  }
  throw new TransactionConflictError('the year kept being written by others');
};

/** `POST /api/budgets/{year}/corrections/{id}/confirmation`: by another person; the counter-entry is written, once. */
export const confirmCorrection =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const answering = await answeringOf(deps, request);
    const { asker, year, proposed } = answering;
    const answered = { at: deps.clock.now(), by: { person: asker.id } };
    const confirmed = { ...proposed, state: 'confirmed' as const, answered };
    if (proposed.state === 'open' && (await confirm(deps, { ...answering, confirmed })))
      return { body: await correctionItem(deps, asker, confirmed) };
    const now = (await readCorrection(deps.store, year, proposed.id)) ?? proposed;
    return {
      body: await correctionItem(deps, asker, await answeredBefore(deps, answering, now, 'confirmed')),
    };
  };
