import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { contentSecurityPolicy, pageHeaders, pageOfPath } from '../../domain/pages/security-headers.ts';
import { type Handle, sendText } from '../answer.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** What CloudFront puts on every page and file; without the one that insists on HTTPS. */
export const securityHeaders: Record<string, string> = {
  'content-security-policy': contentSecurityPolicy(),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  ...pageHeaders,
};

const fileOf = (folder: string, path: string): string | undefined => {
  try {
    const file = normalize(join(folder, decodeURIComponent(path)));
    return file.startsWith(`${folder}/`) && !file.includes('\0') ? file : undefined;
  } catch {
    return undefined;
  }
};

/** Serves the built pages as the distribution does: names with a hash for ever, everything else asked for anew. */
export const servePages =
  (folder: string): Handle =>
  async (request, response, url) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const file = fileOf(folder, pageOfPath(url.pathname));
    const content = file && (await readFile(file).catch(() => undefined));
    if (!file || !content) return sendText(response, 404, 'text/plain', 'Diese Seite gibt es nicht.');
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-length': content.length,
      'cache-control': url.pathname.startsWith('/assets/')
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
    });
    response.end(request.method === 'HEAD' ? undefined : content);
  };
