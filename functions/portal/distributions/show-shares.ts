import type { SharesAnswer } from '../../../domain/api/distribution.ts';
import { providersDuring } from '../../../domain/places/provision.ts';
import { askerOf, type KnownAsker } from '../../cases/asker.ts';
import { ForbiddenError } from '../../runtime/errors.ts';
import type { ApiRequest, RouteHandler } from '../../runtime/http/request.ts';
import { readResolution } from '../../store/distributions.ts';
import { yearOf } from '../budgets/show-budget.ts';
import type { PortalDeps } from '../deps.ts';
import { OFFICE, resolutionShown } from './readers.ts';
import { reckon } from './reckon.ts';

type IsVisible = (kita: string) => boolean;

/** Whose shares somebody sees: the office all, a provider those of the Kitas that it runs on a day of the year, a Kita its own. */
const visibleTo = async (
  { registers }: PortalDeps,
  { roles, provider, kitas }: KnownAsker,
  year: number,
): Promise<IsVisible> => {
  if (roles.some((role) => OFFICE.includes(role))) return () => true;
  const provisions = roles.includes('provider') ? await registers.provisions() : [];
  const period = { from: `${year}-01-01`, to: `${year}-12-31` };
  const isRun = (kita: string) =>
    provider !== undefined && providersDuring(kita, period, provisions).includes(provider);
  const isOwn = (kita: string) => roles.includes('kita') && (kitas?.includes(kita) ?? false);
  if (!roles.includes('provider') && !roles.includes('kita')) throw new ForbiddenError('other-role');
  return (kita) => isOwn(kita) || isRun(kita);
};

/** None named is every Kita. What is not there and what is not theirs look alike: they are left out. */
const isAskedFor = ({ query }: ApiRequest): IsVisible => {
  const asked = query.kitas?.split(',');
  return (kita) => asked?.includes(kita) ?? true;
};

/** `GET /api/distributions/{year}/shares?kitas=`: the explained shares of Kitas in the distribution that was resolved. */
export const showShares =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const { store, registers } = deps;
    const asker = await askerOf(deps, request);
    const year = yearOf(request);
    const isVisible = await visibleTo(deps, asker, year);
    const [{ budget }, people, kitas, resolution] = await Promise.all([
      registers.county(),
      registers.people(),
      registers.kitas(),
      readResolution(store, year),
    ]);
    const indicators = budget.indicators ?? [];
    if (!resolution) return { body: { year, indicators, components: [], items: [] } satisfies SharesAnswer };
    const { distribution } = await reckon(store, resolution.scenario);
    const isAsked = isAskedFor(request);
    const names = new Map(kitas.map(({ id, name }) => [id, name]));
    const body: SharesAnswer = {
      year,
      resolution: resolutionShown(resolution, people),
      rule: resolution.scenario.rule,
      indicators,
      components: distribution.components,
      items: distribution.shares
        .filter(({ kita }) => isAsked(kita) && isVisible(kita))
        .map((share) => ({ ...share, name: names.get(share.kita) ?? share.kita })),
    };
    return { body };
  };
