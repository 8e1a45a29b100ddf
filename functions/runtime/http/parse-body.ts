import type { MiddlewareObj } from '@middy/core';
import type * as z from 'zod/mini';
import { type Route, routes } from '../../../domain/api/routes.ts';
import type { Issue } from '../../../domain/languages/problem.ts';
import { BadRequestError, FieldsError, MediaTypeError, TooLargeError } from '../errors.ts';
import type { ApiEvent } from './request.ts';

/** Bytes of a body, before it is parsed. */
const LIMIT = 100_000;

/** By method and path, made once: a request finds its route by one look. */
const schemas = new Map(
  (routes as readonly Route[]).map(({ method, path, body }) => [`${method} ${path}`, body]),
);

const textOf = (event: ApiEvent): string => {
  const sent = typeof event.body === 'string' ? event.body : '';
  const encoding = event.isBase64Encoded ? 'base64' : 'utf8';
  if (Buffer.byteLength(sent, encoding) > LIMIT) throw new TooLargeError(`body over ${LIMIT} bytes`);
  return event.isBase64Encoded ? Buffer.from(sent, encoding).toString('utf8') : sent;
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own words may quote what was sent.
    throw new BadRequestError('the body is no JSON');
  }
};

/** More wrong places than a form has fields help nobody, and a body of 100 kB can name 16,000. */
const NAMED = 100;

/** One issue for each place, the first: who reads "is no list" needs no "is too long" of the same field. */
export const issuesOf = ({ issues }: z.core.$ZodError): Issue[] => {
  const all = issues
    .slice(0, NAMED)
    .flatMap((issue): Issue[] =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.slice(0, NAMED).map((key) => ({ path: [...issue.path, key], message: issue.message }))
        : [{ path: issue.path, message: issue.message }],
    );
  const places = new Map(all.toReversed().map((issue) => [issue.path.join('.'), issue]));
  return [...places.values()].toReversed().slice(0, NAMED);
};

/** Size, media type, JSON, the route's schema: in this order, and nothing passes that the schema does not know. */
export const parseBody = (): MiddlewareObj<ApiEvent> => ({
  before: ({ event }) => {
    const schema = schemas.get(event.routeKey);
    const text = textOf(event);
    if (!schema) {
      event.body = undefined;
      return;
    }
    if (!/^application\/json\s*(;|$)/i.test(event.headers?.['content-type'] ?? ''))
      throw new MediaTypeError('no JSON');
    const parsed = schema.safeParse(jsonOf(text));
    if (!parsed.success) throw new FieldsError(issuesOf(parsed.error));
    event.body = parsed.data;
  },
});
