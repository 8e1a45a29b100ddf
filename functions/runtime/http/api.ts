import type { Logger } from '@aws-lambda-powertools/logger';
import middy from '@middy/core';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { RouteKeysOf } from '../../../domain/api/routes.ts';
import type { FunctionName } from '../../../domain/sealed/rights.ts';
import { NotFoundError } from '../errors.ts';
import { parseBody } from './parse-body.ts';
import { problems } from './problems.ts';
import { type ApiAnswer, type ApiEvent, type RouteHandler, requestOf } from './request.ts';
import { requestLog } from './request-log.ts';
import { requireOrigin } from './require-origin.ts';

const answered = ({ status = 200, body, headers }: ApiAnswer): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: {
    'cache-control': 'no-store',
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...headers,
  },
  ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
});

export interface ApiParts {
  log: Logger;
  originSecret?: string | undefined;
}

/** The Lambda handler of an API function: its routes, each with one handler, behind the same middleware. */
export const api = <F extends FunctionName>(
  _name: F,
  parts: ApiParts,
  handlers: Record<RouteKeysOf<F>, RouteHandler>,
) =>
  middy<ApiEvent, APIGatewayProxyStructuredResultV2>()
    .use(requestLog(parts.log))
    .use(problems(parts.log))
    .use(requireOrigin(parts.originSecret))
    .use(parseBody())
    .handler(async (event) => {
      const handler = (handlers as Record<string, RouteHandler | undefined>)[event.routeKey];
      if (!handler) throw new NotFoundError('no such route');
      return answered(await handler(requestOf(event)));
    });
