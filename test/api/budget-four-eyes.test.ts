import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BudgetCases, budgetCases, SHA } from '../budget-cases.ts';
import { startTestServer, type TestServer } from '../server.ts';

/** Somebody with two roles, a second head, and a clerk who stands in for the first. */
const [HYBRID, HEAD_2, DEPUTY, CLERK_3] = ['hybrid', 'head-2', 'head-3', 'clerk-3'];
const DAYS = { from: '2026-04-01', to: '2026-12-31' };

let server: TestServer;
let cases: BudgetCases;
beforeAll(async () => {
  server = await startTestServer();
  cases = budgetCases(server);
  await cases.person(HYBRID, { roles: ['clerk', 'head', 'coordinator'], name: 'Hanna Zweirollen' });
  await cases.person(HEAD_2, { roles: ['head'], name: 'Heinz Zweiter' });
  await cases.person(DEPUTY, { roles: ['head'], name: 'Dora Vertretung' });
  await cases.person(CLERK_3, { roles: ['clerk'], name: 'Karl Dritter' });
  await cases.deputy({ person: HYBRID, deputy: DEPUTY, ...DAYS });
  await cases.deputy({ person: HYBRID, deputy: CLERK_3, ...DAYS });
  await cases.frame();
});
afterAll(() => server.close());

const seen = async (as: string, id: string) =>
  (await server.api('GET', `/api/submissions/${id}`, { as })).body;
const logOf = async (id: string) =>
  (await server.api('GET', `/api/submissions/${id}/log`, { as: 'auditor' })).body.items;

const expectBarred = async (as: string, id: string, action: string, more: object = {}) => {
  const { at, version } = await cases.headOf(id);
  await cases.looked(id, as);
  const { status, body } = await server.decide(as, id, action, more);
  expect([as, action, status, body.type]).toEqual([as, action, 403, '/problems/four-eyes']);
  expect(body.detail).toMatch(/^Sie \(oder die Person, die Sie vertreten\)/);
  expect(await cases.headOf(id)).toMatchObject({ at, version });
  const answer = await seen(as, id);
  expect([answer.actions.includes(action), answer.barred.includes(action)]).toEqual([false, true]);
  return answer.barredBy;
};
const APPROVE = { document: SHA };

/** An application that lies with the head for approval; who checked, gave the opinion and drafted. */
const toApproval = async ({
  complete = 'clerk',
  recommend = 'coordinator',
  grant = 'clerk',
  inFor = {},
}: {
  complete?: string;
  recommend?: string;
  grant?: string;
  inFor?: Record<string, string>;
}) => {
  const id = await cases.submitted();
  const more = (action: string) => (inFor[action] ? { for: inFor[action] } : {});
  await cases.decide(complete, id, 'complete', more('complete'));
  await cases.decide(recommend, id, 'recommend', { comment: 'Ja.', ...more('recommend') });
  await cases.decide(grant, id, 'grant', more('grant'));
  return id;
};

describe('who has checked, drafted or given the opinion does not approve', () => {
  test.each([
    ['checked', { complete: HYBRID }],
    ['drafted', { grant: HYBRID }],
    ['gave the opinion (as this county has configured)', { recommend: HYBRID }],
  ])('who %s, nor who stands in for them today', async (_what, by) => {
    const id = await toApproval(by);
    const [deed] = await expectBarred(HYBRID, id, 'approve', APPROVE);
    expect(deed).toMatchObject({ person: { id: HYBRID } });
    // In their own name, and in the name of the one who is excluded.
    await expectBarred(DEPUTY, id, 'approve', APPROVE);
    await expectBarred(DEPUTY, id, 'approve', { ...APPROVE, for: HYBRID });
    expect(await cases.goTo(id, 'announce')).toBe(id);
  });

  test('whoever did it for somebody excludes both, and the log says "A for B"', async () => {
    const id = await toApproval({ complete: CLERK_3, inFor: { complete: HYBRID } });
    expect((await logOf(id)).find(({ what }: { what: string }) => what === 'complete')).toMatchObject({
      by: { person: CLERK_3, for: HYBRID },
    });
    await expectBarred(HYBRID, id, 'approve', APPROVE);
    await expectBarred(DEPUTY, id, 'approve', APPROVE);
    const file = (await server.api('GET', `/api/budget-applications/${id}`, { as: 'auditor' })).body;
    expect(file.acted[1]).toMatchObject({
      step: 'completeness',
      person: { id: CLERK_3 },
      for: { id: HYBRID },
    });
  });

  test('whoever has nothing to do with it may, a second head as well as the first', async () => {
    const id = await toApproval({});
    await cases.looked(id, HEAD_2);
    expect((await server.decide(HEAD_2, id, 'approve', APPROVE)).status).toBe(200);
    expect((await cases.headOf(id)).about.approved).toMatchObject({ sha256: SHA, by: HEAD_2 });
  });

  test('nor does who checked one round approve in another', async () => {
    const id = await toApproval({ complete: HYBRID });
    await cases.decide('head', id, 'return', { comment: 'Bitte die Auflagen ergänzen.' });
    await cases.decide('clerk-2', id, 'reexamine', { comment: 'Neue Unterlagen.' });
    await cases.decide('clerk-2', id, 'complete');
    await cases.decide('coordinator', id, 'recommend', { comment: 'Ja.' });
    await cases.decide('clerk-2', id, 'grant');
    await expectBarred(HYBRID, id, 'approve', APPROVE);
  });

  test('nor does the head who gave a draft back draft the next one', async () => {
    const id = await toApproval({});
    await cases.decide(HYBRID, id, 'return', { comment: 'Bitte anders.' });
    await expectBarred(HYBRID, id, 'grant');
    await expectBarred(HYBRID, id, 'refuse', { comment: 'Nein.' });
    expect((await server.decide('clerk', id, 'grant')).status).toBe(200);
  });
});

describe('who acts for the applicant', () => {
  test('has no part in deciding, whatever roles they have beside', async () => {
    await cases.person('two-hats', { roles: ['provider', 'clerk', 'head'], provider: 'vg-alzey-land' });
    const id = await cases.submitted();
    expect(await seen('two-hats', id)).toMatchObject({ actions: ['withdraw'], barred: [] });
    for (const [action, more] of [
      ['complete', {}],
      ['query', { fields: [{ path: 'goals', reason: 'Warum?' }] }],
    ] as const) {
      const { status, body } = await server.decide('two-hats', id, action, more);
      expect([action, status, body.type]).toEqual([action, 403, '/problems/other-role']);
    }
  });

  test('nor has who applied and works for the office since', async () => {
    await cases.person('changer', { roles: ['provider'], provider: 'vg-alzey-land' });
    const id = await cases.draft(undefined, 'changer');
    expect((await cases.send(id, 1, 'changer')).status).toBe(200);
    await cases.person('changer', { roles: ['clerk'], provider: undefined });
    await expectBarred('changer', id, 'complete');
  });
});

describe('in whose name somebody decides', () => {
  test.each([
    ['somebody for whom they do not stand in', 'clerk', 'clerk-2'],
    ['somebody who is not there', 'clerk', 'nobody'],
    ['somebody who has not that role', CLERK_3, 'head'],
  ])('%s: refused', async (_whom, as, inFor) => {
    if (as === CLERK_3) await cases.deputy({ person: inFor, deputy: as, ...DAYS });
    const id = await cases.submitted();
    const { status, body } = await server.decide(as, id, 'complete', { for: inFor });
    expect([status, body.type]).toEqual([403, '/problems/no-deputy']);
    expect(await cases.at(id)).toBe('completeness');
  });

  test('a role or a deputyship that was taken away since counts for nothing', async () => {
    const id = await cases.submitted();
    await cases.person('leaver', { roles: ['clerk'] });
    expect((await seen('leaver', id)).actions).toContain('complete');
    await cases.person('leaver', { roles: ['social-worker'] });
    expect((await server.api('GET', `/api/submissions/${id}`, { as: 'leaver' })).status).toBe(404);
    await cases.person('leaver', { roles: ['coordinator'] });
    const { status, body } = await server.decide('leaver', id, 'complete');
    expect([status, body.type]).toEqual([403, '/problems/other-role']);
  });
});

test('two who decide at the same moment: one wins, the other is told who', async () => {
  for (let round = 0; round < 4; round += 1) {
    const id = await cases.submitted();
    const { version } = await cases.headOf(id);
    const clicks = await Promise.all(
      ['clerk', 'clerk-2'].map((as) =>
        server.api('POST', `/api/submissions/${id}/decisions`, {
          as,
          body: { step: 'completeness', action: 'complete', version },
        }),
      ),
    );
    await server.idle();
    expect(clicks.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(clicks.find(({ status }) => status === 409)?.body).toMatchObject({
      type: '/problems/faster',
      current: { at: 'opinion', version: version + 1 },
    });
    expect((await cases.headOf(id)).about.acted.filter(({ step }) => step === 'completeness')).toHaveLength(
      1,
    );
  }
});
