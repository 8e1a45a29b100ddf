import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nodesOf, readPdf, spoken } from '../../functions/documents/read-pdf.test-data.ts';
import { type BudgetCases, budgetCases } from '../budget-cases.ts';
import { startTestServer, type TestServer } from '../server.ts';

const COMMENT = { comment: 'Ein Satz dazu.' };

let server: TestServer;
let cases: BudgetCases;
beforeEach(async () => {
  server = await startTestServer();
  cases = budgetCases(server);
});
afterEach(() => server.close());

const fileOf = async (id: string, as = 'provider') =>
  (await server.api('GET', `/api/budget-applications/${id}`, { as })).body;
const drawnUp = async (id: string, as = 'head') => {
  const { body } = await server.api('POST', `/api/submissions/${id}/notice`, { as });
  const { pages, info } = await readPdf(Buffer.from(await (await fetch(body.url)).arrayBuffer()));
  const text = pages.map(({ structure }) => spoken(structure)).join(' ');
  return { sha256: body.sha256, title: info.Title, heads: nodesOf(pages, 'H2').map(spoken), text };
};
/** The document is drawn up, looked at and approved. */
const approved = async (id: string) => {
  const document = await drawnUp(id);
  await cases.decide('head', id, 'approve', { document: document.sha256 });
  return document;
};

describe('in a county that employs the staff itself', () => {
  beforeEach(async () => {
    await cases.choose({ mode: 'allotment' });
    await cases.frame();
  });

  test('a grant is allotted without a notice, and is paid to nobody', async () => {
    const id = await cases.submitted({ electronicNotice: true });
    await cases.goTo(id, 'decision');
    await cases.decide('clerk', id, 'grant');
    const { title, heads, text } = await approved(id);
    expect(title).toMatch(/^Zuweisung, Aktenzeichen/);
    expect(heads).toEqual([
      '1. Entscheidung',
      '2. Berechnung',
      '3. Bedingungen der Verwendung',
      '4. Begründung',
    ]);
    expect(text.replace(/\s+/g, ' ')).toContain('71.234,56 €');

    // There is nothing to announce, and so nothing to object to.
    for (const [action, more] of [
      ['post', { sentOn: '2026-04-28' }],
      ['notify', {}],
    ] as const) {
      const { status, body } = await server.decide('clerk', id, action, more);
      expect([action, status, body.errors?.[0].path]).toEqual([action, 422, 'action']);
    }
    expect((await fileOf(id)).decision).toBeUndefined();
    await cases.decide('clerk', id, 'allot');
    const { at, about } = await cases.headOf(id);
    expect([at, about.announced, about.grant?.instalments]).toEqual(['final', undefined, []]);
    expect(about.money).toMatchObject({ committed: { state: 42_740_74, county: 28_493_82 } });
    expect((await fileOf(id)).decision).toMatchObject({ kind: 'grant', amount: 71_234_56 });
    expect((await server.api('GET', '/api/budgets/2027', { as: 'treasurer' })).body.agrees).toBe(true);
  });

  test('a refusal is a notice that can be objected to', async () => {
    const id = await cases.goTo(await cases.submitted(), 'decision');
    await cases.decide('clerk', id, 'refuse', COMMENT);
    await cases.decide('provider', id, 'respond', COMMENT);
    await cases.decide('clerk', id, 'refuse', COMMENT);
    const { title, heads, text } = await approved(id);
    expect(title).toMatch(/^Ablehnungsbescheid, Aktenzeichen/);
    expect(heads).toEqual(['1. Entscheidung', '2. Begründung', '3. Rechtsbehelfsbelehrung']);
    expect(text).toContain(COMMENT.comment);
    expect((await server.decide('clerk', id, 'allot')).body.errors[0].path).toBe('action');
    await cases.decide('clerk', id, 'post', { sentOn: '2026-04-28' });
    expect((await cases.headOf(id)).about.announced).toMatchObject({ objectionEnds: '2026-06-02' });
  });
});

test('where no hearing is held, a refusal goes to the head at once', async () => {
  await cases.choose({ hearingBeforeRefusal: false });
  await cases.frame();
  const id = await cases.goTo(await cases.submitted(), 'decision');
  await cases.decide('clerk', id, 'refuse', COMMENT);
  expect(await cases.at(id)).toBe('approval');
  expect((await drawnUp(id)).text).not.toContain('Gelegenheit, sich zu äußern');
});

test('where nobody waits for money, who comes too late is to be refused: before the decision, and at the approval', async () => {
  await cases.choose({ exhausted: 'refuse', hearingBeforeRefusal: false });
  // Enough for one of them.
  await cases.frame({ figure: 50_000_00 });
  const [first, late] = [await cases.submitted(), await cases.submitted()];
  await cases.goTo(first, 'approval');
  await cases.goTo(late, 'decision');
  expect((await cases.headOf(late)).about.money).toMatchObject({ reserved: { state: 0 } });
  const granted = await server.decide('clerk', late, 'grant');
  expect([granted.status, granted.body.type]).toEqual([409, '/problems/not-reserved']);
  await cases.decide('clerk', late, 'refuse', COMMENT);
  expect(await cases.at(late)).toBe('approval');

  await cases.frame({ figure: 0 });
  const { sha256: document } = await drawnUp(first);
  const { status, body } = await server.decide('head', first, 'approve', { document });
  expect([status, body.type, body.current.at]).toEqual([409, '/problems/frame-exhausted', 'decision']);
  expect((await server.decide('clerk', first, 'grant')).body.type).toBe('/problems/not-reserved');
});

test('where a county commits before the year’s frame is in force, the head approves on a provisional one', async () => {
  await cases.choose({ commitProvisional: true });
  await cases.frame({ state: 'provisional' });
  const id = await cases.goTo(await cases.submitted(), 'approval');
  await approved(id);
  expect(await cases.headOf(id)).toMatchObject({
    at: 'announce',
    about: { money: { committed: { state: 42_740_74 } } },
  });
});

test('steps that a county keeps apart are done by different people, and it says how long answers may take', async () => {
  await cases.choose({ separate: [['completeness', 'decision']], queryDays: 14, committeeAbove: 0 });
  await cases.frame();
  const id = await cases.goTo(await cases.submitted(), 'decision');
  const { status, body } = await server.decide('clerk', id, 'grant');
  expect([status, body.type]).toEqual([403, '/problems/four-eyes']);
  await cases.decide('clerk-2', id, 'grant');
  // Every sum is the committee's there.
  expect(await cases.at(id)).toBe('committee');
  const queried = await cases.submitted();
  await cases.decide('clerk', queried, 'query', { fields: [{ path: 'goals', reason: 'Warum?' }] });
  expect((await cases.headOf(queried)).about.answerBy).toBe('2026-05-12');
});
