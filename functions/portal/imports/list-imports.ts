import { type ImportKindName, importKinds } from '../../../domain/imports/registry.ts';
import { askerOf } from '../../cases/asker.ts';
import { FieldsError, ForbiddenError } from '../../runtime/errors.ts';
import type { ApiRequest, RouteHandler } from '../../runtime/http/request.ts';
import { listImports as list } from '../../store/imports.ts';
import type { PortalDeps } from '../deps.ts';

/** @throws FieldsError */
const kindOf = ({ query: { kind = '' } }: ApiRequest): ImportKindName => {
  if (!Object.hasOwn(importKinds, kind))
    throw new FieldsError([{ path: ['kind'], message: 'unknown-choice' }]);
  return kind as ImportKindName;
};

/** `GET /api/imports?kind=`: for whoever may import such files. */
export const listImports =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const asker = await askerOf(deps, request);
    const kind = kindOf(request);
    if (!importKinds[kind].roles.some((role) => asker.roles.includes(role)))
      throw new ForbiddenError('other-role');
    const [items, people] = await Promise.all([list(deps.store, kind), deps.registers.people()]);
    return {
      body: {
        items: items.map(({ id, name, rows, readAt, by }) => {
          const byName = people.find((person) => person.id === by)?.name;
          return { id, name, rows, readAt, ...(byName && { byName }) };
        }),
      },
    };
  };
