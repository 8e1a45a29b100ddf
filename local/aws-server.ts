import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod';
import type { Call, Observe } from './observe.ts';

/** An error that the service's real counterpart answers; `code` is its name there, e.g. `TaskTimedOut`. */
export class AwsServiceError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = 'AwsServiceError';
    this.code = code;
    this.status = status;
  }
}

/** Answers one operation; gets the parsed JSON body and the access key's id of who calls. */
export type Operation = (request: unknown, by: string) => unknown;

/** An operation whose request is checked first; what does not fit is answered as the service's validation error. */
export function operation<Schema extends z.ZodType>(
  schema: Schema,
  handle: (request: z.output<Schema>, by: string) => unknown,
): Operation {
  return (request, by) => handle(schema.parse(request), by);
}

interface AwsServer {
  service: Call['service'];
  observe?: Observe | undefined;
  operations: Record<string, Operation>;
  /** For REST protocols: `'POST /v2/email/outbound-emails': 'SendEmail'`. JSON protocols name it in a header. */
  routes?: Record<string, string>;
  /** What the service calls a request that does not fit. */
  invalid: string;
}

export interface RunningAwsServer {
  /** Such as `http://127.0.0.1:40123`. */
  endpoint: string;
  close(): Promise<void>;
}

/**
 * A service that the AWS SDK can talk to (AWS JSON 1.0 and 1.1, REST JSON), on a free port of 127.0.0.1.
 * Signatures are not checked: the access key's id tells the functions of one machine apart, it is no wall
 * between them. A call without one is refused, so that no web page can make calls.
 * What `observe` throws reaches the caller as a 500, before or after the effect: so tests can lose an answer.
 */
export async function startAwsServer(options: AwsServer): Promise<RunningAwsServer> {
  const server = createServer((request, response) => {
    answer(options, request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  // The SDK keeps connections open; were the server to close an idle one, a call sent at that moment would be lost.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

async function answer(options: AwsServer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const requestId = randomUUID();
  const send = (status: number, body: unknown, headers: Record<string, string> = {}) => {
    const type = request.headers['content-type'] ?? 'application/json';
    response.writeHead(status, { 'content-type': type, 'x-amzn-requestid': requestId, ...headers });
    response.end(JSON.stringify(body ?? {}));
  };
  try {
    const body = await readBody(request);
    send(200, await run(options, nameOf(options, request), callerOf(request), body));
  } catch (error) {
    const { status, code, message } = asServiceError(options, error);
    send(status, { __type: code, message }, { 'x-amzn-errortype': code });
  }
}

async function run(options: AwsServer, name: string, by: string, body: string): Promise<unknown> {
  const handle = Object.hasOwn(options.operations, name) ? options.operations[name] : undefined;
  if (!handle)
    throw new AwsServiceError('UnknownOperationException', `${name} is not part of the embedded service`);
  const request: unknown = parse(body);
  const call = { service: options.service, operation: name, by, request };
  await options.observe?.({ ...call, phase: 'before' });
  const response = await handle(request, by);
  await options.observe?.({ ...call, phase: 'after', response });
  return response;
}

function nameOf({ routes }: AwsServer, request: IncomingMessage): string {
  if (!routes) return String(request.headers['x-amz-target'] ?? '').replace(/^.*\./, '');
  const route = `${request.method} ${new URL(request.url ?? '/', 'http://localhost').pathname}`;
  return routes[route] ?? route;
}

/** The access key's id in a signed request. @throws AwsServiceError when it is not signed */
export function callerOf(request: IncomingMessage): string {
  const by = /Credential=([^/,\s]+)\//.exec(request.headers.authorization ?? '')?.[1];
  if (!by) throw new AwsServiceError('MissingAuthenticationToken', 'The call is not signed', 403);
  return by;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body === '' ? '{}' : body);
  } catch {
    throw new AwsServiceError('SerializationException', 'The body is not JSON');
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function asServiceError(options: AwsServer, error: unknown): AwsServiceError {
  if (error instanceof AwsServiceError) return error;
  if (error instanceof z.ZodError) {
    const text = error.issues
      .map(({ path, message }) => `${path.join('.') || 'request'}: ${message}`)
      .join('; ');
    return new AwsServiceError(options.invalid, text);
  }
  console.error(`The embedded ${options.service} failed:`, error);
  return new AwsServiceError('InternalFailure', 'The embedded service failed; its log says why', 500);
}
