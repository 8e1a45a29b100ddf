import { viewOf } from '../../../domain/forms/budget-application/access.ts';
import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import type { Grant } from '../../../domain/payments/grant.ts';
import type { Standing } from '../../../domain/people/asker.ts';
import { askerOf, type KnownAsker, openFor } from '../../cases/asker.ts';
import { NotFoundError } from '../../runtime/errors.ts';
import type { ApiRequest } from '../../runtime/http/request.ts';
import type { PortalDeps } from '../deps.ts';

export interface GrantFile {
  asker: KnownAsker;
  head: BudgetHead;
  grant: Grant;
  standing: Standing;
  isOwn: boolean;
}

/** An application with a grant, for its provider and the office. What is not there and what is not theirs look alike. @throws NotFoundError */
export const openGrantFile = async (deps: PortalDeps, request: ApiRequest): Promise<GrantFile> => {
  const asker = await askerOf(deps, request);
  const { head, standing } = await openFor(deps, asker, request.params.id);
  if (head.form !== 'budget-application' || !head.about.grant) throw new NotFoundError('there is no grant');
  const view = viewOf(standing);
  if (view !== 'own' && view !== 'office') throw new NotFoundError('not theirs');
  return { asker, head, grant: head.about.grant, standing, isOwn: view === 'own' };
};
