import type { CorrectionItem } from '../../../domain/api/budget.ts';
import type { Correction } from '../../../domain/budget/correction.ts';
import type { Actor } from '../../../domain/submission/log.ts';
import type { KnownAsker } from '../../cases/asker.ts';
import type { PortalDeps } from '../deps.ts';
import { answeringRole, isOther, isParty } from './two-people.ts';

const ANSWERS = ['confirm', 'reject'] as const;

/** A correction as it is shown: by whom, and whether the one who asks may answer it or is kept from it by four eyes. */
export const correctionItem = async (
  deps: PortalDeps,
  asker: KnownAsker,
  one: Correction,
): Promise<CorrectionItem> => {
  const people = await deps.registers.people();
  const nameOf = (by: Actor | undefined) =>
    by && 'person' in by ? people.find(({ id }) => id === by.person)?.name : undefined;
  const byName = nameOf(one.by);
  const answeredByName = nameOf(one.answered?.by);
  const answering = one.state === 'open' && answeringRole(asker) ? [...ANSWERS] : [];
  const may = answering.length > 0 && !isParty(asker, one.of) && (await isOther(deps, asker, one));
  return {
    ...one,
    ...(byName && { byName }),
    ...(answeredByName && { answeredByName }),
    actions: may ? answering : [],
    barred: may ? [] : answering,
  };
};
