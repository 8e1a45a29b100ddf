import type { Import } from '../../../domain/imports/import.ts';
import { importKinds } from '../../../domain/imports/registry.ts';
import type { Role } from '../../../domain/people/role.ts';
import type { KnownAsker } from '../../cases/asker.ts';
import { ForbiddenError, NotFoundError } from '../../runtime/errors.ts';
import { readImport } from '../../store/imports.ts';
import type { DocumentsDeps } from '../deps.ts';

const UUID7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The id of the path, as a browser makes one. @throws NotFoundError */
export const importIdOf = (id = ''): string => {
  if (!UUID7.test(id)) throw new NotFoundError('no such import');
  return id;
};

/** In which role somebody imports files of a kind. @throws ForbiddenError */
export const importingRole = ({ roles }: KnownAsker, kind: Import['kind']): Role => {
  const role = importKinds[kind].roles.find((one) => roles.includes(one));
  if (!role) throw new ForbiddenError('other-role');
  return role;
};

/** An import, for somebody who may import its kind. What is not there and what is not theirs look alike. @throws NotFoundError */
export const openImport = async (
  { store }: DocumentsDeps,
  asker: KnownAsker,
  id: string | undefined,
): Promise<Import> => {
  const found = await readImport(store, importIdOf(id));
  if (!found || !importKinds[found.kind].roles.some((role) => asker.roles.includes(role)))
    throw new NotFoundError('no such import');
  return found;
};
