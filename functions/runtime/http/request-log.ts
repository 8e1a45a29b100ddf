import type { Logger } from '@aws-lambda-powertools/logger';
import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { ApiEvent } from './request.ts';

/** One line a request: which route, how it ended, how long it took (ms). No path, query, address, code or body. */
export const requestLog = (logger: Logger): MiddlewareObj<ApiEvent, APIGatewayProxyStructuredResultV2> => {
  const started = new WeakMap<ApiEvent, number>();
  const line = (event: ApiEvent, status: number | undefined) =>
    logger.info('request', {
      route: event.routeKey,
      status,
      ms: Math.round(performance.now() - (started.get(event) ?? performance.now())),
      request: event.requestContext?.requestId,
    });
  return {
    before: ({ event }) => {
      started.set(event, performance.now());
    },
    after: ({ event, response }) => line(event, response?.statusCode),
    onError: ({ event, response }) => line(event, response?.statusCode),
  };
};
