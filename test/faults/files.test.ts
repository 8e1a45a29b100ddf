import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { placesOf } from '../../domain/files/keys.ts';
import type { BudgetAbout } from '../../domain/forms/budget-application/about.ts';
import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import { credentialsOf } from '../../local/credentials.ts';
import { FILES_BUCKET } from '../../local/file-grants.ts';
import { partsOf } from './expect-done.ts';
import { KilledError, type Machine, type Moment, startMachine } from './machine.ts';
import { newId } from './running-case.ts';

/** A Monday morning; every deletion takes the machine ten years on. */
const CLOCK = '2026-03-02T08:00:00.000Z';
const PDF = '%PDF-1.7\n%%EOF\n';

let data: string;
let machine: Machine;
let id: string;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'bindeglied-files-'));
  machine = await startMachine(data, CLOCK);
  await ask('treasurer', 'PUT', 'budgets/2027', { state: 'in-force', figure: 133_920_900, voluntary: 0 });
}, 60_000);
afterAll(async () => {
  await machine.stop();
  rmSync(data, { recursive: true });
});
beforeEach(async () => {
  id = newId();
  await save(budgetApplicationExample);
});

const ask = <B>(user: string, method: string, path: string, body?: object, headers = {}) =>
  machine.api.ask<B>(user, method, path, body, headers);
const save = (answers: object, seen?: number) =>
  ask('provider', 'PUT', `budget-applications/${id}`, answers, seen ? { 'if-match': `"${seen}"` } : {});

/** A file of the application, uploaded as a browser does. */
const attach = async (): Promise<string> => {
  const { body } = await ask<{ id: string; url: string; fields: Record<string, string> }>(
    'provider',
    'POST',
    `budget-applications/${id}/attachments`,
    { name: 'Stellenplan.pdf', size: PDF.length },
  );
  const form = new FormData();
  for (const [name, value] of Object.entries(body.fields)) form.append(name, value);
  form.append('file', new Blob([PDF]), 'Stellenplan.pdf');
  expect((await fetch(body.url, { method: 'POST', body: form })).status).toBe(204);
  await machine.idle();
  return body.id;
};

const decide = async (user: string, action: string, more: object = {}) => {
  const head = await machine.inside.head(id);
  const body = { step: head?.at, version: head?.version, action, ...more };
  expect((await ask(user, 'POST', `submissions/${id}/decisions`, body)).status).toBe(200);
  await machine.idle();
};
const submit = async () => {
  const file = await attach();
  await save({ ...budgetApplicationExample, attachments: [file] }, 1);
  await ask('provider', 'POST', `budget-applications/${id}/submission`, { saved: 2 });
  await machine.idle();
};
const toApproval = async () => {
  await submit();
  await decide('clerk', 'complete');
  await decide('coordinator', 'recommend', { comment: 'Belegt.' });
  await decide('clerk', 'grant');
};

/** Keys of what lies beside the application. */
const keys = async (): Promise<string[]> => {
  const s3 = new S3Client({
    endpoint: machine.s3,
    region: 'eu-central-1',
    forcePathStyle: true,
    credentials: credentialsOf('schedule'),
  });
  const lists = await Promise.all(
    placesOf(id).map((Prefix) => s3.send(new ListObjectsV2Command({ Bucket: FILES_BUCKET, Prefix }))),
  );
  s3.destroy();
  return lists.flatMap(({ Contents = [] }) => Contents.flatMap(({ Key }) => Key ?? []));
};

/** Does it until the machine kills itself at this moment, and starts another in its place. */
const killedAt = async (moment: Moment, act: () => Promise<unknown>) => {
  await machine.arm([moment]);
  try {
    await act();
    await machine.idle();
  } catch (error) {
    if (!(error instanceof KilledError || error instanceof TypeError)) throw error;
  }
  await machine.dead();
  await machine.stop();
  machine = await startMachine(data, CLOCK);
  await machine.idle();
};

const moment = (phase: Moment['phase'], call: string, more: Partial<Moment> = {}): Moment => {
  const [operation = '', by = ''] = call.split(' by ');
  return { phase, call: operation, by, ...more };
};
const nameOf = ({ phase, call, by, nth, of }: Moment) =>
  [phase, call, 'by', by, of, nth && `number ${nth}`].filter(Boolean).join(' ');
const named = (moments: Moment[]) => moments.map((one) => [nameOf(one), one] as const);

// First, while no case is open that would be reminded of for ten years.
describe('a funding file whose time is over is deleted whole, though killed', { timeout: 120_000 }, () => {
  test.each(
    named([
      moment('before', 's3 DeleteObject by schedule'),
      moment('after', 's3 DeleteObject by schedule'),
      moment('after', 's3 DeleteObject by schedule', { nth: 2 }),
      moment('before', 'dynamodb DeleteItem by schedule'),
      moment('before', 'dynamodb DeleteItem by schedule', { of: '"HEAD"' }),
    ]),
  )('%s', async (_name, at) => {
    await submit();
    await ask('provider', 'GET', `submissions/${id}/documents/proof-of-filing`);
    await decide('provider', 'withdraw');
    expect(await keys()).toHaveLength(2);
    const { deleteAt = '' } = (await machine.inside.head(id)) ?? {};
    await killedAt(at, () => machine.advance(deleteAt));
    const soon = new Date(Date.parse(await machine.now()) + 60_000).toISOString();
    await machine.advance(soon > deleteAt ? soon : deleteAt);
    expect([await keys(), await partsOf(machine.inside, id)]).toEqual([[], []]);
  });
});

describe('a notice is the same document after a kill, and can be approved', { timeout: 120_000 }, () => {
  test.each(
    named([
      moment('after', 's3 PutObject by documents'),
      moment('after', 'dynamodb TransactWriteItems by documents'),
    ]),
  )('%s', async (_name, at) => {
    await toApproval();
    const drawUp = () => ask<{ sha256: string; url: string }>('head', 'POST', `submissions/${id}/notice`);
    await killedAt(at, drawUp);
    const { body } = await drawUp();
    const bytes = Buffer.from(await (await fetch(body.url)).arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(body.sha256);
    expect((await drawUp()).body.sha256).toBe(body.sha256);
    // One attachment and one document, however often it was rendered.
    expect(await keys()).toHaveLength(2);
    await decide('head', 'approve', { document: body.sha256 });
    expect((await machine.inside.head(id))?.about).toMatchObject({ approved: { sha256: body.sha256 } });
  });
});

describe('a file that is taken away is gone when it is asked for again, though killed', {
  timeout: 120_000,
}, () => {
  test.each(
    named([
      moment('before', 'dynamodb TransactWriteItems by documents'),
      moment('before', 's3 DeleteObject by documents'),
      moment('after', 's3 DeleteObject by documents'),
    ]),
  )('%s', async (_name, at) => {
    const file = await attach();
    const remove = () => ask('provider', 'POST', `budget-applications/${id}/attachments/${file}/removal`);
    await killedAt(at, remove);
    expect((await remove()).status).toBe(204);
    const about = (await machine.inside.head(id))?.about as BudgetAbout;
    expect([about.attachments, await keys()]).toEqual([[], []]);
  });
});
