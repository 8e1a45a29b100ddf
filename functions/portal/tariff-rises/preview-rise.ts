import type { TariffRise } from '../../../domain/amendments/bulk-rise.ts';
import { type Amounts, plus } from '../../../domain/budget/amounts.ts';
import { fileNumberOf } from '../../../domain/forms/budget-application/file-number.ts';
import type { Role } from '../../../domain/people/role.ts';
import { askerOf } from '../../cases/asker.ts';
import { ForbiddenError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { requireId } from '../../runtime/http/require-id.ts';
import { readFrame } from '../../store/ledger.ts';
import type { PortalDeps } from '../deps.ts';
import { type GrantInRise, grantsOf, inRise } from './rise-grants.ts';

const READERS: readonly Role[] = ['clerk', 'head', 'treasurer'];
/** So many grants are read at once. */
const AT_ONCE = 10;

const allInRise = async (deps: PortalDeps, rise: TariffRise, id: string): Promise<GrantInRise[]> => {
  const grants = await grantsOf(deps.store, rise.year);
  const found: GrantInRise[] = [];
  for (let from = 0; from < grants.length; from += AT_ONCE) {
    const some = await Promise.all(
      grants.slice(from, from + AT_ONCE).map((grant) => inRise(deps, grant, rise, id)),
    );
    found.push(...some.flatMap((one) => one ?? []));
  }
  return found;
};

const NONE: Amounts = { state: 0, county: 0, voluntary: 0 };

/**
 * `POST /api/tariff-rises/{id}/preview`: what a rise would make of every grant of a year, and what is left of the year's money.
 * Nothing is written.
 */
export const previewRise =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const id = requireId(request.params.id);
    const rise = request.body as TariffRise;
    const asker = await askerOf(deps, request);
    if (!asker.roles.some((role) => READERS.includes(role))) throw new ForbiddenError('other-role');
    const [all, frame, names, { budget }] = await Promise.all([
      allInRise(deps, rise, id),
      readFrame(deps.store, rise.year),
      deps.registers.providerNames(),
      deps.registers.county(),
    ]);
    const items = all.map(({ grant, amendment, state, before, after, difference }) => {
      const { provider, purpose } = grant.about;
      return {
        application: grant.id,
        fileNumber: fileNumberOf(grant, budget),
        provider: { id: provider, name: names.get(provider) ?? provider },
        ...(purpose && { purpose }),
        before,
        after,
        difference,
        state,
        ...(state === 'made' && { amendment }),
      };
    });
    const difference = all
      .filter(({ state }) => state === 'ready')
      .reduce((sum, one) => plus(sum, one.difference), NONE);
    return { body: { items, difference, available: frame.available } };
  };
