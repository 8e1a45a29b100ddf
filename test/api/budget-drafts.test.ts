import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { budgetApplicationExample as example } from '../../domain/forms/budget-application/example.ts';
import { type BudgetCases, budgetCases } from '../budget-cases.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
let cases: BudgetCases;
beforeAll(async () => {
  server = await startTestServer();
  cases = budgetCases(server);
  await cases.frame();
  // A second one who writes for the same provider.
  await cases.person('provider-3', {
    roles: ['provider'],
    provider: 'vg-alzey-land',
    name: 'Petra Zweitschrift',
  });
});
afterAll(() => server.close());

const file = (id: string, as = 'provider') => server.api('GET', `/api/budget-applications/${id}`, { as });

describe('a draft', () => {
  test('may lack anything, and is kept as it was left', async () => {
    const half = { reasons: 'Erst einmal nur ein Satz', positions: [{ id: 'p1', hours: 1_950 }] };
    const id = await cases.draft(half);
    const { body, headers } = await file(id);
    expect(body).toMatchObject({ view: 'own', at: 'draft', saved: 1, sent: 0, answers: half, kitas: [] });
    expect(body.savedBy).toBe('Samir Trägermuster');
    expect(headers.get('etag')).toBe('"1"');
    const empty = await cases.draft({});
    expect((await file(empty)).body).toMatchObject({ year: 2027, answers: {} });
  });

  test('is written by all of one provider, and who saves from an old state is told who was faster', async () => {
    const id = await cases.draft({ reasons: 'eins' });
    expect((await cases.save(id, { reasons: 'zwei' }, { as: 'provider-3', seen: 1 })).body.saved).toBe(2);
    const late = await cases.save(id, { reasons: 'drei' }, { seen: 1 });
    expect([late.status, late.body.type]).toEqual([409, '/problems/changed-meanwhile']);
    // Who it was says the register, which is read once a minute: this one is too new for it.
    expect(late.body.current).toMatchObject({ version: 2, at: 'draft' });
    expect((await file(id)).body.answers).toEqual({ reasons: 'zwei' });
  });

  test('that two save at the same moment is saved once, and the other hears of it', async () => {
    const id = await cases.draft({ reasons: 'Anfang' });
    for (let seen = 1; seen <= 6; seen += 1) {
      const both = await Promise.all(
        ['provider', 'provider-3'].map(async (as) => ({
          as,
          ...(await cases.save(id, { reasons: `${as} ${seen}` }, { as, seen })),
        })),
      );
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      const winner = both.find(({ status }) => status === 200);
      expect((await file(id)).body).toMatchObject({
        saved: seen + 1,
        answers: { reasons: `${winner?.as} ${seen}` },
      });
    }
  });

  test('is sent or saved, when both happen at once: what was sent is what was seen', async () => {
    for (let round = 0; round < 4; round += 1) {
      const id = await cases.draft(example);
      const [saved, sent] = await Promise.all([
        cases.save(id, { ...example, goals: 'anders' }, { as: 'provider-3', seen: 1 }),
        server.api('POST', `/api/budget-applications/${id}/submission`, {
          as: 'provider',
          body: { saved: 1 },
        }),
      ]);
      expect([
        [200, 409],
        [409, 200],
      ]).toContainEqual([saved.status, sent.status]);
      await server.idle();
      const { body } = await file(id);
      expect(body.answers.goals).toBe(sent.status === 200 ? example.goals : 'anders');
    }
  });

  test('of another provider is not there: not to read, to write, to send or to withdraw', async () => {
    const id = await cases.draft(example);
    for (const as of ['provider-2', 'clerk', 'head', 'auditor', 'kita', 'admin'])
      expect([as, (await file(id, as)).status]).toEqual([as, 404]);
    expect((await cases.save(id, example, { as: 'provider-2', seen: 1 })).status).toBe(404);
    expect((await cases.save(id, example, { as: 'provider-2' })).status).toBe(404);
    expect((await cases.send(id, 1, 'provider-2')).status).toBe(404);
    const withdraw = { step: 'draft', action: 'withdraw', version: 1 };
    const body = await server.api('POST', `/api/submissions/${id}/decisions`, {
      as: 'provider-2',
      body: withdraw,
    });
    expect(body.status).toBe(404);
    expect((await cases.headOf(id)).about).toMatchObject({ saved: 1, savedBy: 'provider' });
  });

  test('cannot begin under what is no id, or is the id of something else', async () => {
    const wrong = await cases.save('0190', {});
    expect([wrong.status, wrong.body.errors[0].path]).toEqual([422, 'id']);
    expect((await cases.save(newId(), {}, { seen: 1 })).status).toBe(404);
    const contact = await server.submit();
    expect((await cases.save(contact.id, {})).status).toBe(404);
    expect((await cases.save(contact.id, {}, { seen: 1 })).status).toBe(404);
  });

  test('is closed for writing once it was sent, and cannot be sent again', async () => {
    const id = await cases.submitted();
    for (const seen of [undefined, 1, 2]) {
      const { status, body } = await cases.save(id, { ...example, goals: 'neu' }, { seen });
      expect([status, body.type]).toEqual([409, '/problems/sent-already']);
    }
    const again = await cases.send(id, 1);
    expect([again.status, again.body.type]).toEqual([409, '/problems/sent-already']);
    expect((await file(id)).body).toMatchObject({
      at: 'completeness',
      sent: 1,
      answers: { goals: example.goals },
    });
  });

  test('is sent as somebody saw it, or not at all', async () => {
    const id = await cases.draft(example);
    await cases.save(id, { ...example, goals: 'anders' }, { seen: 1 });
    const old = await cases.send(id, 1);
    expect([old.status, old.body.type, old.body.current.version]).toEqual([
      409,
      '/problems/changed-meanwhile',
      2,
    ]);
    expect((await cases.send(id, 2)).status).toBe(200);
  });

  test('is sent by its own route only: a decision cannot walk around what is looked at there', async () => {
    const id = await cases.draft({});
    const sent = await server.decide('provider', id, 'submit');
    expect([sent.status, sent.body.errors]).toEqual([
      422,
      [{ path: 'action', message: 'Bitte wählen Sie eine der vorgegebenen Antworten.' }],
    ]);
    expect(await cases.headOf(id)).toMatchObject({ at: 'draft', about: { sent: 0 } });
  });

  test('can be withdrawn, and nobody in the office ever hears of it', async () => {
    const before = server.mails().length;
    const id = await cases.draft(example);
    expect((await server.decide('provider', id, 'withdraw')).status).toBe(200);
    expect((await file(id)).body).toMatchObject({ at: 'withdrawn' });
    expect((await file(id, 'clerk')).status).toBe(404);
    expect(server.mails().slice(before)).toEqual([]);
    // What was never sent is nothing to keep for ten years.
    expect((await cases.headOf(id)).deleteAt).toBe('2026-05-28T22:00:00.000Z');
  });
});
