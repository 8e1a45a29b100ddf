import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Context } from 'aws-lambda';
import express from 'express';
import serverless from 'serverless-http';
import type { RouteKeysOf } from '../../domain/api/routes.ts';
import type { ContactRequestAnswers } from '../../domain/forms/contact-request/answers.ts';
import { api } from '../../functions/runtime/http/api.ts';
import type { RouteHandler } from '../../functions/runtime/http/request.ts';
import { requireId } from '../../functions/runtime/http/require-id.ts';
import { createLogger } from '../../functions/runtime/logger.ts';
import type { Downstream } from './downstream.ts';
import { type Event, eventOf, type Handle, LIMIT, PATH, ROUTE } from './event.ts';

export type Validate = (data: unknown) => data is ContactRequestAnswers;

/** One way to answer the same request: over a socket, and where it can be without one, as Lambda calls it. */
export interface Candidate {
  listen: RequestListener;
  handle?: Handle;
}

const context = { getRemainingTimeInMillis: () => 10_000 } as Context;

/** The same one line a request that ours writes: a service without it would be another service. */
const log = (status: number, started: number, request: string) =>
  console.log(
    JSON.stringify({
      timestamp: new Date().toISOString(),
      level: 'INFO',
      message: 'request',
      route: ROUTE,
      status,
      ms: Math.round(performance.now() - started),
      request,
    }),
  );

const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LIMIT) throw new RangeError('too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const send = (response: ServerResponse, status: number, headers: Record<string, string>, body: string) =>
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);

const JSON_HEADERS = { 'content-type': 'application/json', 'cache-control': 'no-store' };

/** A node:http server with nothing but what is needed: route, media type, size, JSON, ajv's program, answer, log. */
const bare = (downstream: Downstream, validate: Validate): Candidate => {
  const answer = async (id: string, type: string | undefined, text: string) => {
    if (!type?.startsWith('application/json')) return { status: 415, body: '{}' };
    const data: unknown = JSON.parse(text);
    if (!validate(data)) return { status: 422, body: '{}' };
    return { status: 201, body: JSON.stringify(await downstream(id, data)) };
  };
  return {
    async listen(request, response) {
      const started = performance.now();
      const id = request.method === 'PUT' && PATH.exec(request.url ?? '')?.[1];
      const { status, body } = id
        ? await answer(id, request.headers['content-type'], await textOf(request))
        : { status: 404, body: '{}' };
      send(response, status, JSON_HEADERS, body);
      log(status, started, 'request');
    },
    async handle(event) {
      const started = performance.now();
      const { status, body } =
        event.routeKey === ROUTE && event.body.length <= LIMIT
          ? await answer(event.pathParameters.id, event.headers['content-type'], event.body)
          : { status: 404, body: '{}' };
      log(status, started, event.requestContext.requestId);
      return { statusCode: status, headers: JSON_HEADERS, body };
    },
  };
};

/** A Lambda handler behind node:http; in AWS the gateway does this, and nobody pays for it in the function. */
const behindHttp =
  (handle: Handle): RequestListener =>
  async (request, response) => {
    const id = PATH.exec(request.url ?? '')?.[1] ?? '';
    const result = await handle(
      eventOf(id, request.headers as Record<string, string>, await textOf(request)),
    );
    send(response, result.statusCode ?? 200, result.headers as Record<string, string>, result.body ?? '');
  };

/** The edge of `families`, its middleware included, with only the route's end replaced. */
const ours = (downstream: Downstream): Candidate => {
  const route: RouteHandler = async ({ params, body }) => ({
    status: 201,
    body: await downstream(requireId(params.id), body as ContactRequestAnswers),
  });
  const routes = { [ROUTE]: route } as Record<RouteKeysOf<'families'>, RouteHandler>;
  const handler = api('families', { log: createLogger('families') }, routes);
  const handle: Handle = (event) => handler(event as never, context) as ReturnType<Handle>;
  return { handle, listen: behindHttp(handle) };
};

const app = (downstream: Downstream, validate: Validate) =>
  express()
    .disable('x-powered-by')
    .use(express.json({ limit: LIMIT }))
    .put('/api/contact-requests/:id', async (request, response) => {
      const started = performance.now();
      const data: unknown = request.body;
      const answer = validate(data) ? await downstream(request.params.id, data) : undefined;
      const status = answer ? 201 : 422;
      response
        .status(status)
        .set('cache-control', 'no-store')
        .json(answer ?? {});
      log(status, started, 'request');
    });

const wrapped = (downstream: Downstream, validate: Validate): Candidate => {
  const handler = serverless(app(downstream, validate));
  const handle: Handle = (event: Event) => handler(event, context) as ReturnType<Handle>;
  return { handle, listen: behindHttp(handle) };
};

export const candidates = {
  bare,
  ours,
  express: (downstream: Downstream, validate: Validate): Candidate => ({ listen: app(downstream, validate) }),
  'serverless-http': wrapped,
} as const;
export type CandidateName = keyof typeof candidates;
