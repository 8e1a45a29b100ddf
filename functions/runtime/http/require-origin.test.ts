import middy from '@middy/core';
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { expect, test } from 'vitest';
import { createLogger } from '../logger.ts';
import { problems } from './problems.ts';
import type { ApiEvent } from './request.ts';
import { requireOrigin } from './require-origin.ts';

const SECRET = 'known-to-the-distribution-and-the-functions';

/** How a call with these headers is answered by a function that expects the secret. */
const answerTo = async (secret: string | undefined, headers: Record<string, string> | undefined) => {
  const handler = middy<ApiEvent, APIGatewayProxyStructuredResultV2>()
    .use(problems(createLogger('families')))
    .use(requireOrigin(secret))
    .handler(async () => ({ statusCode: 200 }));
  const event = { routeKey: 'GET /api/county', headers } as unknown as ApiEvent;
  return ((await handler(event, {} as Context)) as APIGatewayProxyStructuredResultV2).statusCode;
};

test('what comes through the distribution is answered', async () => {
  expect(await answerTo(SECRET, { 'x-origin-secret': SECRET })).toBe(200);
});

test.each<[string, Record<string, string> | undefined]>([
  ['without headers', undefined],
  ['without the secret', {}],
  ['with an empty one', { 'x-origin-secret': '' }],
  ['with another one of the same length', { 'x-origin-secret': SECRET.replace('k', 'K') }],
  ['with a part of it', { 'x-origin-secret': SECRET.slice(0, -1) }],
  ['with more than it', { 'x-origin-secret': `${SECRET}x` }],
  ['with letters of several bytes', { 'x-origin-secret': 'ä'.repeat(SECRET.length) }],
])('what comes past it, %s, finds nothing', async (_, headers) => {
  expect(await answerTo(SECRET, headers)).toBe(404);
});

test('where there is no distribution, nothing is asked', async () => {
  expect(await answerTo(undefined, {})).toBe(200);
});
