import type { Logger } from '@aws-lambda-powertools/logger';
import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Problem } from '../../../domain/api/problem.ts';
import type { Language } from '../../../domain/languages/language.ts';
import { say, sayProblem } from '../../../domain/languages/words.ts';
import { TransactionConflictError } from '../../store/transact.ts';
import { ApiError, ConflictError, FieldsError } from '../errors.ts';
import { placesOf } from '../places-of.ts';
import { type ApiEvent, languageOf } from './request.ts';

const problemOf = (status: number, name: string, language: Language): Problem => ({
  type: `/problems/${name}`,
  title: say(language, 'api', `${name}.title`),
  status,
  detail: say(language, 'api', `${name}.detail`),
});

const more = (error: unknown, language: Language): Partial<Problem> => {
  if (error instanceof FieldsError) {
    return {
      errors: error.issues.map((issue) => ({
        path: issue.path.join('.'),
        message: sayProblem(language, issue),
      })),
    };
  }
  return error instanceof ConflictError && error.current ? { current: error.current } : {};
};

/** RFC 9457 for an error; what is inside a 5xx stays inside. */
export const problemAnswer = (error: unknown, language: Language): APIGatewayProxyStructuredResultV2 => {
  const busy = error instanceof TransactionConflictError;
  const [status, name] =
    error instanceof ApiError ? [error.status, error.problem] : busy ? [503, 'busy'] : [500, 'internal'];
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json',
      'content-language': language,
      'cache-control': 'no-store',
      ...(busy && { 'retry-after': '2' }),
    },
    body: JSON.stringify({ ...problemOf(status, name, language), ...more(error, language) }),
  };
};

/** Errors become problems once, at the edge. An unexpected one is logged by name and place, without its message. */
export const problems = (logger: Logger): MiddlewareObj<ApiEvent, APIGatewayProxyStructuredResultV2> => ({
  onError: (request) => {
    const { error } = request;
    if (!(error instanceof ApiError)) {
      logger.error('request failed', {
        error: error?.name ?? 'unknown',
        places: placesOf(error).slice(0, 8),
        route: request.event.routeKey,
      });
    }
    request.response = problemAnswer(error, languageOf(request.event));
  },
});
