import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Amounts } from '../../domain/budget/amounts.ts';
import type { Entry } from '../../domain/budget/entry.ts';
import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import { readHead } from '../../functions/store/heads.ts';
import { deputyshipKey, personKey } from '../../functions/store/keys.ts';
import { closeFrame } from '../closed-frame.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await setFrame({ figure: 133_920_900 });
  // Two of the office may confirm beside the head.
  for (const id of ['clerk-2', 'coordinator-2']) await giveRole(id, 'treasurer');
});
afterAll(() => server.close());

const YEAR = 2027;
const giveRole = async (id: string, role: string) => {
  const { store } = server;
  await store.db.send(
    new UpdateCommand({
      TableName: store.table,
      Key: personKey(id),
      UpdateExpression: 'SET #roles = list_append(#roles, :role)',
      ExpressionAttributeNames: { '#roles': 'roles' },
      ExpressionAttributeValues: { ':role': [role] },
    }),
  );
};
const budget = async (year = YEAR) =>
  (await server.api('GET', `/api/budgets/${year}`, { as: 'auditor' })).body;
const setFrame = async (change: object, year = YEAR) => {
  const { version } = await budget(year);
  const body = { state: 'in-force', figure: 0, voluntary: 0, ...change };
  const set = await server.api('PUT', `/api/budgets/${year}`, {
    as: 'treasurer',
    body,
    headers: { 'if-match': `"${version}"` },
  });
  expect(set.status).toBe(200);
};
const entriesOf = async (year = YEAR): Promise<Entry[]> =>
  (await server.api('GET', `/api/budgets/${year}/entries`, { as: 'auditor' })).body.items;
const path = (more = '', year = YEAR) => `/api/budgets/${year}/corrections${more}`;

/** An application whose sum is reserved, and the entry that did it. */
const reserved = async () => {
  const id = newId();
  await server.api('PUT', `/api/budget-applications/${id}`, {
    as: 'provider',
    body: budgetApplicationExample,
  });
  await server.api('POST', `/api/budget-applications/${id}/submission`, {
    as: 'provider',
    body: { saved: 1 },
  });
  await server.idle();
  await server.decide('clerk', id, 'complete');
  await server.decide('coordinator', id, 'recommend', { comment: 'Der Bedarf ist belegt.' });
  const entry = (await entriesOf()).find((one) => one.submission === id && one.kind === 'reserve');
  if (!entry) throw new Error('nothing was reserved');
  return { id, entry };
};

const part: Amounts = { state: 600_00, county: 400_00, voluntary: 0 };
const proposalOf = (corrects: string, change: object = {}) => ({
  id: newId(),
  corrects,
  amounts: part,
  reason: 'Zahlendreher',
  ...change,
});
const propose = (body: object, as = 'treasurer', year = YEAR) =>
  server.api('POST', path('', year), { as, body });
const confirm = (id: string, as = 'head', year = YEAR) =>
  server.api('POST', path(`/${id}/confirmation`, year), { as });
const reject = (id: string, as = 'head') =>
  server.api('POST', path(`/${id}/rejection`), { as, body: { reason: 'Die Buchung stimmt.' } });
const list = async (as = 'auditor') => (await server.api('GET', path(), { as })).body.items;
const moneyOf = async (id: string) => {
  const head = await readHead(server.store, id);
  return head?.form === 'budget-application' ? head.about.money : undefined;
};
const problemOf = ({ status, body }: { status: number; body: { type: string } }) => [status, body.type];

describe('a correction', () => {
  test('moves nothing when it is proposed, and once when another person confirms it', async () => {
    const { id, entry } = await reserved();
    const before = await budget();
    const proposal = proposalOf(entry.id);
    expect((await propose(proposal)).status).toBe(201);
    expect((await propose(proposal)).status).toBe(200);
    expect(await budget()).toEqual(before);

    const confirmed = await confirm(proposal.id);
    expect(confirmed.body).toMatchObject({
      state: 'confirmed',
      byName: 'Xenia Kassenmuster',
      answeredByName: 'Rosa Leitbild',
      of: { id: entry.id },
      actions: [],
    });
    expect((await confirm(proposal.id)).status).toBe(200);
    const after = await budget();
    expect(after).toMatchObject({ agrees: true, entries: before.entries + 1 });
    expect(after.available.regular).toBe(before.available.regular + 1_000_00);
    expect((await entriesOf())[0]).toMatchObject({
      id: `correction.${proposal.id}`,
      kind: 'correct',
      corrects: entry.id,
      from: 'reserved',
      to: 'requested',
      by: { person: 'head' },
      proposedBy: { person: 'treasurer' },
      submission: id,
    });
    expect(await moneyOf(id)).toMatchObject({ requested: part });
    const { body: log } = await server.api('GET', `/api/submissions/${id}/log`, { as: 'auditor' });
    expect(log.whole).toBe(true);
    expect(log.items.at(-1)).toMatchObject({
      what: 'corrected',
      by: { person: 'head' },
      ref: `correction.${proposal.id}`,
    });
    // The words of who proposed it stand in the ledger, not in the log.
    expect(JSON.stringify(log)).not.toContain('Zahlendreher');
  });

  test('of a figure that was mistyped leaves a state’s figure with the county’s share', async () => {
    await setFrame({ figure: 100_000_08, state: 'provisional' }, 2031);
    const [entry] = await entriesOf(2031);
    const tooMuch = { state: 8, county: 5, voluntary: 0 };
    const wrong = proposalOf(entry?.id ?? '', { amounts: { ...tooMuch, county: 0 } });
    expect(problemOf(await propose(wrong, 'treasurer', 2031))).toEqual([
      409,
      '/problems/correction-no-budget',
    ]);
    const proposal = proposalOf(entry?.id ?? '', { amounts: tooMuch });
    expect((await propose(proposal, 'treasurer', 2031)).status).toBe(201);
    expect((await confirm(proposal.id, 'head', 2031)).status).toBe(200);
    expect(await budget(2031)).toMatchObject({
      agrees: true,
      version: 2,
      figures: { state: 100_000_00, county: 66_666_67, voluntary: 0 },
    });
  });

  test('is not taken under an id that says something else already', async () => {
    const { entry } = await reserved();
    const proposal = proposalOf(entry.id);
    await propose(proposal);
    const other = await propose({ ...proposal, reason: 'etwas anderes' });
    expect(problemOf(other)).toEqual([409, '/problems/other-body']);
    expect(problemOf(await propose(proposal, 'clerk-2'))).toEqual([409, '/problems/other-body']);
  });

  test('of an entry that is not in the year, or of more than stands, is refused with the reason', async () => {
    const { entry } = await reserved();
    const unknown = await propose(proposalOf('no-such-entry'));
    expect([unknown.status, unknown.body.errors]).toEqual([
      422,
      [{ path: 'corrects', message: 'Diese Buchung gibt es in diesem Jahr nicht.' }],
    ]);
    const tooMuch = { ...entry.amounts, state: entry.amounts.state + 1 };
    const refused = await propose(proposalOf(entry.id, { amounts: tooMuch }));
    expect(problemOf(refused)).toEqual([409, '/problems/correction-more-than-stands']);
    const nothing = await propose(proposalOf(entry.id, { amounts: { state: 0, county: 0, voluntary: 0 } }));
    expect(problemOf(nothing)).toEqual([409, '/problems/correction-nothing']);
    for (const language of ['en', 'ar']) {
      const { body } = await server.api('POST', path(), {
        as: 'treasurer',
        body: proposalOf(entry.id, { amounts: tooMuch }),
        language,
      });
      expect(body.detail).not.toContain('correction-');
      expect(body.detail).not.toBe(refused.body.detail);
    }
  });

  test('does not reach money that its application holds elsewhere by now', async () => {
    const { id, entry } = await reserved();
    const proposal = proposalOf(entry.id);
    await propose(proposal);
    await server.decide('clerk', id, 'reexamine', { comment: 'Noch einmal.' });
    expect(problemOf(await confirm(proposal.id))).toEqual([409, '/problems/correction-moved-on']);
    expect((await list()).find((one: { id: string }) => one.id === proposal.id).state).toBe('open');
  });
});

describe('who answers a proposal', () => {
  const proposed = async () => {
    const { entry } = await reserved();
    const proposal = proposalOf(entry.id);
    expect((await propose(proposal)).status).toBe(201);
    return proposal;
  };
  const stands = async (person: string, deputy: string, during: () => Promise<void>) => {
    const one = { person, deputy, from: '2026-04-01', to: '2026-05-31' };
    const { db, table: TableName } = server.store;
    await db.send(new PutCommand({ TableName, Item: { ...deputyshipKey(one), ...one } }));
    await during();
    await db.send(new DeleteCommand({ TableName, Key: deputyshipKey(one) }));
  };
  const shownTo = async (as: string, id: string) =>
    (await list(as)).find((one: { id: string }) => one.id === id);

  test('is not who proposed it, and nobody without the role', async () => {
    const { id } = await proposed();
    for (const answer of [confirm, reject]) {
      expect(problemOf(await answer(id, 'treasurer'))).toEqual([403, '/problems/four-eyes']);
      for (const as of ['clerk', 'coordinator', 'auditor', 'provider', 'admin', 'committee'])
        expect(problemOf(await answer(id, as))).toEqual([403, '/problems/other-role']);
    }
    expect(await shownTo('treasurer', id)).toMatchObject({ actions: [], barred: ['confirm', 'reject'] });
    expect(await shownTo('head', id)).toMatchObject({ actions: ['confirm', 'reject'], barred: [] });
    expect(await shownTo('clerk', id)).toMatchObject({ actions: [], barred: [] });
  });

  test('neither stands in for who proposed it, nor lets them stand in for oneself', async () => {
    const { id } = await proposed();
    for (const [person, deputy] of [
      ['treasurer', 'head'],
      ['head', 'treasurer'],
    ] as const)
      await stands(person, deputy, async () => {
        expect(problemOf(await confirm(id, 'head'))).toEqual([403, '/problems/four-eyes']);
        expect(problemOf(await reject(id, 'head'))).toEqual([403, '/problems/four-eyes']);
        expect(await shownTo('head', id)).toMatchObject({ barred: ['confirm', 'reject'] });
        expect((await shownTo('clerk-2', id)).actions).toEqual(['confirm', 'reject']);
      });
    expect((await confirm(id, 'clerk-2')).status).toBe(200);
  });

  test('does not act for the provider whose money it is, and neither does who proposes it', async () => {
    const { id, corrects } = await proposed();
    await giveRole('provider', 'treasurer');
    expect(problemOf(await confirm(id, 'provider'))).toEqual([403, '/problems/other-role']);
    expect(problemOf(await propose(proposalOf(corrects), 'provider'))).toEqual([403, '/problems/other-role']);
    expect(await shownTo('provider', id)).toMatchObject({ actions: [], barred: ['confirm', 'reject'] });
  });

  test('rejects it with a reason, and then nobody confirms it', async () => {
    const { id } = await proposed();
    const before = await budget();
    expect((await server.api('POST', path(`/${id}/rejection`), { as: 'head', body: {} })).status).toBe(422);
    expect((await reject(id)).body).toMatchObject({
      state: 'rejected',
      answered: { by: { person: 'head' }, reason: 'Die Buchung stimmt.' },
    });
    expect((await reject(id)).status).toBe(200);
    const late = await confirm(id, 'clerk-2');
    expect(problemOf(late)).toEqual([409, '/problems/correction-answered']);
    expect(late.body.current).toMatchObject({ at: 'rejected', by: 'Rosa Leitbild' });
    expect(await budget()).toEqual(before);
  });

  test('finds nothing under another id or in another year', async () => {
    const { id } = await proposed();
    expect((await confirm(newId())).status).toBe(404);
    expect((await confirm(id, 'head', 2030)).status).toBe(404);
    expect((await confirm('no-id')).status).toBe(404);
  });
});

describe('at the same moment', () => {
  test('one proposal is confirmed by one of two people, and moves money once', async () => {
    const { entry } = await reserved();
    const proposal = proposalOf(entry.id);
    await propose(proposal);
    const before = await budget();
    const answers = await Promise.all(
      ['head', 'clerk-2', 'coordinator-2'].map((as) => confirm(proposal.id, as)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 200))
      expect(problemOf(answer)).toEqual([409, '/problems/correction-answered']);
    expect(await budget()).toMatchObject({ agrees: true, entries: before.entries + 1 });
  });

  test('two proposals never take the same entry back twice', async () => {
    const { id, entry } = await reserved();
    const proposals = [entry.amounts, entry.amounts, part].map((amounts) =>
      proposalOf(entry.id, { amounts }),
    );
    for (const one of proposals) expect((await propose(one)).status).toBe(201);
    const before = await budget();
    const answers = await Promise.all(
      proposals.map((one, n) => confirm(one.id, n === 1 ? 'clerk-2' : 'head')),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 200))
      expect(problemOf(answer)).toEqual([409, '/problems/correction-more-than-stands']);
    const after = await budget();
    expect(after).toMatchObject({ agrees: true, entries: before.entries + 1 });
    const money = await moneyOf(id);
    const [taken] = (await entriesOf()).filter(({ corrects }) => corrects === entry.id);
    expect(money?.reserved.state).toBe(entry.amounts.state - (taken?.amounts.state ?? 0));
  });

  test('confirmations of different applications all get through', async () => {
    const cases = await Promise.all([reserved(), reserved(), reserved(), reserved()]);
    const proposals = cases.map(({ entry }) => proposalOf(entry.id));
    for (const one of proposals) await propose(one);
    const answers = await Promise.all(proposals.map(({ id }) => confirm(id)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await budget()).agrees).toBe(true);
  });
});

describe('a closed year', () => {
  test('takes neither a proposal nor a confirmation; a proposal that is left over can be rejected', async () => {
    const year = 2032;
    await setFrame({ figure: 100_000_00 }, year);
    const [entry] = await entriesOf(year);
    const whole = { amounts: entry?.amounts };
    const left = proposalOf(entry?.id ?? '', whole);
    expect((await propose(left, 'treasurer', year)).status).toBe(201);
    await closeFrame(server, year, { figure: 100_000_00 });
    const closed = [409, '/problems/frame-closed'];
    expect(problemOf(await propose(proposalOf(entry?.id ?? '', whole), 'treasurer', year))).toEqual(closed);
    expect(problemOf(await confirm(left.id, 'head', year))).toEqual(closed);
    const rejected = await server.api('POST', path(`/${left.id}/rejection`, year), {
      as: 'head',
      body: { reason: 'Das Jahr ist abgeschlossen.' },
    });
    expect(rejected.status).toBe(200);
    expect(await budget(year)).toMatchObject({ agrees: true, entries: 1 });
  });
});

test('the list shows every proposal of the year once, the last first, page by page', async () => {
  const year = 2033;
  await setFrame({ figure: 100_000_00 }, year);
  const [entry] = await entriesOf(year);
  const proposals = Array.from({ length: 60 }, () =>
    proposalOf(entry?.id ?? '', { amounts: entry?.amounts }),
  );
  for (const one of proposals) await propose(one, 'treasurer', year);
  const seen: string[] = [];
  let cursor = '';
  do {
    const { body } = await server.api('GET', path(cursor && `?cursor=${cursor}`, year), { as: 'clerk' });
    seen.push(...body.items.map(({ id }: { id: string }) => id));
    cursor = body.cursor ?? '';
  } while (cursor);
  expect(seen).toEqual(
    proposals
      .map(({ id }) => id)
      .sort()
      .reverse(),
  );
  expect((await server.api('GET', path('?cursor=nonsense', year), { as: 'clerk' })).status).toBe(422);
  expect((await server.api('GET', path('', year), { as: 'kita' })).status).toBe(403);
});
