import { createHash } from 'node:crypto';
import {
  changesOf,
  type RisenGrant,
  risenGrant,
  type TariffRise,
} from '../../../domain/amendments/bulk-rise.ts';
import { amendmentRefusal } from '../../../domain/amendments/may-amend.ts';
import { grantedIn } from '../../../domain/budget/difference.ts';
import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import { canonicalText } from '../../../domain/submission/canonical.ts';
import { derivedId } from '../../cases/derived-id.ts';
import type { NewAmendment } from '../../cases/new-amendment.ts';
import { readGranted } from '../../cases/read-granted.ts';
import { ConflictError } from '../../runtime/errors.ts';
import type { Store } from '../../store/client.ts';
import { headsOf } from '../../store/head-lists.ts';
import { readHead } from '../../store/heads.ts';
import type { PortalDeps } from '../deps.ts';

/**
 * How a grant stands to a rise: its amendment is to be made, was made, waits for another amendment of the grant, or none is
 * needed because the rise changes nothing.
 */
export type RiseState = 'ready' | 'made' | 'amendment-open' | 'unaffected';

export interface GrantInRise extends RisenGrant {
  grant: BudgetHead;
  state: RiseState;
  /** The id of its amendment by this rise, made or not. */
  amendment: string;
}

/** The rise's rules in short: under one id there is one rise. */
export const rulesHash = (rise: TariffRise): string =>
  createHash('sha256').update(canonicalText(rise)).digest('hex');

/** A rise and a grant name their amendment: made twice, it is the same. */
export const amendmentId = (grant: string, rise: string): string => derivedId(grant, `tariff-rise/${rise}`);

/** All grants of a year that can be amended, by their id: always in the same order. */
export const grantsOf = async (store: Store, year: number): Promise<BudgetHead[]> => {
  const grants: BudgetHead[] = [];
  for await (const head of headsOf(store, 'budget-application', String(year)))
    if (amendmentRefusal(head, undefined) === undefined) grants.push(head);
  return grants.sort((a, b) => (a.id < b.id ? -1 : 1));
};

/** Whether the amendment of a grant by this rise is there. @throws ConflictError for another rise under the same id */
const isMade = async (store: Store, id: string, rules: string): Promise<BudgetHead | undefined> => {
  const there = await readHead(store, id);
  if (!there) return undefined;
  if (there.form !== 'budget-application' || there.about.amends?.rise?.rules !== rules)
    throw new ConflictError('other-body');
  return there;
};

const openAmendment = async (store: Store, { about }: BudgetHead) => {
  const open = about.amendment ? await readHead(store, about.amendment) : undefined;
  return open !== undefined && !open.endedAt;
};

/** How one grant stands to a rise. Undefined when its answers are gone. */
export const inRise = async (
  { store, registers }: PortalDeps,
  grant: BudgetHead,
  rise: TariffRise,
  id: string,
): Promise<GrantInRise | undefined> => {
  const amendment = amendmentId(grant.id, id);
  const [made, granted, { budget }] = await Promise.all([
    isMade(store, amendment, rulesHash(rise)),
    readGranted(store, grant, amendment),
    registers.county(),
  ]);
  if (!granted) return undefined;
  const stands = made?.about.amends?.before ?? grantedIn(grant.about.money);
  const risen = risenGrant(granted, stands, rise, budget.fullWeek);
  const state = async (): Promise<RiseState> => {
    if (made) return 'made';
    if (risen.after === risen.before) return 'unaffected';
    return (await openAmendment(store, grant)) ? 'amendment-open' : 'ready';
  };
  return { grant, amendment, ...risen, state: await state() };
};

/** The amendment that a rise makes of a grant, filed by a person of the office. */
export const amendmentBy = (
  grant: BudgetHead,
  rise: TariffRise,
  id: string,
  person: string,
): NewAmendment => ({
  id: amendmentId(grant.id, id),
  reason: 'tariff',
  from: rise.from,
  changes: changesOf(rise),
  rise: { id, rules: rulesHash(rise) },
  person,
  exOfficio: true,
});
