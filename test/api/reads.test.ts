import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '../../domain/api/routes.ts';
import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import { type BudgetCases, budgetCases } from '../budget-cases.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';
import { uploadFile } from '../upload-file.ts';
import { caseWithCommittee, saveSession, TODAY } from './committee-cases.ts';

const PDF = '%PDF-1.7\n%%EOF\n';

let server: TestServer;
let cases: BudgetCases;
/** What there is to be read, by what it is. */
const of: Record<string, string> = {};
/** The file of the application that was announced. */
let attached: string;

/** An application with a file, approved by its document and posted. */
const announced = async () => {
  const id = newId();
  await cases.save(id, budgetApplicationExample);
  const offered = await server.api('POST', `/api/budget-applications/${id}/attachments`, {
    as: 'provider',
    body: { name: 'Stellenplan.pdf', size: PDF.length },
  });
  await uploadFile(server, offered.body, PDF, 'Stellenplan.pdf');
  attached = offered.body.id;
  await cases.save(id, { ...budgetApplicationExample, attachments: [attached] }, { seen: 1 });
  await cases.send(id, 2);
  await cases.goTo(id, 'approval');
  const { body } = await server.api('POST', `/api/submissions/${id}/notice`, { as: 'head' });
  await cases.decide('head', id, 'approve', { document: body.sha256 });
  await cases.decide('clerk', id, 'post', { sentOn: TODAY });
  return id;
};

beforeAll(async () => {
  server = await startTestServer();
  cases = budgetCases(server);
  await cases.frame();
  of.draft = await cases.draft();
  of.queries = await cases.submitted();
  await cases.decide('clerk', of.queries, 'query', { fields: [{ path: 'goals', reason: 'Warum?' }] });
  of.announced = await announced();
  of.session = newId();
  const items = [{ case: await caseWithCommittee(server), public: false, reason: 'personal-interest' }];
  await saveSession(server, of.session, { kind: 'session', on: TODAY, items });
  await cases.decide('committee', of.session, 'convene', { saved: 1 });
});
afterAll(() => server.close());

type Item = Record<string, unknown> & { pk: string; sk: string };
/** Items by their key, heads without what counts reading. */
const itemsNow = async () => {
  const items = (await server.items()) as Item[];
  const without = ({ log: _log, rev: _rev, ...item }: Item): Item => item as Item;
  return new Map(items.map((item) => [`${item.pk} ${item.sk}`, item.sk === 'HEAD' ? without(item) : item]));
};

/** Sealed content has tests of its own. */
const gets = routes.filter(
  ({ method, access, function: by }) => method === 'GET' && access === 'login' && by !== 'casework',
);
/** Of these somebody gets an answer here. */
const ANSWERED = [
  ...[
    '/api/me',
    '/api/tasks',
    '/api/statistics',
    '/api/imports',
    '/api/submissions',
    '/api/submissions/{id}',
  ],
  ...['log', 'documents/{kind}', 'papers/{format}'].map((part) => `/api/submissions/{id}/${part}`),
  ...['', '/attachments/{file}'].map((part) => `/api/budget-applications/{id}${part}`),
  ...['', '/entries', '/corrections'].map((part) => `/api/budgets/{year}${part}`),
  '/api/committee-sessions/{id}',
];
const QUERY: Record<string, string> = {
  '/api/submissions/{id}/papers/{format}': '?part=non-public',
  '/api/statistics': '?form=budget-application&year=2027',
  '/api/imports': '?kind=indicators',
};
/** Every address that a route has for what there is. */
const addressesOf = (path: string): string[] => {
  const values: Record<string, string[]> = {
    id: Object.values(of),
    year: ['2027'],
    file: [attached],
    kind: ['notice', 'proof-of-filing'],
    format: ['pdf', 'docx'],
  };
  const filled = Object.entries(values).reduce(
    (paths, [name, all]) =>
      paths.flatMap((one) =>
        one.includes(`{${name}}`) ? all.map((v) => one.replace(`{${name}}`, v)) : [one],
      ),
    [path],
  );
  return filled.map((one) => one + (QUERY[path] ?? ''));
};

/** One of each role, and the other provider. */
const READERS = [
  ...['provider', 'provider-2', 'kita', 'clerk', 'coordinator', 'head', 'treasurer', 'auditor'],
  ...['committee', 'social-worker', 'admin'],
];
/** They read whatever there is. @returns the routes that answered somebody */
const readAll = async (readers: readonly string[]): Promise<Set<string>> => {
  const answered = new Set<string>();
  for (const as of readers)
    for (const { path } of gets)
      for (const address of addressesOf(path))
        if ((await server.api('GET', address, { as })).status === 200) answered.add(path);
  await server.idle();
  return answered;
};

/** What reading may write: who read what. */
const READS = ['answers-read', 'notice-read', 'proof-read', 'attachment-read', 'papers-read'];

test('whoever reads whatever there is changes nothing, but that the log names those who read', {
  timeout: 300_000,
}, async () => {
  const before = await itemsNow();
  const mails = server.mails().length;
  expect([...(await readAll(READERS))]).toEqual(expect.arrayContaining(ANSWERED));
  // Documents that follow from what never changes were made when somebody first asked for them.
  const calls = await server.callsWhile(async () => void (await readAll(['auditor', 'committee'])));
  expect(calls.filter(({ operation }) => operation === 'PutObject')).toEqual([]);

  const after = await itemsNow();
  expect([...before.keys()].filter((key) => !after.has(key))).toEqual([]);
  const differ = [...after].filter(([key, item]) => JSON.stringify(before.get(key)) !== JSON.stringify(item));
  for (const [key, { what }] of differ) expect([key, READS.includes(String(what))]).toEqual([key, true]);
  expect(new Set(differ.map(([, { what }]) => what))).toEqual(new Set(READS));
  // The applicant's own reading leaves no trace, and who sees nothing none either.
  expect(new Set(differ.map(([, { by }]) => (by as { person: string }).person))).toEqual(
    new Set(['kita', 'clerk', 'coordinator', 'head', 'treasurer', 'auditor', 'committee']),
  );
  expect(server.mails().length).toBe(mails);
  for (const id of [of.queries, of.announced, of.session])
    expect((await server.api('GET', `/api/submissions/${id}/log`, { as: 'auditor' })).body.whole).toBe(true);
});

test('the link of a mail, opened as often as somebody likes, asks no function for anything', async () => {
  const links = server.mails().flatMap(({ text = '' }) => text.match(/https?:\/\/\S+/g) ?? []);
  expect(links.length).toBeGreaterThan(10);
  const before = await itemsNow();
  const calls = await server.callsWhile(async () => {
    for (const link of [...new Set(links), ...links.slice(-2)]) await fetch(link);
  });
  expect(calls).toEqual([]);
  expect(await itemsNow()).toEqual(before);
});
