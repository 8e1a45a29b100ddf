import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  StopExecutionCommand,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Head } from '../../domain/submission/head.ts';
import { readToken } from '../../functions/store/tokens.ts';
import { machines, STATE_MACHINES } from '../../local/machines.ts';
import type { Call } from '../../local/observe.ts';
import { newId, START, startTestServer, type TestServer } from '../server.ts';
import { expectDriven } from './expect-done.ts';
import { type Inside, insideOf } from './running-case.ts';

const WORKER = 'social-worker';
const DAY = 24 * 60 * 60 * 1000;

/** Outlives the server that is started again on it. */
const data = mkdtempSync(join(tmpdir(), 'bindeglied-executions-'));
let server: TestServer;
let inside: Inside;

/** Functions that fail when they are called, by whom: `workflow by states`. */
const broken = new Set<string>();

const observe = ({ service, phase, by, request }: Call) => {
  if (service !== 'lambda' || phase !== 'before') return;
  if (broken.has(`${(request as { function: string }).function} by ${by}`)) throw new Error('broken');
};

const look = () =>
  insideOf({
    dynamodb: process.env.AWS_ENDPOINT_URL_DYNAMODB ?? '',
    states: process.env.AWS_ENDPOINT_URL_SFN ?? '',
  });

beforeAll(async () => {
  server = await startTestServer({ observe });
  inside = look();
});

afterAll(async () => {
  inside.close();
  await server.close();
  rmSync(data, { recursive: true });
});

const headOf = async (id: string): Promise<Head> => {
  const head = await inside.head(id);
  if (!head) throw new Error(`${id} is gone`);
  return head;
};

const executionOf = async (id: string, run: number) => {
  const found = (await inside.executionsOf(id)).find((execution) => execution.run === run);
  if (!found) throw new Error(`${id} has no run ${run}`);
  return found;
};

const tokenOf = async (id: string): Promise<string> => (await readToken(inside.store, id))?.token ?? '';

const stop = async (id: string, run: number) => {
  const { arn } = await executionOf(id, run);
  await inside.sfn.send(new StopExecutionCommand({ executionArn: arn, error: 'Stopped', cause: 'by hand' }));
  await server.idle();
};

const waitMinutes = (minutes: number) =>
  server.moveClock(new Date(Date.parse(server.clock.now()) + minutes * 60_000).toISOString());

/** The next run is there, it began at the head's step, and the case goes on with it. */
const expectReplaced = async (id: string, run: number, at: string) => {
  expect(await headOf(id)).toMatchObject({ run, at, owed: {} });
  await expectDriven(inside, id);
  const { arn } = await executionOf(id, run);
  expect(await inside.pathOf(arn)).toEqual(['enter', at]);
};

const answer = (taskToken: string, state: object) =>
  inside.sfn.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(state) }));

describe('an execution is replaced by one that enters at the step of the head', () => {
  // First, while no other case is open that would be reminded of on each day of a long time.
  test('after 300 days, while the old one still waits and can do no harm', { timeout: 300_000 }, async () => {
    const { id, receipt } = await server.submit();
    await server.decide(WORKER, id, 'accept');
    await server.decide(WORKER, id, 'reached');
    const old = await tokenOf(id);
    // Signs of life, so that it is not closed for being idle.
    for (const days of [150, 290, 301]) {
      await server.moveClock(new Date(Date.parse(START) + days * DAY).toISOString());
      const message = { id: newId(), text: 'Noch da.' };
      await server.api('POST', '/api/mailbox/messages', { receipt, body: message });
      await server.idle();
    }
    expect(await executionOf(id, 1)).toMatchObject({ status: 'RUNNING' });
    const head = await headOf(id);
    expect(head).toMatchObject({ run: 2, at: 'advise' });
    expect(await inside.pathOf((await executionOf(id, 2)).arn)).toEqual(['enter', 'advise']);
    // Its task ends and asks again: it is told that it is superseded, and nothing has changed.
    const token = await tokenOf(id);
    expect(token).not.toBe(old);
    await answer(old, { id, run: 1, at: 'advise' });
    await server.idle();
    expect(await executionOf(id, 1)).toMatchObject({ status: 'SUCCEEDED' });
    expect((await inside.pathOf((await executionOf(id, 1)).arn)).at(-1)).toBe('superseded');
    expect(await tokenOf(id)).toBe(token);
    expect(await headOf(id)).toEqual(head);
    await server.decide(WORKER, id, 'close', { outcome: 'advised' });
    expect(await executionOf(id, 2)).toMatchObject({ status: 'SUCCEEDED' });
  });

  test('when it was stopped', async () => {
    const { id } = await server.submit();
    await stop(id, 1);
    await expectReplaced(id, 2, 'accept');
    await server.decide(WORKER, id, 'accept');
    await stop(id, 2);
    await expectReplaced(id, 3, 'contact');
    await server.decide(WORKER, id, 'reached');
    await server.decide(WORKER, id, 'close', { outcome: 'advised' });
    expect(await executionOf(id, 3)).toMatchObject({ status: 'SUCCEEDED' });
  });

  test('when it failed', async () => {
    const { id } = await server.submit();
    await inside.sfn.send(new SendTaskFailureCommand({ taskToken: await tokenOf(id), error: 'Broken' }));
    await server.idle();
    expect(await executionOf(id, 1)).toMatchObject({ status: 'FAILED' });
    await expectReplaced(id, 2, 'accept');
  });

  test('when it is gone without a trace, as after a restart', async () => {
    await server.close();
    const first = await startTestServer({ data, observe });
    const { id } = await first.submit();
    const closed = await first.submit();
    await first.decide(WORKER, id, 'accept');
    await first.api('POST', '/api/mailbox/withdrawal', { receipt: closed.receipt });
    await first.idle();
    await first.close();
    server = await startTestServer({ data, observe });
    inside.close();
    inside = look();
    await server.idle();
    expect(await inside.executionsOf(closed.id)).toEqual([]);
    await expectReplaced(id, 2, 'contact');
  });

  test('when a decision finds it dead and nobody was told', async () => {
    const { id } = await server.submit();
    broken.add('schedule by events');
    await stop(id, 1);
    broken.clear();
    expect(await headOf(id)).toMatchObject({ run: 1, at: 'accept' });
    await server.decide(WORKER, id, 'accept');
    await expectReplaced(id, 2, 'contact');
  });

  test('when the daily check finds it dead and nobody was told', async () => {
    const { id } = await server.submit();
    broken.add('schedule by events');
    await stop(id, 1);
    broken.clear();
    await server.invoke('schedule', { task: 'check-runs' }, 'timer');
    await server.idle();
    await expectReplaced(id, 2, 'accept');
  });
});

describe('what comes of an execution that was replaced', () => {
  test('an answer to its token is refused, and nothing changes', async () => {
    const { id } = await server.submit();
    const old = await tokenOf(id);
    await stop(id, 1);
    const head = await headOf(id);
    await expect(answer(old, { id, run: 1, at: 'closed' })).rejects.toThrow();
    await server.idle();
    expect(await headOf(id)).toEqual(head);
    await expectDriven(inside, id);
  });

  test('its tasks are told that it is superseded, whatever they ask', async () => {
    const { id } = await server.submit();
    await stop(id, 1);
    const head = await headOf(id);
    const token = await tokenOf(id);
    for (const step of ['route', 'accept', 'contact']) {
      const task = step === 'route' ? { task: 'route-request' } : { task: 'open-step', token: 'old' };
      const told = await server.invoke('workflow', { ...task, step, id, run: 1 }, 'states');
      expect(told).toEqual({ id, run: 1, at: 'superseded' });
    }
    expect(await headOf(id)).toEqual(head);
    expect(await tokenOf(id)).toBe(token);
  });

  test('that it ended is heard once: twice or late, it replaces no living one', async () => {
    const { id } = await server.submit();
    const { arn } = await executionOf(id, 1);
    await stop(id, 1);
    const event = (status: string, run: number) => ({
      'detail-type': 'Step Functions Execution Status Change',
      detail: { name: `${id}.contact-request-v1.${run}`, status, executionArn: arn },
    });
    for (const ended of [event('ABORTED', 1), event('FAILED', 1), event('SUCCEEDED', 2), event('RUNNING', 2)])
      await server.invoke('schedule', ended, 'events');
    await server.idle();
    await expectReplaced(id, 2, 'accept');
    await server.invoke('schedule', { task: 'check-runs' }, 'timer');
    await server.idle();
    await expectReplaced(id, 2, 'accept');
  });
});

describe('a token', () => {
  const machine = machines().find(({ name }) => name.endsWith('contact-request-v1'));
  const define = (seconds: number) =>
    inside.sfn.send(
      new UpdateStateMachineCommand({
        stateMachineArn: `${STATE_MACHINES}contact-request-v1`,
        definition: JSON.stringify(machine?.definition).replaceAll('2000000', String(seconds)),
      }),
    );

  test('that times out is renewed, and the step waits on', async () => {
    await define(1);
    const { id } = await server.submit();
    await define(2_000_000);
    const first = await tokenOf(id);
    const head = await headOf(id);
    await expect.poll(() => tokenOf(id), { timeout: 20_000 }).not.toBe(first);
    expect(await headOf(id)).toEqual(head);
    await expect(answer(first, { id, run: 1, at: 'contact' })).rejects.toThrow();
    await server.decide(WORKER, id, 'accept');
    await expect
      .poll(async () => inside.pathOf((await executionOf(id, 1)).arn), { timeout: 20_000 })
      .toContain('contact');
    expect((await headOf(id)).at).toBe('contact');
  });

  test('that times out in a run that was replaced ends that run', async () => {
    await define(1);
    const { id } = await server.submit();
    await define(2_000_000);
    await server.invoke(
      'schedule',
      {
        'detail-type': 'Step Functions Execution Status Change',
        detail: { name: `${id}.contact-request-v1.1`, status: 'ABORTED' },
      },
      'events',
    );
    await server.idle();
    const token = await tokenOf(id);
    await expect.poll(async () => (await executionOf(id, 1)).status, { timeout: 20_000 }).toBe('SUCCEEDED');
    expect((await inside.pathOf((await executionOf(id, 1)).arn)).at(-1)).toBe('superseded');
    expect(await tokenOf(id)).toBe(token);
    await expectDriven(inside, id);
  });
});

test('a task that fails again and again starts no executions without end, and is tried again later', async () => {
  broken.add('workflow by states');
  const { id } = await server.submit();
  expect(await headOf(id)).toMatchObject({ at: 'route', owed: {} });
  const failed = (await inside.executionsOf(id)).map(({ status }) => status);
  expect(failed).toEqual(['FAILED', 'FAILED', 'FAILED', 'FAILED']);
  broken.clear();
  await waitMinutes(20);
  const { run } = await headOf(id);
  expect(run).toBe(5);
  await expectDriven(inside, id);
  expect((await headOf(id)).at).toBe('accept');
});
