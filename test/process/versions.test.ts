import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { workingDays } from '../../domain/calendar/period.ts';
import { contactRequestExample } from '../../domain/forms/contact-request/example.ts';
import { contactRequestV1 } from '../../domain/forms/contact-request/process.ts';
import { processes } from '../../domain/forms/process-registry.ts';
import { defineProcess } from '../../domain/process/define-process.ts';
import type { Process } from '../../domain/process/process.ts';
import { expectDriven } from '../faults/expect-done.ts';
import { type Inside, insideOf } from '../faults/running-case.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

const WORKER = 'social-worker';
const OLD = { name: 'contact-request', version: 1 };
const NEW = { name: 'contact-request', version: 2 };

/** A later version: a day more to accept, and a talk before a case is passed on. */
const contactRequestV2 = defineProcess<Process>({
  ...contactRequestV1,
  version: 2,
  steps: {
    ...contactRequestV1.steps,
    accept: {
      ...contactRequestV1.steps.accept,
      within: workingDays(3),
      actions: { accept: 'contact', discuss: 'talk' },
    },
    talk: {
      by: 'coordinator',
      within: workingDays(2),
      actions: { keep: 'accept', release: 'reassign' },
      overdue: ['remind', 'reassign'],
    },
  },
});

/** The registry as the next start finds it: a release is one line more in it. */
const installed = processes['contact-request'] as unknown as Process[];
const release = () => void installed.push(contactRequestV2);
const withdrawRelease = () => void installed.splice(installed.indexOf(contactRequestV2), 1);

let data: string;
let server: TestServer;
let inside: Inside;

const start = async () => {
  server = await startTestServer({ data });
  inside = insideOf({
    dynamodb: process.env.AWS_ENDPOINT_URL_DYNAMODB ?? '',
    states: process.env.AWS_ENDPOINT_URL_SFN ?? '',
  });
  await server.idle();
};

const stop = async () => {
  inside.close();
  await server.close();
};

const restart = async (change: () => void) => {
  await stop();
  change();
  await start();
};

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'bindeglied-versions-'));
  await start();
});

afterEach(async () => {
  await stop();
  if (installed.includes(contactRequestV2)) withdrawRelease();
  rmSync(data, { recursive: true });
});

const actionsOf = async (id: string) =>
  (await server.api('GET', `/api/submissions/${id}`, { as: WORKER })).body.actions;

const runningOf = async (id: string) => {
  const versions = await Promise.all([OLD, NEW].map((process) => inside.executionsOf(id, process)));
  return versions.map((of) => of.filter(({ status }) => status === 'RUNNING').map(({ run }) => run));
};

test('what began with the old version finishes with it, while what is new begins with the new one', async () => {
  const id = newId();
  const send = () => server.api('PUT', `/api/contact-requests/${id}`, { body: contactRequestExample });
  const first = await send();
  await server.idle();
  await restart(release);
  const fresh = await server.submit();

  expect((await inside.head(id))?.process).toEqual(OLD);
  expect((await inside.head(fresh.id))?.process).toEqual(NEW);
  expect(await runningOf(id)).toEqual([[2], []]);
  expect(await runningOf(fresh.id)).toEqual([[], [1]]);
  expect(await actionsOf(id)).toEqual(Object.keys(contactRequestV1.steps.accept.actions));
  expect(await actionsOf(fresh.id)).toEqual(['accept', 'discuss']);
  // The promise that was made is the one of its own version.
  expect((await send()).body).toEqual(first.body);

  expect((await server.decide(WORKER, id, 'discuss')).status).toBe(422);
  expect((await server.decide(WORKER, fresh.id, 'pass', { reason: 'absent' })).status).toBe(422);
  expect((await server.decide(WORKER, fresh.id, 'discuss')).body.at).toBe('talk');
  expect(await runningOf(fresh.id)).toEqual([[], [1]]);
  await expectDriven(inside, fresh.id);
  await server.decide('coordinator', fresh.id, 'keep');

  await server.decide(WORKER, id, 'pass', { reason: 'absent' });
  await server.decide('coordinator', id, 'assign', { assignTo: WORKER });
  for (const one of [id, fresh.id]) {
    await server.decide(WORKER, one, 'accept');
    await server.decide(WORKER, one, 'reached');
    await expectDriven(inside, one);
    expect((await server.decide(WORKER, one, 'close', { outcome: 'advised' })).body.at).toBe('closed');
    expect(await runningOf(one)).toEqual([[], []]);
  }
});

test('each date is that of its own version', async () => {
  const old = await server.submit();
  await restart(release);
  const fresh = await server.submit();
  // From the Tuesday: Wednesday, Thursday; then the holiday and the weekend before the third working day.
  expect((await inside.head(old.id))?.due).toBe('2026-04-30T22:00:00.000Z');
  expect((await inside.head(fresh.id))?.due).toBe('2026-05-04T22:00:00.000Z');
  await server.moveClock('2026-05-02T10:00:00.000Z');
  expect((await inside.head(old.id))?.missed).toBe(1);
  expect((await inside.head(fresh.id))?.missed).toBe(0);
});

test('a version that is taken away again stops its cases, and no others, until it is back', async () => {
  const old = await server.submit();
  await restart(release);
  const fresh = await server.submit();
  await restart(withdrawRelease);
  expect((await server.decide(WORKER, old.id, 'accept')).status).toBe(200);
  await expectDriven(inside, old.id);
  const head = await inside.head(fresh.id);
  expect((await server.api('GET', `/api/submissions/${fresh.id}`, { as: WORKER })).status).toBe(500);
  await server.moveClock('2026-05-02T10:00:00.000Z');
  expect(await inside.head(fresh.id)).toEqual(head);
  await restart(release);
  expect((await server.decide(WORKER, fresh.id, 'discuss')).body.at).toBe('talk');
  await expectDriven(inside, fresh.id);
});
