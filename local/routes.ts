import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Handle, redirect, sendJson, sendText } from './answer.ts';
import { CLIENT, issuerOf } from './login/tokens.ts';
import { FILES_PATH } from './s3/serve-files.ts';

interface Parts {
  site: string;
  api: Handle;
  login: Handle;
  mails: Handle;
  clock: Handle;
  /** Undefined when a real service keeps the files: browsers go there. */
  files: Handle | undefined;
  pages: Handle;
}

const stylesheet = readFileSync(join(import.meta.dirname, 'local.css'), 'utf8');

const isUnder = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

/** What is at which path of the one address. */
export const createRoutes = ({ site, api, login, mails, clock, files, pages }: Parts): Handle => {
  const exact: Record<string, Handle> = {
    '/mails': mails,
    '/clock': clock,
    '/portal/config.json': (_, response) =>
      sendJson(response, { issuer: issuerOf(site), clientId: CLIENT, scope: 'openid' }),
    '/portal': (_, response) => redirect(response, '/portal/', 308),
    '/local.css': (_, response) => sendText(response, 200, 'text/css', stylesheet),
  };
  return (request, response, url) => {
    const path = url.pathname;
    const known = Object.hasOwn(exact, path) ? exact[path] : undefined;
    if (known) return known(request, response, url);
    if (files && isUnder(path, FILES_PATH)) return files(request, response, url);
    if (isUnder(path, '/api')) return api(request, response, url);
    return (isUnder(path, '/login') ? login : pages)(request, response, url);
  };
};
