import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BudgetApplicationAnswers } from '../../domain/forms/budget-application/answers.ts';
import { budgetApplicationExample as example } from '../../domain/forms/budget-application/example.ts';
import { type BudgetCases, budgetCases } from '../budget-cases.ts';
import { closeFrame } from '../closed-frame.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
let cases: BudgetCases;
beforeAll(async () => {
  server = await startTestServer();
  cases = budgetCases(server);
  await cases.frame();
});
afterAll(() => server.close());

const [first, second] = example.positions as [
  BudgetApplicationAnswers['positions'][number],
  BudgetApplicationAnswers['positions'][number],
];
const position = (change: object) => ({ positions: [{ ...first, ...change }, second] });
const { concept: _, ...withoutConcept } = example;
const { iban: _iban, ...withoutIban } = example;

/** What is wrong with an application, and what is said of it: path by path. */
const wrong: [string, object, Record<string, string>][] = [
  [
    'an IBAN with a wrong digit',
    { iban: 'DE89370400440532013001' },
    { iban: 'Diese IBAN stimmt nicht. Bitte vergleichen Sie sie Zeichen für Zeichen.' },
  ],
  [
    'a German IBAN of 21 characters',
    { iban: 'DE8937040044053201300' },
    { iban: 'Eine deutsche IBAN hat 22 Zeichen.' },
  ],
  [
    'shares of 99.9 %',
    {
      shares: [
        { kita: 'biebelnheim', percent: 6_250 },
        { kita: 'albig-muster', percent: 3_740 },
      ],
    },
    { shares: 'Die Anteile der Kitas müssen zusammen genau 100 Prozent ergeben.' },
  ],
  [
    'costs that third-party money covers',
    { positions: [{ ...first, annualCost: 2_500_00 }], training: 0, thirdParty: 2_500_00 },
    { positions: 'Der Antrag ergibt 0,00 €. Bitte prüfen Sie Stellen, Fortbildung und Drittmittel.' },
  ],
  [
    'no hours',
    position({ hours: 0 }),
    {
      'positions.0.hours':
        'Bitte geben Sie mehr als 0 und höchstens 39 Wochenstunden an, mit höchstens zwei Stellen nach dem Komma.',
    },
  ],
  [
    '39.01 hours',
    position({ hours: 3_901 }),
    {
      'positions.0.hours':
        'Bitte geben Sie mehr als 0 und höchstens 39 Wochenstunden an, mit höchstens zwei Stellen nach dem Komma.',
    },
  ],
  [
    "another provider's Kita",
    {
      kitas: ['biebelnheim', 'alzey-muster-dorf'],
      shares: [
        { kita: 'biebelnheim', percent: 5_000 },
        { kita: 'alzey-muster-dorf', percent: 5_000 },
      ],
    },
    { 'kitas.1': 'Diese Kita gehört nicht im ganzen Zeitraum zum Träger.' },
  ],
  [
    'a Kita that nobody knows',
    {
      kitas: ['biebelnheim', 'nirgendwo'],
      shares: [
        { kita: 'biebelnheim', percent: 5_000 },
        { kita: 'nirgendwo', percent: 5_000 },
      ],
    },
    { 'kitas.1': 'Diese Kita gehört nicht im ganzen Zeitraum zum Träger.' },
  ],
  [
    'a period that leaves the year',
    { period: { from: '2027-01-01', to: '2028-01-01' } },
    { 'period.to': 'Dieser Tag liegt nicht im Förderjahr.' },
  ],
  [
    'a period that begins before the year',
    { period: { from: '2026-12-31', to: '2027-12-31' } },
    { 'period.from': 'Dieser Tag liegt nicht im Förderjahr.' },
  ],
  [
    'a position that leaves the period',
    position({ to: '2028-01-01' }),
    { 'positions.0.to': 'Dieser Tag liegt nicht im Zeitraum des Antrags.' },
  ],
  [
    'a position that begins before it',
    position({ from: '2026-12-31' }),
    { 'positions.0.from': 'Dieser Tag liegt nicht im Zeitraum des Antrags.' },
  ],
  [
    'training above one per cent',
    { training: 730_29 },
    { training: 'Für Fortbildung und Fachberatung ist höchstens 1 Prozent der Personalkosten möglich.' },
  ],
  ['a field that the form does not have', { total: 1 }, { total: 'Diese Angabe kennen wir nicht.' }],
  [
    'a field that a position does not have',
    position({ fte: 1 }),
    { 'positions.0.fte': 'Diese Angabe kennen wir nicht.' },
  ],
  [
    'no relation to the concept',
    { ...withoutConcept, concept: ' ' },
    { concept: 'Bitte machen Sie hier eine Angabe.' },
  ],
  [
    'a declaration that is not made',
    { declarations: { ...example.declarations, truthful: false } },
    { 'declarations.truthful': 'Bitte bestätigen Sie diese Erklärung.' },
  ],
  [
    'a file that nobody has looked at',
    { attachments: ['019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6a'] },
    { 'attachments.0': 'Diese Datei ist noch nicht geprüft oder wurde nicht angenommen.' },
  ],
];

describe('what cannot be sent is answered with 422, the path and a sentence', () => {
  test.each(wrong)('%s', async (_what, change, expected) => {
    const id = newId();
    const saved = await cases.save(id, { ...example, ...change });
    // What no draft can hold is refused when it is saved, the rest when it is sent.
    const answer = saved.status === 201 ? await cases.send(id) : saved;
    expect(answer.status).toBe(422);
    const errors = answer.body.errors.map(({ path, message }: { path: string; message: string }) => [
      path,
      message,
    ]);
    expect(Object.fromEntries(errors)).toEqual(expected);
    if (saved.status === 201)
      expect(await cases.headOf(id)).toMatchObject({ at: 'draft', about: { sent: 0 } });
    else expect(await cases.headOf(id)).toBeUndefined();
  });

  test('a year in which the county had no resolved concept yet, and the Kitas another provider', async () => {
    const early = { year: 2021, period: { from: '2021-01-01', to: '2021-12-31' } };
    const positions = example.positions.map((row) => ({ ...row, from: '2021-02-01', to: '2021-12-31' }));
    const id = await cases.draft({ ...example, ...early, positions, training: 0 });
    const { status, body } = await cases.send(id);
    expect([status, body.errors]).toEqual([
      422,
      [
        { path: 'kitas.0', message: 'Diese Kita gehört nicht im ganzen Zeitraum zum Träger.' },
        { path: 'kitas.1', message: 'Diese Kita gehört nicht im ganzen Zeitraum zum Träger.' },
        {
          path: 'concept',
          message: 'Für diesen Zeitraum gibt es noch kein beschlossenes Konzept des Landkreises.',
        },
      ],
    ]);
  });

  test('everything that is wrong is said at once, of an empty draft too', async () => {
    const id = await cases.draft({ ...withoutIban, thirdParty: 99_999_999, goals: '' });
    const { body } = await cases.send(id);
    expect(body.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
      'goals',
      'iban',
      'thirdParty',
    ]);
    const empty = await cases.draft({});
    const all = (await cases.send(empty)).body.errors;
    expect(all.length).toBeGreaterThan(20);
    for (const { message } of all) expect(message).toMatch(/^[A-ZÄÖÜ].*\.$/);
  });

  test.each([
    ['no state', {}],
    ['a state as text', { saved: '1' }],
    ['more than the state', { saved: 1, answers: example }],
  ])('a submission with %s', async (_what, body) => {
    const id = await cases.draft();
    const sent = await server.api('POST', `/api/budget-applications/${id}/submission`, {
      as: 'provider',
      body,
    });
    expect(sent.status).toBe(422);
  });
});

describe('what was sent', () => {
  test('is a version of its own with its sums, requested in the ledger of its year in the same moment', async () => {
    const before = (await server.api('GET', '/api/budgets/2027', { as: 'treasurer' })).body;
    const id = await cases.submitted();
    const { body } = await server.api('GET', '/api/budgets/2027', { as: 'treasurer' });
    const more = (share: 'state' | 'county') => body.sums.requested[share] - before.sums.requested[share];
    expect([more('state'), more('county')]).toEqual([4_274_074, 2_849_382]);
    expect([body.agrees, body.entries - before.entries]).toEqual([true, 1]);
    const { items } = (await server.api('GET', '/api/budgets/2027/entries', { as: 'auditor' })).body;
    expect(items[0]).toMatchObject({
      kind: 'request',
      from: 'outside',
      to: 'requested',
      submission: id,
      provider: 'vg-alzey-land',
      purpose: 'kita-social-work',
      reason: 'submit',
      by: { person: 'provider' },
    });
  });

  test('is no longer taken when its year is closed', async () => {
    await closeFrame(server, 2029);
    const moved = (date: string) => date.replace('2027', '2029');
    const late = {
      ...example,
      year: 2029,
      period: { from: '2029-01-01', to: '2029-12-31' },
      positions: example.positions.map((row) => ({ ...row, from: moved(row.from), to: moved(row.to) })),
    };
    const id = await cases.draft(late);
    const { status, body } = await cases.send(id);
    expect([status, body.type]).toEqual([409, '/problems/frame-closed']);
    expect(await cases.headOf(id)).toMatchObject({ at: 'draft', about: { sent: 0 } });
  });

  test('is seen by the office at once, and by the Kitas that it names, who are asked to co-sign', async () => {
    const before = server.mails().length;
    const id = await cases.submitted();
    const mails = server
      .mails()
      .slice(before)
      .map(({ to, subject }) => `${to} ${subject}`);
    expect(mails).toContain('kita@alzey-worms.example.org Ein Antrag nennt Ihre Kita');
    const tasks = mails.filter((mail) => mail.endsWith('Neue Aufgabe im Portal'));
    const clerks = server.people.filter(({ roles }) => roles.includes('clerk'));
    expect(tasks.map((mail) => mail.split(' ')[0]).sort()).toEqual(clerks.map(({ email }) => email).sort());
    const cosign = (body: object) =>
      server.api('POST', `/api/budget-applications/${id}/cosignatures`, { as: 'kita', body });
    expect(
      (await cosign({ kita: 'biebelnheim', agrees: false, comment: 'Die Stunden reichen nicht.' })).status,
    ).toBe(204);
    expect((await cosign({ kita: 'biebelnheim', agrees: true })).status).toBe(204);
    // Only for a Kita that is theirs and that the application names.
    for (const kita of ['albig-muster', 'alzey-muster-dorf', 'nirgendwo'])
      expect((await cosign({ kita, agrees: true })).status).toBe(403);
    expect((await cosign({ kita: 'biebelnheim', agrees: 'ja' })).status).toBe(422);
    const { body } = await server.api('GET', `/api/budget-applications/${id}`, { as: 'clerk' });
    expect(body.cosigned).toMatchObject([
      { kita: { id: 'biebelnheim' }, person: 'Uwe Kitamuster', agrees: true },
    ]);
    expect(body.notes).toMatchObject([{ action: 'not-cosigned', text: 'Die Stunden reichen nicht.' }]);
    // A silent Kita blocks nothing.
    expect(await cases.goTo(id, 'approval')).toBe(id);
  });
});
