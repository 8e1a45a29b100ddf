import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { pageLanguage } from '../../domain/languages/language.ts';
import { apiHeaders } from '../../domain/pages/security-headers.ts';
import type { FunctionName } from '../../domain/sealed/rights.ts';
import { ApiError, NotFoundError, TooLargeError, UnauthorizedError } from '../../functions/runtime/errors.ts';
import { problemAnswer } from '../../functions/runtime/http/problems.ts';
import type { Handle } from '../answer.ts';
import type { Claims } from '../login/tokens.ts';
import { printFailure } from '../print-failure.ts';
import { BodyTooLargeError, readBody } from '../read-body.ts';
import { eventOf } from './event.ts';
import { matchRoute } from './match-route.ts';

/** The path is there, but not for this method. */
export class MethodNotAllowedError extends ApiError {
  override name = 'MethodNotAllowedError';
  readonly status = 405;
  readonly problem = 'method-not-allowed';
  readonly allow: readonly string[];
  constructor(allow: readonly string[]) {
    super('no such method');
    this.allow = allow;
  }
}

export interface Gateway {
  invoke(name: FunctionName, event: unknown): Promise<unknown>;
  verify(authorization: string | undefined): Promise<Claims | undefined>;
  /** The time here, which a demonstration moves: answers are dated with it, and the portal counts days from it. */
  now(): string;
}

/** Far above what any function takes: those who send more are not even listened to. */
const LIMIT = 1_000_000;

type Result = APIGatewayProxyStructuredResultV2;

const callFunction = async (gateway: Gateway, request: IncomingMessage, url: URL): Promise<Result> => {
  const matched = matchRoute(request.method ?? '', url.pathname);
  if ('allow' in matched) {
    throw matched.allow.length > 0
      ? new MethodNotAllowedError(matched.allow)
      : new NotFoundError('no such route');
  }
  const needsLogin = matched.route.access === 'login';
  const claims = needsLogin ? await gateway.verify(request.headers.authorization) : undefined;
  if (needsLogin && !claims) throw new UnauthorizedError('no valid token');
  const body = await readBody(request, LIMIT);
  return (await gateway.invoke(
    matched.route.function,
    eventOf(request, url, matched, body, claims),
  )) as Result;
};

const headersFor = (error: unknown): Record<string, string> => {
  if (error instanceof MethodNotAllowedError) return { allow: error.allow.join(', ') };
  return error instanceof UnauthorizedError ? { 'www-authenticate': 'Bearer' } : {};
};

const failed = (error: unknown, request: IncomingMessage): Result => {
  const known = error instanceof BodyTooLargeError ? new TooLargeError('body') : error;
  if (!(known instanceof ApiError)) printFailure('A request failed at the gateway', known);
  const answer = problemAnswer(known, pageLanguage(request.headers['accept-language']));
  return { ...answer, headers: { ...answer.headers, ...headersFor(known) } };
};

const send = (
  response: ServerResponse,
  { statusCode = 200, headers, cookies, body, isBase64Encoded }: Result,
) => {
  for (const [name, value] of Object.entries({ ...headers, ...apiHeaders }))
    response.setHeader(name, String(value));
  if (cookies?.length) response.setHeader('set-cookie', cookies);
  response.statusCode = statusCode;
  response.end(body === undefined ? undefined : Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'));
};

/**
 * Does on one machine what API Gateway's HTTP API and its JWT authorizer do in AWS: the route table decides who is
 * called. What does not even reach a function is answered in the functions' own words.
 */
export const createGateway =
  (gateway: Gateway): Handle =>
  async (request, response, url) => {
    const answer = await callFunction(gateway, request, url).catch((error: unknown) =>
      failed(error, request),
    );
    response.setHeader('date', new Date(gateway.now()).toUTCString());
    send(response, answer);
  };
