import type { Import } from '../../../domain/imports/import.ts';
import { importKinds } from '../../../domain/imports/registry.ts';
import type { Role } from '../../../domain/people/role.ts';
import type { KnownAsker } from '../../cases/asker.ts';
import { ForbiddenError, NotFoundError } from '../../runtime/errors.ts';
import { readImport } from '../../store/imports.ts';
import type { DocumentsDeps } from '../deps.ts';

/** In which role somebody imports files of a kind. @throws ForbiddenError */
export const importingRole = ({ roles }: KnownAsker, kind: Import['kind']): Role => {
  const role = importKinds[kind].roles.find((one) => roles.includes(one));
  if (!role) throw new ForbiddenError('other-role');
  return role;
};

const POSSIBLE = /^[0-9a-f-]{36}$/;

/** An import, for somebody who may import its kind. What is not there and what is not theirs look alike. @throws NotFoundError */
export const openImport = async (
  { store }: DocumentsDeps,
  asker: KnownAsker,
  id: string | undefined,
): Promise<Import> => {
  const found = id && POSSIBLE.test(id) ? await readImport(store, id) : undefined;
  if (!found || !importKinds[found.kind].roles.some((role) => asker.roles.includes(role)))
    throw new NotFoundError('no such import');
  return found;
};
