import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BudgetCases, budgetCases } from '../budget-cases.ts';
import { startTestServer, type TestServer } from '../server.ts';
import { convened, largeApplication, VOTES } from './committee-cases.ts';

const DAYS = { from: '2026-04-01', to: '2026-12-31' };

let server: TestServer;
let cases: BudgetCases;
beforeAll(async () => {
  server = await startTestServer();
  cases = budgetCases(server);
  // In this county nobody records a resolution on an own draft, nor approves what they recorded.
  const separate: [string, string][] = [
    ['decision', 'committee'],
    ['committee', 'approval'],
  ];
  await cases.choose({ separate });
  await cases.person('drafting', { roles: ['clerk', 'committee'] });
  await cases.person('deputy', { roles: ['committee'] });
  await cases.deputy({ person: 'drafting', deputy: 'deputy', ...DAYS });
  await cases.person('recording', { roles: ['committee', 'head'], name: 'Rita Protokoll' });
  await cases.person('two-hats', { roles: ['committee', 'provider'], provider: 'vg-alzey-land' });
  await cases.frame({ figure: 800_000_000 });
});
afterAll(() => server.close());

/** A case that lies in a session of today. */
const inSession = async (draftedBy: string) => {
  const id = await cases.goTo(await cases.submitted(largeApplication), 'decision');
  await cases.decide(draftedBy, id, 'grant');
  return { id, session: await convened(server, [id]) };
};
const record = (as: string, session: string, id: string) =>
  server.decide(as, session, 'record', { resolutions: [{ case: id, outcome: 'approved', votes: VOTES }] });

describe('who may not do the step of the committee on a case', () => {
  test.each([
    ['who drafted its decision, where the county keeps both apart', 'drafting', 'four-eyes'],
    ['who stands in for them today', 'deputy', 'four-eyes'],
    ['who acts for its provider', 'two-hats', 'other-role'],
  ])('records no resolution on it either: %s', async (_who, as, problem) => {
    const { id, session } = await inSession('drafting');
    const { status, body } = await record(as, session, id);
    expect([status, body.type]).toEqual([403, `/problems/${problem}`]);
    expect(await cases.at(id)).toBe('committee');
    expect((await record('committee', session, id)).status).toBe(200);
    expect(await cases.at(id)).toBe('approval');
  });
});

test('whoever recorded a resolution has acted on the case: it is told, and excludes them where the county wants it', async () => {
  const { id, session } = await inSession('clerk-2');
  expect((await record('recording', session, id)).status).toBe(200);
  const { body: file } = await server.api('GET', `/api/budget-applications/${id}`, { as: 'auditor' });
  expect(file.acted.at(-1)).toMatchObject({
    person: { id: 'recording', name: 'Rita Protokoll' },
    step: 'committee',
    action: 'record',
  });
  const notice = await server.api('POST', `/api/submissions/${id}/notice`, { as: 'recording' });
  expect(notice.body.draft).toBe(true);
  const { status, body } = await server.decide('recording', id, 'approve', { document: notice.body.sha256 });
  expect([status, body.type]).toEqual([403, '/problems/four-eyes']);
  expect(await cases.goTo(id, 'announce')).toBe(id);
});
