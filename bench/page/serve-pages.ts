import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pageOfPath } from '../../domain/pages/security-headers.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};

const PACKED = ['.html', '.js', '.css'];

/** A page without a script, with the same stylesheet and fonts: nothing with this look can be usable sooner. */
const plain = (stylesheet: string) => `<!doctype html>
<html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kita-Sozialarbeit</title><link rel="icon" href="data:,"><link rel="stylesheet" href="${stylesheet}"></head>
<body><h1 class="kern-heading-x-large">Kita-Sozialarbeit</h1><p class="kern-body"><strong>Suche</strong></p>
<form><input type="search" name="q" class="kern-form-input__input"><input type="radio" name="iAm"></form></body></html>`;

const PLAIN = '/plain';

/**
 * Serves the built pages compressed, as the distribution does, and hands calls of the API on. Compressing costs nothing while
 * it is measured: it is done when a file is asked for the first time.
 */
export const servePages = async (folder: string, api: string) => {
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  const stylesheet = /href="([^"]+\.css)"/.exec(html)?.[1] ?? '';
  const known = new Map<string, Promise<Buffer>>();
  const contentOf = (path: string) => {
    const read = async () => {
      const content = path === PLAIN ? Buffer.from(plain(stylesheet)) : await readFile(join(folder, path));
      return path === PLAIN || PACKED.includes(extname(path)) ? gzipSync(content, { level: 9 }) : content;
    };
    const content = known.get(path) ?? read();
    known.set(path, content);
    return content;
  };
  const handOn = async (request: IncomingMessage, response: ServerResponse) => {
    const answer = await fetch(api + request.url, { headers: { 'accept-language': 'de' } });
    const content = gzipSync(await answer.arrayBuffer());
    response
      .writeHead(answer.status, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
      .end(content);
  };
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname.startsWith('/api/')) return handOn(request, response);
    const path = pathname === PLAIN ? PLAIN : pageOfPath(pathname);
    const type = path === PLAIN ? '.html' : extname(path);
    const content = await contentOf(path);
    response.writeHead(200, {
      'content-type': TYPES[type] ?? 'application/octet-stream',
      'content-length': content.length,
      ...(PACKED.includes(type) && { 'content-encoding': 'gzip' }),
    });
    response.end(content);
  };
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    plain: PLAIN,
    /** Bytes of a file as they go over the wire. */
    weigh: async (path: string) => (await contentOf(path)).length,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
