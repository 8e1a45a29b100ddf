import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Person } from '../../domain/people/person.ts';
import { type Handle, sendPage } from '../answer.ts';
import { readBody } from '../read-body.ts';
import type { LoginKey } from './key.ts';
import { createProvider, INTERACTION } from './provider.ts';
import { issuerOf } from './tokens.ts';
import { messagePage, usersPage } from './users-page.ts';

type Provider = ReturnType<typeof createProvider>;

const chosenUser = async (request: IncomingMessage): Promise<string> =>
  new URLSearchParams((await readBody(request, 10_000)).toString('utf8')).get('user') ?? '';

/** Shows whom one can be, and takes the choice. */
const interact = async (
  provider: Provider,
  people: readonly Person[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  try {
    const { uid } = await provider.interactionDetails(request, response);
    if (request.method === 'POST') {
      const user = await chosenUser(request);
      if (people.some(({ id }) => id === user)) {
        await provider.interactionFinished(request, response, { login: { accountId: user } });
        return;
      }
    }
    sendPage(response, usersPage(`${INTERACTION}${uid}`, people));
  } catch (error) {
    if ((error as Error).name !== 'SessionNotFound') throw error;
    const text = 'Diese Anmeldung ist abgelaufen. Bitte beginnen Sie im Portal noch einmal.';
    sendPage(response, messagePage('Anmeldung abgelaufen', text), 400);
  }
};

/** Everything under /login. The provider believes to stand at the root; what comes before is told by `originalUrl`. */
export const createLogin = (site: string, key: LoginKey, people: readonly Person[]): Handle => {
  const provider = createProvider(site, issuerOf(site), key, (user) => people.some(({ id }) => id === user));
  const callback = provider.callback();
  return async (request, response, url) => {
    if (url.pathname.startsWith(INTERACTION)) return interact(provider, people, request, response);
    const mounted = request as IncomingMessage & { originalUrl?: string };
    mounted.originalUrl = request.url ?? '/';
    request.url = mounted.originalUrl.replace(/^\/login/, '') || '/';
    await callback(request, response);
  };
};
