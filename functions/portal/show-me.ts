import type { MeAnswer } from '../../domain/api/portal.ts';
import { askerOf } from '../cases/asker.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import type { PortalDeps } from './deps.ts';

/** `GET /api/me` */
export const showMe =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const { person, deputyships } = await askerOf(deps, request);
    const [people, kitas] = await Promise.all([deps.registers.people(), deps.registers.kitas()]);
    const deputyFor = deputyships.map(({ person: id, to }) => {
      const { name = id, roles = [] } = people.find((one) => one.id === id) ?? {};
      return { id, name, to, roles };
    });
    const body: MeAnswer = {
      id: person.id,
      name: person.name,
      roles: person.roles,
      kitas: kitas.filter(({ id }) => person.kitas.includes(id)).map(({ id, name }) => ({ id, name })),
      ...(person.provider && { provider: person.provider }),
      deputyFor,
    };
    return { body };
  };
