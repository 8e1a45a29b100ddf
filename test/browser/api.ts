import { inject } from 'vitest';
import { filesOf } from '../../local/data-files.ts';
import { readLoginKey } from '../../local/login/key.ts';
import { issuerOf, signToken } from '../../local/login/tokens.ts';

const tokens = new Map<string, Promise<string>>();

const tokenOf = (person: string): Promise<string> => {
  const sign = async () => {
    const { signing } = await readLoginKey(filesOf(inject('data')).loginKey);
    return signToken(signing, issuerOf(inject('site')), person);
  };
  const token = tokens.get(person) ?? sign();
  tokens.set(person, token);
  return token;
};

interface Sent {
  body?: unknown;
  ifMatch?: number;
}

/** Calls the API past the pages, as somebody of the demonstration. @throws when it says no */
export const callAs = async <T>(
  person: string,
  method: string,
  path: string,
  { body, ifMatch }: Sent = {},
): Promise<T> => {
  const answer = await fetch(inject('site') + path, {
    method,
    headers: {
      authorization: `Bearer ${await tokenOf(person)}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${text}`);
  return (text ? JSON.parse(text) : undefined) as T;
};
