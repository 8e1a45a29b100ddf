import { afterEach, expect, test } from 'vitest';
import { attachmentKey } from '../../domain/files/keys.ts';
import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import { createFiles } from '../../functions/gateways/files.ts';
import { credentialsOf } from '../../local/credentials.ts';
import { FILES_BUCKET } from '../../local/file-grants.ts';
import { type BudgetCases, budgetCases } from '../budget-cases.ts';
import { startTestServer, type TestServer } from '../server.ts';
import { type UploadForm, uploadFile } from '../upload-file.ts';

const PDF = '%PDF-1.7\n%%EOF\n';

let server: TestServer;
let cases: BudgetCases;
/** Keys in the bucket, as they were put and not deleted since. */
let there: Set<string>;

const start = async () => {
  there = new Set();
  server = await startTestServer({
    observe({ service, operation, phase, request }) {
      if (service !== 's3' || phase !== 'after') return;
      const { Key } = request as { Key: string };
      if (operation === 'PutObject') there.add(Key);
      if (operation === 'DeleteObject') there.delete(Key);
    },
  });
  cases = budgetCases(server);
  await cases.frame();
};
afterEach(() => server.close());

const attach = async (id: string) => {
  const path = `/api/budget-applications/${id}/attachments`;
  const body = { name: 'Stellenplan.pdf', size: PDF.length };
  const offered = await server.api<UploadForm & { id: string }>('POST', path, { as: 'provider', body });
  expect(await uploadFile(server, offered.body, PDF, 'Stellenplan.pdf')).toBe(204);
  return offered.body;
};
const linkOf = (id: string) =>
  server.api('GET', `/api/submissions/${id}/documents/proof-of-filing`, { as: 'provider' });

/** An application with all that can lie beside one: a file, a proof, a draft and the notice; withdrawn at its end. */
const withdrawn = async (): Promise<string> => {
  const id = await cases.draft();
  const { id: file } = await attach(id);
  await cases.save(id, { ...budgetApplicationExample, attachments: [file] }, { seen: 1 });
  await cases.send(id, 2);
  await cases.goTo(id, 'approval');
  for (const as of ['clerk', 'head']) await server.api('POST', `/api/submissions/${id}/notice`, { as });
  expect((await linkOf(id)).status).toBe(200);
  await cases.decide('provider', id, 'withdraw');
  return id;
};
const keysOf = (id: string) => [...there].filter((key) => key.includes(id));
const itemsOf = async (id: string) =>
  (await server.items()).filter(({ pk }) => pk === `S#${id}`).map(({ sk }) => String(sk));

test('ten years after its end a funding file goes, its attachments and documents before its head', async () => {
  await start();
  const [id, other] = [await withdrawn(), await withdrawn()];
  expect(keysOf(id)).toHaveLength(4);
  await server.moveClock('2036-04-28T21:59:00.000Z');
  expect(keysOf(id)).toHaveLength(4);
  expect((await linkOf(id)).status).toBe(200);
  await server.moveClock('2036-04-28T22:00:00.000Z');
  for (const gone of [id, other]) {
    expect([keysOf(gone), await itemsOf(gone)]).toEqual([[], []]);
    expect((await linkOf(gone)).status).toBe(404);
  }
});

test('a draft that was never sent takes its files with it, a month after it expired', async () => {
  await start();
  const id = await cases.draft();
  await attach(id);
  await server.moveClock('2027-01-15T08:00:00.000Z');
  expect([keysOf(id), await itemsOf(id)]).toEqual([[], []]);
});

test('from the day on which it is to go, nothing is put beside it or given out', async () => {
  await start();
  const id = await withdrawn();
  await server.clock.set('2036-04-28T22:00:00.000Z');
  const before = keysOf(id);
  expect((await linkOf(id)).status).toBe(404);
  expect(keysOf(id)).toEqual(before);
});

test('what a form that still lives brings after the deletion is thrown away', async () => {
  await start();
  const id = await cases.draft();
  const form = await attach(id);
  await server.moveClock('2027-01-15T08:00:00.000Z');
  expect(await uploadFile(server, form, PDF, 'Stellenplan.pdf')).toBe(204);
  const key = attachmentKey({ submission: id, file: form.id });
  const files = createFiles({ FILES_BUCKET }, { credentials: credentialsOf('documents') });
  expect(await files.look(key)).toBeUndefined();
});
