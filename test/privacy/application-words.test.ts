import { afterAll, beforeAll, expect, test } from 'vitest';
import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import { readPdf } from '../../functions/documents/read-pdf.test-data.ts';
import type { Mail } from '../../local/ses/start.ts';
import { newId } from '../server.ts';
import { talkativeServer } from './talkative-server.ts';
import { newNumber, newWord, wordsIn } from './words.ts';

const PDF = '%PDF-1.7\n%%EOF\n';
const server = talkativeServer();
const { api, decide, settled } = server;

/** Every word that somebody wrote, by the field that it was written in. */
const sent = new Map<string, string>();
const marked = (field: string, make = newWord): string => {
  const word = make();
  sent.set(field, word);
  return word;
};
const fieldsIn = (where: string): string[] => {
  const found = wordsIn(where, [...sent.values()]);
  return [...sent].filter(([, word]) => found.includes(word)).map(([field]) => field);
};

/** Addresses that somebody was given, and the documents behind those of documents. */
const links: string[] = [];
let documents = '';
const opened = async (url: string) => {
  links.push(url);
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  documents += (await readPdf(bytes)).pages.map(({ text }) => text).join('\n');
};

const { provider, positions } = budgetApplicationExample;
const answersOf = (file: string) => ({
  ...budgetApplicationExample,
  provider: {
    ...provider,
    name: marked('provider'),
    street: marked('street'),
    town: marked('town'),
    contact: {
      name: marked('contact'),
      email: `${marked('e-mail')}@example.org`,
      phone: `06731 ${marked('phone', newNumber)}`,
    },
  },
  accountHolder: marked('account holder'),
  concept: marked('concept'),
  reasons: marked('reasons'),
  goals: marked('goals'),
  positions: positions.map((one, n) => ({ ...one, function: marked(`position ${n}`) })),
  attachments: [file],
  signature: { ...budgetApplicationExample.signature, name: marked('signature') },
});

const attach = async (id: string) => {
  const path = `/api/budget-applications/${id}/attachments`;
  const name = `${marked('file')}.pdf`;
  const { body } = await api('POST', path, { as: 'provider', body: { name, size: PDF.length } });
  const form = new FormData();
  for (const [field, value] of Object.entries(body.fields)) form.append(field, String(value));
  form.append('file', new Blob([PDF]), `${marked('name of the upload')}.pdf`);
  links.push(body.url);
  expect((await fetch(body.url, { method: 'POST', body: form })).status).toBe(204);
  await settled();
  await api('POST', `${path}/${body.id}/check`, { as: 'provider' });
  return body.id as string;
};

/** An application from its draft to the notice that the provider reads, with a word in every free field. */
const live = async (): Promise<string> => {
  const id = newId();
  const path = `/api/budget-applications/${id}`;
  await api('PUT', '/api/budgets/2027', {
    as: 'treasurer',
    body: { state: 'in-force', figure: 133_920_900, voluntary: 0 },
  });
  await api('PUT', path, { as: 'provider', body: { reasons: marked('first draft') } });
  const answers = answersOf(await attach(id));
  await api('PUT', path, { as: 'provider', body: answers, headers: { 'if-match': '"1"' } });
  const submission = await api('POST', `${path}/submission`, { as: 'provider', body: { saved: 2 } });
  expect(submission.status, submission.text).toBe(200);
  await settled();
  links.push((await api('GET', `${path}/attachments/${answers.attachments[0]}`, { as: 'clerk' })).body.url);
  await decide('clerk', id, 'complete', { comment: marked('remark') });
  await decide('coordinator', id, 'recommend', { comment: marked('opinion') });
  await decide('clerk', id, 'partial', {
    comment: marked('reasons of the decision'),
    conditions: [marked('condition')],
    granted: {
      positions: positions.map((one) => ({ id: one.id, amount: 10_000_00 })),
      training: 0,
      thirdParty: 2_500_00,
    },
  });
  for (const as of ['clerk', 'head']) {
    const { body } = await api('POST', `/api/submissions/${id}/notice`, { as });
    await opened(body.url);
    if (as === 'head') await decide('head', id, 'approve', { document: body.sha256 });
  }
  await decide('clerk', id, 'post', { sentOn: '2026-04-28' });
  for (const kind of ['notice', 'proof-of-filing'])
    await opened((await api('GET', `/api/submissions/${id}/documents/${kind}`, { as: 'provider' })).body.url);
  return id;
};

/** Words where none belong. */
const goWrong = async (id: string) => {
  const path = `/api/budget-applications/${id}/attachments`;
  const body = { name: `${marked('late file')}.pdf`, size: 1, more: marked('more of a file') };
  await api('POST', path, { as: 'provider', body });
  await api('GET', `${path}/${marked('id of a file')}`, { as: 'clerk' });
  await api('POST', `${path}/${marked('id to remove')}/removal`, { as: 'provider' });
  await api('GET', `/api/submissions/${id}/documents/${marked('kind')}?version=${marked('version')}`, {
    as: 'clerk',
  });
  const form = new FormData();
  form.append('key', marked('key'));
  await fetch(`${server.url()}/files/${marked('bucket')}`, { method: 'POST', body: form });
  await settled();
};

let lives: string;
beforeAll(async () => {
  await server.start();
  lives = await live();
  await goWrong(lives);
}, 120_000);
afterAll(() => server.end());

test('what an application says stands in its documents', () => {
  const [notice, proof] = [
    ['provider', 'street', 'contact', 'position 0', 'reasons of the decision', 'condition'],
    ['e-mail', 'account holder', 'concept', 'reasons', 'goals', 'file', 'signature'],
  ];
  expect(fieldsIn(documents)).toEqual(expect.arrayContaining([...notice, ...proof]));
});

test('and in nothing that the server printed, at the most talkative level', () => {
  const printed = server.printed();
  expect(printed).toContain(lives);
  expect(printed).toContain('"service":"documents"');
  expect(fieldsIn(printed)).toEqual([]);
});

test('in no link to a file or document, and in no form to upload one', () => {
  expect(links.length).toBeGreaterThan(5);
  expect(fieldsIn(links.map(decodeURIComponent).join('\n'))).toEqual([]);
});

test('in no execution and no mail', async () => {
  const executions = await server.executions();
  expect(executions).toContain(lives);
  expect(fieldsIn(executions)).toEqual([]);
  const { body } = await api('GET', '/mails', { headers: { accept: 'application/json' } });
  const mails: Mail[] = body.items;
  expect(mails.length).toBeGreaterThan(3);
  expect(fieldsIn(JSON.stringify(mails))).toEqual([]);
});

test('and in no log of the case, which says only what was done', async () => {
  const { text } = await api('GET', `/api/submissions/${lives}/log`, { as: 'auditor' });
  expect(text).toContain('attachment-read');
  expect(fieldsIn(text)).toEqual([]);
});
