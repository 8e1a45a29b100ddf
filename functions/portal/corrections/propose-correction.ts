import type * as z from 'zod/mini';
import type { newCorrection } from '../../../domain/api/budget.ts';
import type { Correction } from '../../../domain/budget/correction.ts';
import { canonicalText } from '../../../domain/submission/canonical.ts';
import { askerOf } from '../../cases/asker.ts';
import { ConflictError, FieldsError, ForbiddenError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { putProposal, readCorrection } from '../../store/corrections.ts';
import { readHead } from '../../store/heads.ts';
import { isOpenYear } from '../../store/ledger.ts';
import { hasRole } from '../../store/role-conditions.ts';
import { transact } from '../../store/transact.ts';
import { yearOf } from '../budgets/show-budget.ts';
import type { PortalDeps } from '../deps.ts';
import { correctionItem } from './correction-item.ts';
import { counterOf, readYear } from './counter.ts';
import { isParty } from './two-people.ts';

type Sent = z.infer<typeof newCorrection>;

/** A repeat of what was proposed is harmless; the same id for something else is not. @throws ConflictError */
const requireSame = (standing: Correction, person: string, { corrects, amounts, reason }: Sent) => {
  const { by } = standing;
  const isSame =
    'person' in by &&
    by.person === person &&
    canonicalText({ corrects, amounts, reason }) ===
      canonicalText({ corrects: standing.corrects, amounts: standing.amounts, reason: standing.reason });
  if (!isSame) throw new ConflictError('other-body');
};

/** The proposal as it is kept, if its year allows it as it stands now. @throws FieldsError, ConflictError, ForbiddenError */
const checked = async (deps: PortalDeps, year: number, sent: Sent, by: { person: string }) => {
  const { store, registers, clock } = deps;
  const found = await readYear(store, year);
  if (found.frame.state === 'closed') throw new ConflictError('frame-closed');
  const of = found.entries.find(({ id }) => id === sent.corrects);
  if (!of) throw new FieldsError([{ path: ['corrects'], message: 'unknown-choice' }]);
  const at = clock.now();
  const head = of.submission === undefined ? undefined : await readHead(store, of.submission);
  const held = head?.form === 'budget-application' ? head.about.money : undefined;
  if (of.submission !== undefined && !held) throw new ConflictError('correction-moved-on');
  const proposed: Correction = { ...sent, at, by, of, state: 'open' };
  const { budget: policy } = await registers.county();
  counterOf(proposed, found, held, { at, by, policy });
  return proposed;
};

/**
 * `POST /api/budgets/{year}/corrections`: the treasurer proposes to take an entry back, wholly or in part. Nothing moves until
 * another person confirms it.
 */
export const proposeCorrection =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const asker = await askerOf(deps, request);
    if (!asker.roles.includes('treasurer')) throw new ForbiddenError('other-role');
    const { store } = deps;
    const year = yearOf(request);
    const sent = request.body as Sent;
    const repeated = async () => {
      const standing = await readCorrection(store, year, sent.id);
      if (!standing) return undefined;
      requireSame(standing, asker.id, sent);
      return { status: 200, body: await correctionItem(deps, asker, standing) };
    };
    const before = await repeated();
    if (before) return before;
    const proposed = await checked(deps, year, sent, { person: asker.id });
    if (isParty(asker, proposed.of)) throw new ForbiddenError('other-role');
    const failed = await transact(store, [
      putProposal(store, year, proposed),
      isOpenYear(store, year),
      hasRole(store, asker.id, 'treasurer'),
    ]);
    if (!failed) return { status: 201, body: await correctionItem(deps, asker, proposed) };
    if (failed.index === 1) throw new ConflictError('frame-closed');
    const meanwhile = failed.index === 0 ? await repeated() : undefined;
    if (!meanwhile) throw new ForbiddenError('other-role');
    return meanwhile;
  };
