import type { Person } from '../../domain/people/person.ts';
import type { Handle } from '../answer.ts';
import type { LoginKey } from './key.ts';

/** The login, loaded when somebody first logs in: its provider takes longer to load than the rest takes to start. */
export const loginLater = (site: string, key: LoginKey, people: readonly Person[]): Handle => {
  let loaded: Promise<Handle> | undefined;
  return async (...given) => {
    loaded ??= import('./login.ts').then(({ createLogin }) => createLogin(site, key, people));
    return (await loaded)(...given);
  };
};
