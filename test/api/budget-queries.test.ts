import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { budgetApplicationExample as example } from '../../domain/forms/budget-application/example.ts';
import { type BudgetCases, budgetCases } from '../budget-cases.ts';
import { startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
let cases: BudgetCases;
beforeAll(async () => {
  server = await startTestServer();
  cases = budgetCases(server);
  await cases.frame();
});
afterAll(() => server.close());

const fieldsOf = (...paths: string[]) => ({
  fields: paths.map((path) => ({ path, reason: 'Bitte prüfen.' })),
});
const file = (id: string, as = 'provider') => server.api('GET', `/api/budget-applications/${id}`, { as });
const NOT_OPEN = 'Dieses Feld ist nicht zur Korrektur offen.';
const NOT_CORRECTABLE = 'Dieses Feld gibt es in diesem Antrag nicht, oder es kann nicht korrigiert werden.';

/** An application of which these fields are queried by the clerk. */
const queried = async (...paths: string[]) => {
  const id = await cases.submitted();
  await cases.decide('clerk', id, 'query', fieldsOf(...paths));
  return id;
};

describe('a query', () => {
  test('names fields that the application has, each with a reason', async () => {
    const id = await cases.submitted();
    const ask = (more: object) => server.decide('clerk', id, 'query', more);
    for (const more of [
      {},
      { fields: [] },
      { fields: [{ path: 'goals' }] },
      { fields: [{ path: 'goals', reason: ' ' }] },
    ])
      expect((await ask(more)).status).toBe(422);
    const wrong = ['total', 'positions.neu', 'iban.x', 'constructor', 'provider.iban', '__proto__'];
    const { status, body } = await ask(fieldsOf('goals', ...wrong));
    expect([status, body.errors]).toEqual([
      422,
      wrong.map((_, n) => ({ path: `fields.${n + 1}.path`, message: NOT_CORRECTABLE })),
    ]);
    expect(await cases.at(id)).toBe('completeness');
  });

  test('never opens the year, nor whose application it is', async () => {
    const id = await cases.submitted();
    for (const path of ['year', 'provider', 'provider.name']) {
      const { status, body } = await server.decide('clerk', id, 'query', fieldsOf(path));
      expect([path, status, body.errors]).toEqual([
        path,
        422,
        [{ path: 'fields.0.path', message: NOT_CORRECTABLE }],
      ]);
    }
    await cases.decide('clerk', id, 'query', fieldsOf('provider.contact', 'provider.street', 'period'));
    const changes: [object, string[]][] = [
      [{ provider: { ...example.provider, name: 'Elterninitiative' } }, ['provider.name']],
      [{ year: 2028, period: { from: '2028-01-01', to: '2028-12-31' } }, ['year']],
    ];
    for (const [change, paths] of changes) {
      const { status, body } = await cases.save(id, { ...example, ...change }, { seen: 1 });
      expect([status, body.errors]).toEqual([422, paths.map((path) => ({ path, message: NOT_OPEN }))]);
    }
    const street = { ...example.provider, street: 'Neue Straße 1' };
    expect((await cases.save(id, { ...example, provider: street }, { seen: 1 })).status).toBe(200);
    expect((await cases.send(id, 2)).status).toBe(200);
    expect(await cases.headOf(id)).toMatchObject({
      about: { year: 2027, provider: 'vg-alzey-land', sent: 2 },
    });
  });

  test('is told to the provider with its reasons, and to no Kita', async () => {
    const before = server.mails().length;
    const id = await queried('goals', 'positions.elterncafe.hours');
    expect(server.mails().slice(before).at(-1)).toMatchObject({ to: ['provider@alzey-worms.example.org'] });
    const { body } = await file(id);
    expect(body).toMatchObject({ at: 'queries', reopened: ['goals', 'positions.elterncafe.hours'] });
    expect(body.notes).toMatchObject([
      { action: 'query', fields: [{ path: 'goals', reason: 'Bitte prüfen.' }, {}] },
    ]);
    expect((await file(id, 'kita')).body.notes).toEqual([]);
    expect((await server.api('GET', `/api/submissions/${id}`, { as: 'provider' })).body).toMatchObject({
      actions: ['correct', 'withdraw'],
      answerBy: '2026-05-26',
    });
  });

  test('opens a row with all that is in it, and what must follow it, and nothing beside', async () => {
    const id = await queried('positions.elterncafe');
    const [first, second] = example.positions;
    const attempts: [object, number][] = [
      [{ positions: [first, { ...second, hours: 1_000, annualCost: 14_500_00 }] }, 200],
      [{ positions: [first], training: 500_00 }, 200],
      [{ positions: [{ ...first, hours: 1_000 }, second] }, 422],
      [{ positions: [first, second, { ...second, id: 'neu' }] }, 422],
      [{ positions: [first], thirdParty: 9_999_00 }, 422],
      [{ iban: 'LU280019400644750000' }, 422],
    ];
    let seen = 1;
    for (const [change, expected] of attempts) {
      const { status, body } = await cases.save(id, { ...example, ...change }, { seen });
      expect(status).toBe(expected);
      seen = body.saved ?? seen;
    }
  });

  test('is answered by its own route only, with what may be sent', async () => {
    const id = await queried('goals');
    const decided = await server.decide('provider', id, 'correct');
    expect([decided.status, decided.body.errors[0].path]).toEqual([422, 'action']);
    await cases.save(id, { ...example, goals: '' }, { seen: 1 });
    const sent = await cases.send(id, 2);
    expect([sent.status, sent.body.errors[0].path]).toEqual([422, 'goals']);
    expect(await cases.headOf(id)).toMatchObject({ at: 'queries', about: { sent: 1 } });
  });
});

describe('corrections', () => {
  test('are a new version beside the old one, and change what is requested', async () => {
    const id = await queried('thirdParty');
    await cases.save(id, { ...example, thirdParty: 12_500_00 }, { seen: 1 });
    // Until they are sent, the office sees what was sent.
    expect((await file(id, 'clerk')).body.answers.thirdParty).toBe(2_500_00);
    await cases.send(id, 2);
    const { body } = await file(id, 'clerk');
    expect(body).toMatchObject({ at: 'completeness', sent: 2, answers: { thirdParty: 12_500_00 } });
    expect(body.money.requested).toEqual({ state: 3_674_074, county: 2_449_382, voluntary: 0 });
    const old = await server.api('GET', `/api/budget-applications/${id}?version=1`, { as: 'clerk' });
    expect(old.body.answers.thirdParty).toBe(2_500_00);
    for (const version of ['0', '3', 'x', '1.5', '']) {
      const none = await server.api('GET', `/api/budget-applications/${id}?version=${version}`, {
        as: 'clerk',
      });
      expect([version, none.status]).toEqual([version, 422]);
    }
    expect((await server.api('GET', '/api/budgets/2027', { as: 'treasurer' })).body.agrees).toBe(true);
  });

  test('that take a Kita out end its view of the application, and those that add one ask it', async () => {
    const id = await queried('kitas', 'purpose');
    expect((await file(id, 'kita')).status).toBe(200);
    const shares = [{ kita: 'albig-muster', percent: 10_000 }];
    await cases.save(
      id,
      { ...example, kitas: ['albig-muster'], shares, purpose: 'family-centre' },
      { seen: 1 },
    );
    expect((await file(id, 'kita')).status).toBe(200);
    await cases.send(id, 2);
    expect((await file(id, 'kita')).status).toBe(404);
    expect((await cases.headOf(id)).about).toMatchObject({
      kitas: ['albig-muster'],
      purpose: 'family-centre',
    });

    await cases.decide('clerk', id, 'query', fieldsOf('kitas'));
    const before = server.mails().length;
    await cases.save(id, { ...example, purpose: 'family-centre' }, { seen: 2 });
    await cases.send(id, 3);
    expect((await file(id, 'kita')).status).toBe(200);
    const asked = server
      .mails()
      .slice(before)
      .filter(({ subject }) => subject === 'Ein Antrag nennt Ihre Kita');
    expect(asked.map(({ to }) => to)).toEqual([['kita@alzey-worms.example.org']]);
  });

  test('that were saved and never sent are not in the way of the next query', async () => {
    const id = await queried('reasons');
    await cases.save(id, { ...example, reasons: 'Halb fertig' }, { seen: 1 });
    // Nobody sends them: the time is over.
    const { answerBy } = (await cases.headOf(id)).about;
    await server.moveClock(`${answerBy}T23:00:00.000Z`);
    expect(await cases.at(id)).toBe('completeness');
    await cases.decide('clerk', id, 'query', fieldsOf('goals'));
    const { body } = await file(id);
    expect([body.saved, body.answers]).toEqual([2, example]);
    expect((await cases.save(id, { ...body.answers, goals: 'Neue Ziele' }, { seen: 2 })).status).toBe(200);
    expect((await cases.send(id, 3)).status).toBe(200);
    expect((await file(id, 'clerk')).body.answers).toMatchObject({
      reasons: example.reasons,
      goals: 'Neue Ziele',
    });
  });
});
