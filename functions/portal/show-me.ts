import type { MeAnswer } from '../../domain/api/portal.ts';
import type { Person } from '../../domain/people/person.ts';
import { providedBy } from '../../domain/places/provision.ts';
import { askerOf } from '../cases/asker.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import type { PortalDeps } from './deps.ts';

/** The Kitas of somebody's provider. */
const providesOf = async ({ registers }: PortalDeps, { provider, roles }: Person) => {
  if (!provider || !roles.includes('provider')) return undefined;
  const kitas = await registers.kitas();
  return providedBy(provider, await registers.provisions()).flatMap(({ kita, ...span }) => {
    const of = kitas.find(({ id }) => id === kita);
    return of ? [{ id: of.id, name: of.name, ...(of.place && { place: of.place }), ...span }] : [];
  });
};

/** `GET /api/me` */
export const showMe =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const { person, deputyships } = await askerOf(deps, request);
    const [people, kitas, providers, provides] = await Promise.all([
      deps.registers.people(),
      deps.registers.kitas(),
      deps.registers.providerNames(),
      providesOf(deps, person),
    ]);
    const deputyFor = deputyships.map(({ person: id, to }) => {
      const { name = id, roles = [] } = people.find((one) => one.id === id) ?? {};
      return { id, name, to, roles };
    });
    const providerName = providers.get(person.provider ?? '');
    const body: MeAnswer = {
      id: person.id,
      name: person.name,
      roles: person.roles,
      kitas: kitas.filter(({ id }) => person.kitas.includes(id)).map(({ id, name }) => ({ id, name })),
      ...(person.provider && { provider: person.provider }),
      ...(providerName && { providerName }),
      ...(provides && { provides }),
      deputyFor,
    };
    return { body };
  };
