import type { ScenarioShown, ShareShown } from '../../../domain/api/distribution.ts';
import type { ComponentSum, Share } from '../../../domain/distribution/distribute.ts';
import type { Resolution } from '../../../domain/distribution/scenario.ts';
import type { Person } from '../../../domain/people/person.ts';
import type { Role } from '../../../domain/people/role.ts';
import { askerOf, type KnownAsker } from '../../cases/asker.ts';
import { ForbiddenError } from '../../runtime/errors.ts';
import type { ApiRequest } from '../../runtime/http/request.ts';
import type { PortalDeps } from '../deps.ts';

/** Who sees how the budget is distributed, with the values that it goes by. */
export const OFFICE: readonly Role[] = ['clerk', 'coordinator', 'head', 'treasurer', 'auditor'];

/** The office sees everything, the committee's office amounts. */
export type DistributionView = 'office' | 'paper';

/** @throws ForbiddenError */
export const askerForDistribution = async (
  deps: PortalDeps,
  request: ApiRequest,
): Promise<{ asker: KnownAsker; view: DistributionView }> => {
  const asker = await askerOf(deps, request);
  if (asker.roles.some((role) => OFFICE.includes(role))) return { asker, view: 'office' };
  if (asker.roles.includes('committee')) return { asker, view: 'paper' };
  throw new ForbiddenError('other-role');
};

/** A session's paper has no values: sessions are public, and a small number of children tells of single families. */
export const shareFor = (view: DistributionView, share: Share): ShareShown =>
  view === 'office'
    ? share
    : { ...share, parts: share.parts.map(({ component, amount }) => ({ component, amount })) };

const nameOf = (people: readonly Person[], person: string) => people.find(({ id }) => id === person)?.name;

/** `{ byName }` of somebody whom the register still knows. */
export const namedBy = (people: readonly Person[], person: string): { byName?: string } => {
  const byName = nameOf(people, person);
  return byName ? { byName } : {};
};

/** With the total over which an amount was distributed every Kita's value can be worked out of what it gets. */
export const componentsFor = (
  view: DistributionView,
  components: readonly ComponentSum[],
): ScenarioShown['components'] =>
  view === 'office' ? [...components] : components.map(({ code, amount }) => ({ code, amount }));

export const resolutionShown = (
  { n, scenario, resolvedOn, at, by }: Resolution,
  people: readonly Person[],
) => ({
  n,
  scenario: scenario.id,
  concept: scenario.concept,
  sum: scenario.sum,
  resolvedOn,
  at,
  ...namedBy(people, by),
});
