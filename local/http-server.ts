import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Handle, redirect, sendProblem, wantsPage } from './answer.ts';
import { securityHeaders } from './pages/serve.ts';
import { printFailure } from './print-failure.ts';

/** Another program listens there. */
export class PortTakenError extends Error {
  override name = 'PortTakenError';
}

export interface HttpServer {
  /** Such as `http://127.0.0.1:3000`. */
  url: string;
  /** From now on requests go here; before, they are told to wait. */
  serve(handle: Handle): void;
  close(): Promise<void>;
}

const PATIENCE = 3_000;

/** A page of somebody else, opened in the same browser, must not act here. */
const isForeign = ({ method, headers }: IncomingMessage, site: string): boolean => {
  if (method === 'GET' || method === 'HEAD') return false;
  const from = headers['sec-fetch-site'];
  if (from !== undefined) return from !== 'same-origin' && from !== 'none';
  return headers.origin !== undefined && headers.origin !== site;
};

/** What is refused before anybody looks at the path: other names (DNS rebinding), other sites. */
const refused = (request: IncomingMessage, response: ServerResponse, site: string, url: URL): boolean => {
  const here = new URL(site).host;
  const host = request.headers.host;
  if (host === here && !isForeign(request, site)) return false;
  if (host === here.replace('127.0.0.1', 'localhost') && request.method === 'GET' && wantsPage(request)) {
    // The login knows one name of this machine only.
    redirect(response, `${site}${url.pathname}${url.search}`, 307);
  } else sendProblem(response, 403, 'Nicht von hier', `Bitte ${site} benutzen.`);
  return true;
};

const listen = async (server: Server, port: number): Promise<number> => {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new PortTakenError(`Port ${port} is taken. Choose another one with --port, or 0 for any.`);
  });
  return (server.address() as AddressInfo).port;
};

/**
 * One server at one address, for this machine only.
 * @param port 0 for any free one
 * @throws PortTakenError
 */
export async function startHttpServer(port: number): Promise<HttpServer> {
  let handle: Handle = (_, response) => {
    response.setHeader('retry-after', '1');
    sendProblem(response, 503, 'Startet gerade', 'Bitte gleich noch einmal versuchen.');
  };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const url = URL.parse(request.url ?? '/', site);
    if (!url) return sendProblem(response, 400, 'Nicht lesbar', 'Die Adresse ist nicht lesbar.');
    if (!refused(request, response, site, url)) await handle(request, response, url);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      printFailure('A request failed', error);
      if (response.headersSent) response.destroy();
      else
        sendProblem(response, 500, 'Fehler', 'Das hat nicht geklappt; die Ausgabe des Servers sagt, warum.');
    });
  });
  const site = `http://127.0.0.1:${await listen(server, port)}`;
  return {
    url: site,
    serve: (next) => {
      handle = next;
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      const timer = setTimeout(() => server.closeAllConnections(), PATIENCE);
      server.closeIdleConnections();
      await closed;
      clearTimeout(timer);
    },
  };
}
