import { StopExecutionCommand } from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contactRequestExample } from '../../domain/forms/contact-request/example.ts';
import { readToken } from '../../functions/store/tokens.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';
import { expectDriven } from './expect-done.ts';
import { type Inside, insideOf } from './running-case.ts';

let server: TestServer;
let inside: Inside;
/** The first token that is to be kept has come as far as the table. */
let arrived: PromiseWithResolvers<void>;
/** Lets it be written. */
let gate: PromiseWithResolvers<void>;

beforeEach(async () => {
  arrived = Promise.withResolvers();
  gate = Promise.withResolvers();
  let isFirst = true;
  server = await startTestServer({
    async observe({ service, operation, by, phase }) {
      if (!isFirst || `${phase} ${service} ${operation} by ${by}` !== 'before dynamodb PutItem by workflow')
        return;
      isFirst = false;
      arrived.resolve();
      await gate.promise;
    },
  });
  inside = insideOf({
    dynamodb: process.env.AWS_ENDPOINT_URL_DYNAMODB ?? '',
    states: process.env.AWS_ENDPOINT_URL_SFN ?? '',
  });
});

afterEach(async () => {
  gate.resolve();
  inside.close();
  await server.close();
});

/** A case that stands in its first step, whose token is not kept yet. */
const sent = async (): Promise<string> => {
  const id = newId();
  await server.api('PUT', `/api/contact-requests/${id}`, { body: contactRequestExample });
  await arrived.promise;
  return id;
};

test('a decision that falls between the look at the head and the keeping of the token is told to the task', async () => {
  const id = await sent();
  const { version } = (await inside.head(id)) ?? {};
  const body = { step: 'accept', action: 'accept', version };
  const decided = await server.api('POST', `/api/submissions/${id}/decisions`, { as: 'social-worker', body });
  expect(decided.status).toBe(200);
  // What the decision owed the task is paid, to nobody: there was no token.
  await expect.poll(async () => (await inside.head(id))?.owed).toEqual({});
  expect(await readToken(inside.store, id)).toBeUndefined();
  gate.resolve();
  await server.idle();
  await expectDriven(inside, id);
});

test('a token of a run that was replaced meanwhile takes no place of the living one', async () => {
  const id = await sent();
  const [first] = await inside.executionsOf(id);
  await inside.sfn.send(new StopExecutionCommand({ executionArn: first?.arn ?? '' }));
  await expect.poll(async () => (await readToken(inside.store, id))?.run, { timeout: 20_000 }).toBe(2);
  const living = await readToken(inside.store, id);
  gate.resolve();
  await server.idle();
  expect(await readToken(inside.store, id)).toEqual(living);
  await expectDriven(inside, id);
});
