import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LARGEST_FILE, MOST_KEPT } from '../../domain/files/attachment.ts';
import { attachmentKey } from '../../domain/files/keys.ts';
import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import { createFiles, type Files } from '../../functions/gateways/files.ts';
import { changeHeadOf } from '../../functions/store/heads.ts';
import { credentialsOf } from '../../local/credentials.ts';
import { FILES_BUCKET } from '../../local/file-grants.ts';
import { EICAR } from '../../local/s3/scanner.ts';
import { type BudgetCases, budgetCases } from '../budget-cases.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';
import { type UploadForm, uploadFile } from '../upload-file.ts';

const PDF = '%PDF-1.7\n%%EOF\n';
const NAME = 'Stellenplan Müller.pdf';

let server: TestServer;
let office: BudgetCases;
let files: Files;
let id: string;

beforeAll(async () => {
  server = await startTestServer();
  office = budgetCases(server);
  files = createFiles(
    { FILES_BUCKET, FILES_URL: `${server.url}/files` },
    { credentials: credentialsOf('documents') },
  );
  await office.frame();
});
afterAll(() => server.close());
beforeEach(async () => {
  id = newId();
  await office.save(id, budgetApplicationExample);
});

const pathOf = (file = '', act = '') => `/api/budget-applications/${id}/attachments${file}${act}`;
const offer = (name = NAME, size: number = PDF.length, as = 'provider') =>
  server.api('POST', pathOf(), { as, body: { name, size } });
const upload = (form: UploadForm, content: string | Uint8Array) => uploadFile(server, form, content, NAME);
const check = (file: string, as = 'provider') => server.api('POST', pathOf(`/${file}`, '/check'), { as });
const link = (file: string, as = 'provider') => server.api('GET', pathOf(`/${file}`), { as });
const remove = (file: string, as = 'provider') => server.api('POST', pathOf(`/${file}`, '/removal'), { as });
const isThere = async (file: string) =>
  (await files.look(attachmentKey({ submission: id, file }))) !== undefined;
const listed = async (as = 'provider') =>
  (await server.api('GET', `/api/budget-applications/${id}`, { as })).body.attachments;

/** A file that was uploaded; `content` may be what somebody hides in it. */
const attached = async (content: string = PDF): Promise<string> => {
  const { body } = await offer();
  expect(await upload(body, content)).toBe(204);
  return body.id;
};

describe('a file of an application', () => {
  test('is offered, uploaded, scanned, and known as clean without anybody asking', async () => {
    const offered = await offer();
    expect(offered.status).toBe(201);
    expect(await listed()).toEqual([{ id: offered.body.id, name: NAME, size: PDF.length, state: 'awaited' }]);
    const calls = await server.callsWhile(async () => void (await upload(offered.body, PDF)));
    const of = calls.filter(({ service }) => service !== 'dynamodb');
    expect(of.slice(0, 3).map(({ service, operation, by }) => [service, operation, by])).toEqual([
      ['s3', 'PutObject', 'documents'],
      ['s3', 'Scan', 'scanner'],
      ['lambda', 'Invoke', 'events'],
    ]);
    expect(await listed()).toMatchObject([{ id: offered.body.id, state: 'clean' }]);
  });

  test('goes with the version that names it, and the office opens it under a name that says nothing', async () => {
    const file = await attached();
    expect((await link(file)).status).toBe(200);
    await office.save(id, { ...budgetApplicationExample, attachments: [file] }, { seen: 1 });
    expect((await office.send(id, 2)).status).toBe(200);
    for (const as of ['provider', 'clerk', 'coordinator', 'head', 'treasurer', 'auditor']) {
      const { body } = await link(file, as);
      expect(body.url).not.toMatch(/M%C3%BCller|Stellenplan/);
      const saved = await fetch(body.url);
      expect([await saved.text(), saved.headers.get('content-disposition')]).toEqual([
        PDF,
        expect.stringContaining('attachment; filename="Anlage-1.pdf"'),
      ]);
    }
    const { body: log } = await server.api('GET', `/api/submissions/${id}/log`, { as: 'auditor' });
    const reads = log.items.filter(({ what }: { what: string }) => what === 'attachment-read');
    expect(reads).toHaveLength(5);
    expect(reads[0]).toMatchObject({ by: { person: 'clerk' }, ref: file });
    expect(JSON.stringify(log)).not.toContain('Stellenplan');
  });

  test('is not sent before it was taken', async () => {
    const { body } = await offer();
    await office.save(id, { ...budgetApplicationExample, attachments: [body.id] }, { seen: 1 });
    const sent = await office.send(id, 2);
    expect([sent.status, sent.body.errors[0].path]).toEqual([422, 'attachments.0']);
    expect((await link(body.id)).body.type).toBe('/problems/file-not-taken');
  });

  test.each([
    ['not-pdf', 'MZ\x90\x00 This program cannot be run in DOS mode'],
    ['infected', PDF + EICAR],
    ['infected', EICAR],
    ['missing', undefined],
  ])('is refused as %s, and then nothing of it is kept', async (reason, content) => {
    const { body } = await offer('Rechnung.exe.pdf');
    if (content !== undefined) await upload(body, content);
    expect((await check(body.id)).body).toMatchObject({ state: 'refused', reason });
    expect(await isThere(body.id)).toBe(false);
    expect(await listed()).toMatchObject([{ state: 'refused', reason }]);
    await office.save(id, { ...budgetApplicationExample, attachments: [body.id] }, { seen: 1 });
    expect((await office.send(id, 2)).body.errors).toEqual([
      {
        path: 'attachments.0',
        message: 'Diese Datei ist noch nicht geprüft oder wurde nicht angenommen.',
      },
    ]);
    // The form lives on for a while: what comes under it later is refused too.
    await upload(body, PDF);
    expect((await check(body.id)).body).toMatchObject({ state: 'refused', reason });
    expect(await isThere(body.id)).toBe(false);
  });

  test('of 10 MB and one byte is refused when it is offered, and when it is uploaded as a smaller one', async () => {
    const large = await offer('Plan.pdf', LARGEST_FILE + 1);
    expect([large.status, large.body.errors]).toEqual([
      422,
      [{ path: 'size', message: 'Die Datei ist zu groß. Höchstens 10 MB sind möglich.' }],
    ]);
    const { body } = await offer('Plan.pdf', LARGEST_FILE);
    expect(await upload(body, new Uint8Array(LARGEST_FILE + 1))).toBe(400);
    expect((await check(body.id)).body).toMatchObject({ state: 'refused', reason: 'missing' });
  });

  test('cannot be exchanged after it was looked at', async () => {
    const { body } = await offer();
    await upload(body, PDF);
    expect((await link(body.id)).status).toBe(200);
    await upload(body, `${PDF} another`);
    expect((await link(body.id)).status).toBe(404);
  });

  test('is taken away while the provider writes, and again after a lost answer', async () => {
    const file = await attached();
    for (let times = 0; times < 2; times += 1) expect((await remove(file)).status).toBe(204);
    expect([await listed(), await isThere(file)]).toEqual([[], false]);
    for (const act of [link, check]) expect((await act(file)).status).toBe(404);
  });

  test('that was taken away leaves nothing when its form is used once more', async () => {
    const { body } = await offer();
    await remove(body.id);
    expect(await upload(body, PDF)).toBe(204);
    expect(await isThere(body.id)).toBe(false);
  });

  test('is one of at most so many', async () => {
    const refused = { name: NAME, size: 1, state: 'refused', reason: 'missing' } as const;
    const many = Array.from({ length: MOST_KEPT }, () => ({ id: newId(), ...refused }));
    await changeHeadOf(server.store, 'budget-application', id, (now) => ({
      head: { ...now, about: { ...now.about, attachments: many } },
    }));
    const more = await offer();
    expect([more.status, more.body.errors[0].path]).toEqual([422, 'attachments']);
    await remove(many[0]?.id ?? '');
    expect((await offer()).status).toBe(201);
  });
});

describe('while queries are open', () => {
  const queried = async (path: string): Promise<string> => {
    const file = await attached();
    await office.save(id, { ...budgetApplicationExample, attachments: [file] }, { seen: 1 });
    await office.send(id, 2);
    await server.decide('clerk', id, 'query', { fields: [{ path, reason: 'Bitte ergänzen.' }] });
    return file;
  };

  test('files are attached when the query opened them, and the office sees them when they are sent', async () => {
    const first = await queried('attachments');
    const second = await attached();
    expect((await link(second, 'clerk')).status).toBe(404);
    expect((await listed('clerk')).map((one: { id: string }) => one.id)).toEqual([first]);
    await office.save(id, { ...budgetApplicationExample, attachments: [second] }, { seen: 2 });
    expect((await office.send(id, 3)).status).toBe(200);
    expect((await listed('clerk')).map((one: { id: string }) => one.id)).toEqual([second]);
    // The first version names the first: it stays with the record.
    for (const file of [first, second]) expect((await link(file, 'clerk')).status).toBe(200);
  });

  test('what a sent version names is not taken away', async () => {
    const file = await queried('attachments');
    expect((await remove(file)).body.type).toBe('/problems/file-sent');
    expect((await link(file, 'clerk')).status).toBe(200);
  });

  test('nothing is attached or taken away when something else was asked', async () => {
    const file = await queried('reasons');
    for (const { status, body } of [await offer(), await remove(file)])
      expect([status, body.errors]).toEqual([
        422,
        [{ path: 'attachments', message: 'Dieses Feld ist nicht zur Korrektur offen.' }],
      ]);
  });
});

describe('nobody else', () => {
  test('finds the files of another provider’s application', async () => {
    const file = await attached();
    for (const { status } of [
      await offer(NAME, 1, 'provider-2'),
      await check(file, 'provider-2'),
      await link(file, 'provider-2'),
      await remove(file, 'provider-2'),
    ])
      expect(status).toBe(404);
    expect(await isThere(file)).toBe(true);
  });

  test('opens, attaches or takes away: no Kita, no session, no office', async () => {
    const file = await attached();
    for (const as of ['kita', 'committee', 'clerk', 'head'])
      for (const { status } of [await link(file, as), await remove(file, as)]) expect(status, as).toBe(404);
    await office.save(id, { ...budgetApplicationExample, attachments: [file] }, { seen: 1 });
    await office.send(id, 2);
    expect((await link(file, 'kita')).status).toBe(403);
    expect(await listed('kita')).toEqual([]);
    for (const as of ['kita', 'clerk', 'head'])
      for (const { status } of [await offer(NAME, 1, as), await check(file, as), await remove(file, as)])
        expect(status, as).toBe(403);
    const late = await offer();
    expect([late.status, late.body.type]).toEqual([409, '/problems/sent-already']);
  });
});
