import type { IncomingMessage, ServerResponse } from 'node:http';

export type Handle = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void;

export const sendText = (response: ServerResponse, status: number, type: string, text: string): void => {
  response
    .writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' })
    .end(text);
};

export const sendPage = (response: ServerResponse, text: string, status = 200): void =>
  sendText(response, status, 'text/html', text);

export const sendJson = (response: ServerResponse, value: unknown, status = 200): void => {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  response.writeHead(status, headers).end(JSON.stringify(value));
};

/** RFC 9457, for the machine's own addresses. */
export const sendProblem = (
  response: ServerResponse,
  status: number,
  title: string,
  detail: string,
): void => {
  const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
  const type = 'about:blank';
  response.writeHead(status, headers).end(JSON.stringify({ type, title, status, detail }));
};

export const redirect = (response: ServerResponse, to: string, status = 303): void => {
  response.writeHead(status, { location: to, 'cache-control': 'no-store' }).end();
};

/** Whether a page is wanted rather than data. */
export const wantsPage = (request: IncomingMessage): boolean =>
  /\btext\/html\b/.test(request.headers.accept ?? '');
