import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { Logger } from '@aws-lambda-powertools/logger';
import middy from '@middy/core';
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { expect, test } from 'vitest';
import { problems } from './problems.ts';
import type { ApiEvent } from './request.ts';

/** What a handler that throws this answers, and what is logged of it. */
const after = async (error: unknown) => {
  let logged = '';
  const lines = new Writable({
    write(chunk, _encoding, done) {
      logged += chunk;
      done();
    },
  });
  const logger = new Logger({ serviceName: 'families', logLevel: 'DEBUG' });
  Object.assign(logger, { console: new Console(lines, lines) });
  const handler = middy<ApiEvent, APIGatewayProxyStructuredResultV2>()
    .use(problems(logger))
    .handler(async () => {
      throw error;
    });
  const event = { routeKey: 'GET /api/mailbox', headers: {} } as unknown as ApiEvent;
  const answer = (await handler(event, {} as Context)) as APIGatewayProxyStructuredResultV2;
  return { answer, logged };
};

test.each([
  ['of one line', 'Zwiebelfisch'],
  [
    'whose lines look like places',
    'wrong value\n    at Zwiebelfisch (file:///a.ts:1:2)\n    at Zwiebelfisch',
  ],
  ['with nothing in it', ''],
])(
  'an error that nobody expected, with a message %s, is logged by name and place and answered without a word of it',
  async (_, message) => {
    const { answer, logged } = await after(new RangeError(message));
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('Zwiebelfisch');
    expect(logged).toContain('RangeError');
    expect(logged).toContain('problems.test.ts');
    expect(logged).not.toContain('Zwiebelfisch');
  },
);

test('something thrown that is no error is answered alike', async () => {
  const { answer, logged } = await after('Zwiebelfisch');
  expect(answer.statusCode).toBe(500);
  expect(answer.body + logged).not.toContain('Zwiebelfisch');
});
