import { dateOf } from '../../domain/calendar/due.ts';
import { responsibleFor } from '../../domain/people/assignment.ts';
import { askerOf, openFor } from '../cases/asker.ts';
import { placesOf } from '../cases/places-of.ts';
import { NotFoundError } from '../runtime/errors.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import { countOpen } from '../store/head-lists.ts';
import { minePk } from '../store/keys.ts';
import type { PortalDeps } from './deps.ts';

/** `GET /api/submissions/{id}/candidates`: social workers whom the family did not exclude, the least busy first. */
export const listCandidates =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const asker = await askerOf(deps, request);
    const { head, standing } = await openFor(deps, asker, request.params.id);
    if (!standing.roles.includes('coordinator') || head.form !== 'contact-request')
      throw new NotFoundError('only the coordinator assigns');
    // While nobody has the case, the register still says whose Kita it is.
    const assigned = responsibleFor(
      await placesOf(deps.registers, head.about),
      dateOf(deps.clock.now()),
      await deps.registers.responsibility(),
      head.excluded,
    );
    const workers = (await deps.registers.people()).filter(
      ({ id, roles }) => roles.includes('social-worker') && !head.excluded.includes(id) && id !== asker.id,
    );
    const items = await Promise.all(
      workers.map(async ({ id, name }) => ({
        id,
        name,
        openCases: await countOpen(deps.store, minePk({ person: id })),
        responsible: id === (head.responsible ?? assigned?.person),
      })),
    );
    return {
      body: { items: items.sort((a, b) => a.openCases - b.openCases || a.name.localeCompare(b.name, 'de')) },
    };
  };
