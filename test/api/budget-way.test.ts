import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NO_HOLDING } from '../../domain/budget/holding.ts';
import type { BudgetApplicationAnswers } from '../../domain/forms/budget-application/answers.ts';
import { continuationOf } from '../../domain/forms/budget-application/continuation.ts';
import { budgetApplicationExample as example } from '../../domain/forms/budget-application/example.ts';
import { changeHeadOf } from '../../functions/store/heads.ts';
import { type BudgetCases, budgetCases, SHA } from '../budget-cases.ts';
import { startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
let cases: BudgetCases;
beforeAll(async () => {
  server = await startTestServer();
  cases = budgetCases(server);
  await cases.frame();
});
afterAll(() => server.close());

const [first] = example.positions as [BudgetApplicationAnswers['positions'][number]];
const file = async (id: string, as = 'provider') =>
  (await server.api('GET', `/api/budget-applications/${id}`, { as })).body;
const budget = async (year = 2027) =>
  (await server.api('GET', `/api/budgets/${year}`, { as: 'treasurer' })).body;
const COMMENT = { comment: 'Ein Satz dazu.' };

/** The example for another year. */
const inYear = (year: number): BudgetApplicationAnswers => {
  const moved = (date: string) => date.replace('2027', String(year));
  return {
    ...example,
    year,
    period: { from: moved(example.period.from), to: moved(example.period.to) },
    positions: example.positions.map((row) => ({ ...row, from: moved(row.from), to: moved(row.to) })),
  };
};
/** One position of a whole year, and nothing else: what is applied for is its cost. */
const costing = (annualCost: number, year = 2027): Partial<BudgetApplicationAnswers> => ({
  ...inYear(year),
  positions: [{ ...first, from: `${year}-01-01`, to: `${year}-12-31`, annualCost }],
  training: 0,
  thirdParty: 0,
});

describe('the continuation of a grant', () => {
  const continued = (change: object = {}) =>
    ({
      ...continuationOf(inYear(2037)),
      declarations: example.declarations,
      signature: example.signature,
      ...change,
    }) as BudgetApplicationAnswers;

  test('without a change takes one check; changed, corrected or once more, all of them', async () => {
    for (const year of [2037, 2038]) await cases.frame({ year });
    // Nothing was granted the year before.
    expect(await cases.at(await cases.submitted(continued()))).toBe('completeness');
    const granted = await cases.submitted(inYear(2037));
    await cases.goTo(granted, 'announce');

    const queried = await cases.submitted(continued());
    expect(await cases.headOf(queried)).toMatchObject({ at: 'continuation', about: { continues: granted } });
    await cases.decide('clerk', queried, 'query', { fields: [{ path: 'iban', reason: 'Stimmt sie noch?' }] });
    await cases.save(queried, continued({ iban: 'LU280019400644750000' }), { seen: 1 });
    await cases.send(queried, 2);
    expect((await cases.headOf(queried)).about.continues).toBeUndefined();
    expect(await cases.at(queried)).toBe('completeness');

    expect(await cases.at(await cases.submitted(continued({ goals: 'Andere Ziele.' })))).toBe('completeness');
    const id = await cases.submitted(continued());
    await cases.decide('clerk', id, 'confirm');
    expect(await cases.headOf(id)).toMatchObject({
      at: 'decision',
      about: { money: { reserved: { state: 42_740_74 } } },
    });
    // A grant is continued once: the same again is another application.
    const twice = await cases.submitted(continued());
    expect(await cases.at(twice)).toBe('completeness');
    await cases.decide('provider', id, 'withdraw');
    expect(await cases.at(await cases.submitted(continued()))).toBe('continuation');
  });
});

describe('above the configured sum', () => {
  test('the committee resolves first; what lies below it goes to the head at once', async () => {
    const [at, above] = await Promise.all([
      cases.submitted(costing(100_000_00)),
      cases.submitted(costing(100_000_01)),
    ]);
    for (const id of [at, above]) {
      await cases.goTo(id, 'decision');
      expect((await server.api('GET', `/api/budget-applications/${id}`, { as: 'committee' })).status).toBe(
        404,
      );
      await cases.decide('clerk', id, 'grant');
    }
    expect([await cases.at(at), await cases.at(above)]).toEqual(['approval', 'committee']);
    expect((await server.api('GET', `/api/budget-applications/${at}`, { as: 'committee' })).status).toBe(404);
    // A session's paper: sums and purpose, nobody's name, address or account.
    const { text, body } = await server.api('GET', `/api/budget-applications/${above}`, { as: 'committee' });
    expect(body).toMatchObject({ view: 'paper', decision: { kind: 'grant', amount: 100_000_01 } });
    for (const word of [
      'Samir',
      'Trägermuster',
      example.iban,
      'example.org',
      '06731',
      'Olga',
      'Rosa',
      'Marta',
      'Uwe',
    ])
      expect([word, text.includes(word)]).toEqual([word, false]);
    // Less than was applied for may be below it.
    await cases.decide('committee', above, 'give-back', COMMENT);
    const granted = { positions: [{ id: first.id, amount: 90_000_00 }], training: 0, thirdParty: 0 };
    await cases.decide('clerk', above, 'partial', { ...COMMENT, granted });
    expect(await cases.at(above)).toBe('approval');
  });
});

describe('a partial grant', () => {
  const partial = (id: string, change: object) =>
    server.decide('clerk', id, 'partial', {
      ...COMMENT,
      granted: {
        positions: [
          { id: 'kita-sozialarbeit', amount: 50_000_00 },
          { id: 'elterncafe', amount: 0 },
        ],
        training: 0,
        thirdParty: 2_500_00,
        ...change,
      },
    });

  test('needs reasons and names what it grants of every part, never more than was asked for', async () => {
    const id = await cases.goTo(await cases.submitted(), 'decision');
    const row = (of: string, amount: number) => ({ id: of, amount });
    const wrong: [object, string][] = [
      [{ positions: [row('kita-sozialarbeit', 1)] }, 'granted.positions'],
      [{ positions: [row('kita-sozialarbeit', 1), row('neu', 1)] }, 'granted.positions.1.id'],
      [{ positions: [row('elterncafe', 1), row('elterncafe', 1)] }, 'granted.positions.1.id'],
      [
        { positions: [row('kita-sozialarbeit', 50_388_01), row('elterncafe', 0)] },
        'granted.positions.0.amount',
      ],
      [{ positions: [row('kita-sozialarbeit', -1), row('elterncafe', 0)] }, 'granted.positions.0.amount'],
      [{ positions: [row('kita-sozialarbeit', 0.5), row('elterncafe', 0)] }, 'granted.positions.0.amount'],
      [{ training: 706_57 }, 'granted.training'],
      [{ thirdParty: 2_499_99 }, 'granted.thirdParty'],
      [{ positions: [row('kita-sozialarbeit', 0), row('elterncafe', 0)] }, 'granted'],
      [
        { positions: [row('kita-sozialarbeit', 50_388_00), row('elterncafe', 22_640_00)], training: 706_56 },
        'granted',
      ],
    ];
    for (const [change, path] of wrong) {
      const { status, body } = await partial(id, change);
      expect([path, status, body.errors?.[0].path]).toEqual([path, 422, path]);
    }
    for (const lacking of [{ comment: undefined }, { granted: undefined }])
      expect(
        (await server.decide('clerk', id, 'partial', { ...COMMENT, granted: {}, ...lacking })).status,
      ).toBe(422);
    expect((await partial(id, {})).status).toBe(200);
    expect((await cases.headOf(id)).about.decision).toMatchObject({
      kind: 'partial',
      amount: 47_500_00,
      voluntary: 0,
    });
    // Approved, the rest is free again.
    await cases.goTo(id, 'announce');
    expect((await cases.headOf(id)).about.money).toMatchObject({
      requested: { state: 0 },
      reserved: { state: 0 },
      committed: { state: 28_500_00, county: 19_000_00, voluntary: 0 },
    });
    expect((await budget()).agrees).toBe(true);
  });
});

describe('before a refusal', () => {
  test('the applicant is heard, once, and learns the reasons for it', async () => {
    const id = await cases.goTo(await cases.submitted(), 'decision');
    expect((await server.decide('clerk', id, 'refuse')).body.errors[0].path).toBe('comment');
    await cases.decide('clerk', id, 'refuse', { comment: 'Kein Bedarf.' });
    const { body } = await server.api('GET', '/api/tasks', { as: 'provider' });
    expect(body.items).toContainEqual(expect.objectContaining({ id, at: 'hearing' }));
    expect((await file(id)).notes).toMatchObject([{ action: 'refuse', text: 'Kein Bedarf.' }]);
    await cases.decide('provider', id, 'respond', { comment: 'Doch, sehen Sie die Zahlen.' });
    expect((await file(id, 'clerk')).notes.map(({ text }: { text: string }) => text)).toContain(
      'Doch, sehen Sie die Zahlen.',
    );
    await cases.decide('clerk', id, 'refuse', { comment: 'Es bleibt dabei.' });
    expect(await cases.at(id)).toBe('approval');
    await cases.goTo(id, 'announce');
    expect((await cases.headOf(id)).about.money).toEqual(NO_HOLDING);
  });
});

describe('where the money does not suffice', () => {
  test('a case waits, tries again, and is served as soon as there is some: from the voluntary line too', async () => {
    await cases.frame({ year: 2030, figure: 42_740_73 });
    const id = await cases.submitted(inYear(2030));
    const before = server.mails().length;
    await cases.goTo(id, 'waiting');
    expect(
      server
        .mails()
        .slice(before)
        .filter(({ to }) => to.join().startsWith('provider@')),
    ).toHaveLength(1);
    await cases.decide('clerk', id, 'retry');
    expect(await cases.at(id)).toBe('waiting');
    expect((await budget(2030)).sums).toMatchObject({
      requested: { state: 42_740_74 },
      reserved: { state: 0 },
    });
    await cases.frame({ year: 2030, figure: 42_740_73, voluntary: 100_00 });
    await cases.decide('clerk', id, 'retry', { voluntary: 100_00 });
    expect(await cases.headOf(id)).toMatchObject({
      at: 'decision',
      about: { money: { reserved: { state: 42_680_74, county: 28_453_82, voluntary: 100_00 } } },
    });
    expect((await budget(2030)).agrees).toBe(true);
  });

  test('or is refused after all, and nothing is held for it', async () => {
    await cases.frame({ year: 2031, figure: 1 });
    const id = await cases.submitted(inYear(2031));
    await cases.goTo(id, 'waiting');
    await cases.decide('clerk', id, 'give-up');
    // A grant of what is not reserved is none.
    const granted = await server.decide('clerk', id, 'grant');
    expect([granted.status, granted.body.type]).toEqual([409, '/problems/not-reserved']);
    await cases.decide('clerk', id, 'refuse', { comment: 'Das Budget ist erschöpft.' });
    expect(await cases.at(id)).toBe('hearing');
  });

  test('nobody approves what the frame no longer holds: the case goes where the county sends it', async () => {
    await cases.frame({ year: 2033 });
    const id = await cases.submitted(inYear(2033));
    await cases.goTo(id, 'approval');
    await cases.frame({ year: 2033, figure: 0 });
    await cases.looked(id);
    const { status, body } = await server.decide('head', id, 'approve', { document: SHA });
    expect([status, body.type, body.current.at]).toEqual([409, '/problems/frame-exhausted', 'waiting']);
    expect((await cases.headOf(id)).about.money).toMatchObject({
      requested: { state: 42_740_74 },
      reserved: { state: 0 },
    });
    expect((await budget(2033)).agrees).toBe(true);
  });

  test('nobody approves on a provisional frame; the case stays where it is', async () => {
    await cases.frame({ year: 2034, state: 'provisional' });
    const id = await cases.submitted(inYear(2034));
    await cases.goTo(id, 'approval');
    await cases.looked(id);
    const { status, body } = await server.decide('head', id, 'approve', { document: SHA });
    expect([status, body.type, body.current.at]).toEqual([409, '/problems/frame-provisional', 'approval']);
    await cases.frame({ year: 2034 });
    expect((await server.decide('head', id, 'approve', { document: SHA })).status).toBe(200);
  });
});

describe('what is approved', () => {
  test('is the document that this person looked at today, and no other', async () => {
    const id = await cases.goTo(await cases.submitted(), 'approval');
    const approve = (document: unknown = SHA) => server.decide('head', id, 'approve', { document });
    expect((await server.decide('head', id, 'approve')).status).toBe(422);
    for (const document of ['x', SHA.toUpperCase(), `${SHA}0`])
      expect((await approve(document)).status).toBe(422);
    const expectOther = async (document = SHA) => {
      const { status, body } = await approve(document);
      expect([status, body.type]).toEqual([409, '/problems/other-document']);
    };
    await expectOther();
    await cases.looked(id, 'clerk');
    await expectOther();
    await cases.looked(id);
    await expectOther('e'.repeat(64));
    expect((await approve()).status).toBe(200);
  });

  test('is announced by post, or by a mail to whoever sent it and agreed', async () => {
    const [posted, notified] = [await cases.submitted(), await cases.submitted({ electronicNotice: true })];
    for (const id of [posted, notified]) await cases.goTo(id, 'announce');
    // Nothing is told before.
    expect((await file(posted)).decision).toBeUndefined();
    const refused = await server.decide('clerk', posted, 'notify');
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/no-electronic-notice']);
    for (const [sentOn, path] of [
      ['2026-04-29', 'sentOn'],
      ['2026-04-27', 'sentOn'],
    ] as const) {
      const { status, body } = await server.decide('clerk', posted, 'post', { sentOn });
      expect([status, body.errors[0].path]).toEqual([422, path]);
    }
    expect((await server.decide('clerk', posted, 'allot')).status).toBe(422);
    await cases.decide('clerk', posted, 'post', { sentOn: '2026-04-28' });
    expect(await cases.headOf(posted)).toMatchObject({
      at: 'objection-period',
      about: { announced: { by: 'post', announcedOn: '2026-05-02', objectionEnds: '2026-06-02' } },
    });
    expect((await file(posted)).decision).toMatchObject({ kind: 'grant', amount: 71_234_56 });

    const before = server.mails().length;
    await cases.decide('clerk', notified, 'notify');
    expect(
      server
        .mails()
        .slice(before)
        .filter(({ subject }) => subject === 'Ein Bescheid ist für Sie da'),
    ).toMatchObject([{ to: ['provider@alzey-worms.example.org'] }]);
    expect(await cases.headOf(notified)).toMatchObject({
      at: 'objection-period',
      about: {
        notified: '2026-04-28',
        announced: { by: 'electronic', announcedOn: '2026-05-01', objectionEnds: '2026-06-01' },
      },
    });
  });

  test('is not announced by a mail that nobody could get', async () => {
    const id = await cases.goTo(await cases.submitted({ electronicNotice: true }), 'announce');
    // Whoever sent it is not in the register any more.
    await changeHeadOf(server.store, 'budget-application', id, (now) => ({
      head: { ...now, about: { ...now.about, sentBy: 'gone' } },
    }));
    await cases.decide('clerk', id, 'notify');
    expect(await cases.headOf(id)).toMatchObject({ at: 'notifying', owed: {} });
    await cases.decide('clerk', id, 'post', { sentOn: '2026-04-28' });
    expect((await cases.headOf(id)).about.announced?.by).toBe('post');
  });

  test('can be objected to, remedied and announced anew, and the money follows', async () => {
    const id = await cases.goTo(await cases.submitted(), 'decision');
    const granted = {
      positions: [
        { id: 'kita-sozialarbeit', amount: 50_000_00 },
        { id: 'elterncafe', amount: 0 },
      ],
      training: 0,
      thirdParty: 2_500_00,
    };
    await cases.decide('clerk', id, 'partial', { ...COMMENT, granted });
    await cases.goTo(id, 'announce');
    await cases.decide('clerk', id, 'post', { sentOn: '2026-04-28' });
    for (const receivedOn of ['2026-04-27', '2026-04-29'])
      expect((await server.decide('clerk', id, 'object', { receivedOn })).status).toBe(422);
    await cases.decide('clerk', id, 'object', { receivedOn: '2026-04-28' });
    await cases.decide('clerk', id, 'remedy', COMMENT);
    expect(await cases.headOf(id)).toMatchObject({
      at: 'decision',
      about: { money: { reserved: { state: 14_240_74 }, committed: { state: 28_500_00 } } },
    });
    // The draft of the second round is the office's own; the first notice stays known.
    await cases.decide('clerk', id, 'grant', { comment: 'Doch in voller Höhe.' });
    const shown = await file(id);
    expect(shown.decision).toBeUndefined();
    expect(shown.notes.map(({ text }: { text?: string }) => text)).not.toContain('Doch in voller Höhe.');
    await cases.goTo(id, 'announce');
    await cases.decide('clerk', id, 'post', { sentOn: '2026-04-28' });
    expect((await file(id)).decision).toMatchObject({ kind: 'grant', amount: 71_234_56 });
    expect((await cases.headOf(id)).about.money).toMatchObject({
      committed: { state: 42_740_74, county: 28_493_82 },
      reserved: { state: 0 },
    });
    expect((await budget()).agrees).toBe(true);
  });

  test('may not be refused after all when an objection leads to a new decision', async () => {
    const id = await cases.goTo(await cases.submitted(), 'announce');
    await cases.decide('clerk', id, 'post', { sentOn: '2026-04-28' });
    await cases.decide('clerk', id, 'object', { receivedOn: '2026-04-28' });
    await cases.decide('clerk', id, 'remedy', COMMENT);
    const { status, body } = await server.decide('clerk', id, 'refuse', COMMENT);
    expect([status, body.errors[0].path]).toEqual([422, 'action']);
  });

  test('and withdrawn before it is final, it holds nothing any more', async () => {
    const id = await cases.goTo(await cases.submitted(), 'announce');
    const before = await budget();
    await cases.decide('provider', id, 'withdraw');
    const after = await budget();
    expect(before.sums.committed.state - after.sums.committed.state).toBe(42_740_74);
    expect(after.agrees).toBe(true);
    expect((await file(id)).decision).toBeUndefined();
    for (const [as, action] of [
      ['head', 'approve'],
      ['provider', 'withdraw'],
    ] as const)
      expect(
        (await server.decide(as, id, action, action === 'approve' ? { document: SHA } : {})).status,
      ).toBe(409);
  });
});
