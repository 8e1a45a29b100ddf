import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { budgetApplicationExample as example } from '../../domain/forms/budget-application/example.ts';
import { readHead } from '../../functions/store/heads.ts';
import { amendmentCases } from '../amendment-cases.ts';
import { type BudgetCases, budgetCases } from '../budget-cases.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
let cases: BudgetCases;
let amendments: ReturnType<typeof amendmentCases>;
beforeAll(async () => {
  server = await startTestServer();
  cases = budgetCases(server);
  amendments = amendmentCases(server, cases);
  await cases.frame();
});
afterAll(() => server.close());

const NONE = { state: 0, county: 0, voluntary: 0 };
const file = async (id: string, as = 'clerk') =>
  (await server.api('GET', `/api/budget-applications/${id}`, { as })).body;
const budget = async (year = 2027) =>
  (await server.api('GET', `/api/budgets/${year}`, { as: 'treasurer' })).body;
const MORE = [{ kind: 'position', position: 'kita-sozialarbeit', from: '2027-07-01', annualCost: 54_000_00 }];
const LESS = [{ kind: 'vacancy', position: 'kita-sozialarbeit', from: '2027-04-01', to: '2027-06-30' }];

describe('an amendment', () => {
  test('that rises reserves and commits the difference only, and the grant’s head says what is granted', async () => {
    const grant = await amendments.granted();
    const before = await budget();
    const id = await amendments.sent(grant, MORE, { from: '2027-07-01' });
    // 184 of 365 days at 3,612.00 more.
    const difference = { state: 1_092_51, county: 728_34, voluntary: 0 };
    expect(await cases.headOf(id)).toMatchObject({
      at: 'completeness',
      about: { amends: { application: grant }, applied: 73_055_41, money: { requested: difference } },
    });
    await cases.goTo(id, 'decision');
    expect((await amendments.moneyOf(id)).reserved).toEqual(difference);
    expect((await budget()).sums.committed).toEqual(before.sums.committed);
    expect((await file(id)).amends).toMatchObject({
      application: grant,
      before: { state: 42_740_74, county: 28_493_82, voluntary: 0 },
      difference,
    });
    await amendments.finished(id);

    expect(await amendments.moneyOf(id)).toMatchObject({ requested: NONE, reserved: NONE, committed: NONE });
    expect(await cases.headOf(grant)).toMatchObject({
      at: 'final',
      about: {
        money: { committed: { state: 43_833_25, county: 29_222_16, voluntary: 0 }, reserved: NONE },
        amended: [{ id, reason: 'positions', from: '2027-07-01', total: 73_055_41 }],
      },
    });
    const after = await budget();
    expect(after.agrees).toBe(true);
    expect(after.sums.committed.state - before.sums.committed.state).toBe(difference.state);
    expect(after.sums.reserved).toEqual(before.sums.reserved);

    // The next one begins with what the last one granted.
    const down = await amendments.sent(grant, [
      { kind: 'position', position: 'kita-sozialarbeit-2', from: '2027-07-01', annualCost: 50_388_00 },
    ]);
    expect((await cases.headOf(down)).about).toMatchObject({
      applied: 71_234_56,
      money: { requested: NONE },
      amends: { before: { state: 43_833_25 } },
    });
    await amendments.finished(down);
    expect((await amendments.moneyOf(grant)).committed).toEqual({
      state: 42_740_74,
      county: 28_493_82,
      voluntary: 0,
    });
    expect((await file(grant)).amendments).toMatchObject({
      holding: [{ id }, { id: down, total: 71_234_56 }],
      possible: true,
    });
    expect((await budget()).agrees).toBe(true);
  });

  test('is one of the provider’s own grant that is final, one at a time, in an open year', async () => {
    const open = await cases.submitted();
    expect((await amendments.begin(open)).body.type).toBe('/problems/not-granted');
    const grant = await amendments.granted();
    expect((await amendments.begin(grant, {}, { as: 'kita' })).status).toBe(403);
    expect((await amendments.begin(grant, {}, { as: 'treasurer' })).status).toBe(403);
    expect((await amendments.begin(grant, {}, { as: 'social-worker' })).status).toBe(404);
    expect(
      (await amendments.begin(grant, { changes: [{ kind: 'end', position: 'x', on: '2027-03-31' }] })).body,
    ).toMatchObject({ errors: [{ path: 'changes.0.position' }] });
    const id = newId();
    const [one, two] = [await amendments.begin(grant, {}, { id }), await amendments.begin(grant, {}, { id })];
    expect([one.status, two.status]).toEqual([201, 200]);
    expect((await amendments.begin(grant)).body.type).toBe('/problems/amendment-open');
    expect((await amendments.begin(id)).body.type).toBe('/problems/not-granted');
    await cases.decide('provider', id, 'withdraw');
    const many = await Promise.all([1, 2, 3].map(() => amendments.begin(grant)));
    expect(many.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  test('changes neither provider nor year nor purpose nor account', async () => {
    const grant = await amendments.granted();
    const { id } = await amendments.begin(grant, { changes: MORE });
    const { answers } = await file(id, 'provider');
    const { declarations, signature } = example;
    const wrong = { iban: 'LU280019400644750000', purpose: 'french', accountHolder: 'Jemand' };
    await cases.save(id, { ...answers, declarations, signature, ...wrong }, { seen: 1 });
    const { status, body } = await cases.send(id, 2);
    expect([status, body.errors.map(({ path }: { path: string }) => path).sort()]).toEqual([
      422,
      ['accountHolder', 'iban', 'purpose'],
    ]);
    expect((await cases.headOf(id)).about).toMatchObject({ year: 2027, purpose: 'kita-social-work' });
  });

  test('is not withdrawn any more once it is approved; before that nothing of it stays', async () => {
    const grant = await amendments.granted();
    const before = await budget();
    const first = await amendments.sent(grant, MORE);
    await cases.goTo(first, 'approval');
    await cases.decide('provider', first, 'withdraw');
    expect((await budget()).sums).toEqual(before.sums);
    const second = await amendments.sent(grant, MORE);
    await cases.goTo(second, 'announce');
    expect((await server.decide('provider', second, 'withdraw')).status).toBe(422);
    const { body } = await server.api('GET', `/api/submissions/${second}`, { as: 'provider' });
    expect(body.actions).toEqual([]);
  });

  test('that is refused leaves the grant as it is', async () => {
    const grant = await amendments.granted();
    const before = await amendments.moneyOf(grant);
    const id = await cases.goTo(await amendments.sent(grant, MORE), 'decision');
    await cases.decide('clerk', id, 'refuse', { comment: 'Kein Bedarf.' });
    await cases.decide('provider', id, 'respond', { comment: 'Doch.' });
    await cases.decide('clerk', id, 'refuse', { comment: 'Nein.' });
    expect((await amendments.approve(id)).status).toBe(200);
    expect(await amendments.moneyOf(grant)).toEqual(before);
    expect((await cases.headOf(grant)).about.amended).toBeUndefined();
    expect((await file(id)).amends.difference).toEqual(NONE);
    expect((await budget()).agrees).toBe(true);
  });

  test('that is objected to is decided anew from where the grant stands by then', async () => {
    const grant = await amendments.granted();
    const id = await cases.goTo(await amendments.sent(grant, MORE), 'decision');
    const granted = {
      positions: [
        { id: 'kita-sozialarbeit', amount: 24_986_00 },
        { id: 'kita-sozialarbeit-2', amount: 26_000_00 },
        { id: 'elterncafe', amount: 22_640_00 },
      ],
      training: 706_56,
      thirdParty: 2_500_00,
    };
    await cases.decide('clerk', id, 'partial', { comment: 'Nur ein Teil.', granted });
    await cases.goTo(id, 'announce');
    const partial = (await cases.headOf(id)).about.decision?.amount ?? 0;
    const sumOf = async () => {
      const { state, county } = (await amendments.moneyOf(grant)).committed;
      return state + county;
    };
    expect(await sumOf()).toBe(partial);
    const today = server.clock.now().slice(0, 10);
    await cases.decide('clerk', id, 'post', { sentOn: today });
    await cases.decide('clerk', id, 'object', { receivedOn: today });
    await cases.decide('clerk', id, 'remedy', { comment: 'Zu Recht.' });
    expect(await cases.at(id)).toBe('decision');
    // Taken back it is not: it is decided otherwise.
    expect((await server.decide('clerk', id, 'refuse', { comment: 'Nein.' })).status).toBe(422);
    await cases.goTo(id, 'announce');
    expect(await sumOf()).toBe(73_055_41);
    expect((await cases.headOf(grant)).about.amended).toMatchObject([{ id, total: 73_055_41 }]);
    expect((await budget()).agrees).toBe(true);
  });
});

describe('the instalments of a grant', () => {
  const ordersOf = async (grant: string) => {
    const { instalments = [] } = (await cases.headOf(grant)).about.grant ?? {};
    const orders = await Promise.all(instalments.map(({ order }) => readHead(server.store, order)));
    return orders.flatMap((one) => (one?.form === 'payment-order' ? [[one.at, one.about.amount]] : []));
  };

  test('are planned anew when an amendment is final, but for those that are certified already', async () => {
    const grant = await amendments.granted();
    const [first] = (await cases.headOf(grant)).about.grant?.instalments ?? [];
    expect(await ordersOf(grant)).toEqual(Array(4).fill(['planned', 17_808_64]));
    await cases.decide('clerk', first?.order ?? '', 'certify-now');
    await cases.decide('clerk', first?.order ?? '', 'certify');
    const up = await amendments.finished(await amendments.sent(grant, MORE));
    expect(await cases.at(up)).toBe('final');
    expect(await ordersOf(grant)).toEqual([
      ['order', 17_808_64],
      ['planned', 18_415_59],
      ['planned', 18_415_59],
      ['planned', 18_415_59],
    ]);
    // Less than what is certified: what is planned is cancelled, and what is under way goes its way.
    const only = { kind: 'end', position: 'elterncafe', on: '2027-03-14' };
    const rest = ['kita-sozialarbeit', 'kita-sozialarbeit-2'].map((position) => ({
      kind: 'position',
      position,
      from: '2027-01-01',
      annualCost: 18_000_00,
    }));
    await amendments.finished(await amendments.sent(grant, [only, ...rest]));
    expect((await cases.headOf(grant)).about.amended?.at(-1)?.total).toBe(15_680_00);
    expect((await ordersOf(grant)).map(([at]) => at)).toEqual([
      'order',
      'cancelled',
      'cancelled',
      'cancelled',
    ]);
    const { grant: opened, money } = (await cases.headOf(grant)).about;
    expect(opened?.instalments.map(({ amount }) => amount)).toEqual([17_808_64, 0, 0, 0]);
    expect(money.committed).toEqual({ state: 9_408_00, county: 6_272_00, voluntary: 0 });
    // Up again: there is nothing left to change, so the rest is one instalment more.
    await amendments.finished(
      await amendments.sent(grant, [
        { ...rest[0], annualCost: 40_000_00 },
        { ...rest[1], annualCost: 40_000_00 },
      ]),
    );
    const again = await ordersOf(grant);
    expect(again.map(([at]) => at)).toEqual(['order', 'cancelled', 'cancelled', 'cancelled', 'planned']);
    const { state, county } = (await amendments.moneyOf(grant)).committed;
    expect(again[4]?.[1]).toBe(state + county - 17_808_64);
  });
});

describe('where the budget does not suffice', () => {
  test('the difference waits, less than before never does, and two at once spend the rest once', async () => {
    const year = (n: number) => JSON.parse(JSON.stringify(example).replaceAll('2027', String(n)));
    await cases.frame({ year: 2028, figure: 200_000_00 });
    const grants = [await amendments.granted(year(2028)), await amendments.granted(year(2028))];
    const changes = (annualCost: number) => [
      { kind: 'position', position: 'kita-sozialarbeit', from: '2028-01-01', annualCost },
    ];
    // Room for one rise of 3,612.00, and for no second one.
    const { sums } = await budget(2028);
    await cases.frame({ year: 2028, figure: sums.committed.state + 2_500_00 });
    const both = [];
    for (const grant of grants) both.push(await amendments.sent(grant, changes(54_000_00)));
    await Promise.all(both.map((id) => cases.decide('clerk', id, 'complete')));
    await Promise.all(both.map((id) => cases.decide('coordinator', id, 'recommend', { comment: 'Ja.' })));
    await server.idle();
    expect((await Promise.all(both.map(cases.at))).sort()).toEqual(['decision', 'waiting']);
    const waiting = (await cases.headOf(both[0] ?? '')).at === 'waiting' ? both[0] : both[1];
    const other = both.find((id) => id !== waiting) ?? '';
    await amendments.finished(other);
    await cases.decide('clerk', waiting ?? '', 'retry');
    expect(await cases.at(waiting ?? '')).toBe('waiting');
    // What the other one gives back is enough.
    const grant = (await cases.headOf(other)).about.amends?.application ?? '';
    await amendments.finished(await amendments.sent(grant, changes(40_000_00)));
    await cases.decide('clerk', waiting ?? '', 'retry');
    await server.idle();
    expect(await cases.at(waiting ?? '')).toBe('decision');
    // Cut below it before it is approved, the frame refuses; the grant stays what it was.
    const held = (await cases.headOf(waiting ?? '')).about.amends?.application ?? '';
    const before = await amendments.moneyOf(held);
    await cases.goTo(waiting ?? '', 'approval');
    const { committed } = (await budget(2028)).sums;
    await cases.frame({ year: 2028, figure: committed.state + 1_00 });
    const refused = await amendments.approve(waiting ?? '');
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/frame-exhausted']);
    expect(await amendments.moneyOf(held)).toEqual(before);
    expect(await cases.at(waiting ?? '')).toBe('waiting');
    expect((await budget(2028)).agrees).toBe(true);
  });
});

describe('what the office amends of its own accord', () => {
  test('goes to the draft of the decision; the provider is heard before it gets less', async () => {
    const grant = await amendments.granted();
    const { id, status } = await amendments.begin(
      grant,
      { reason: 'vacancy', changes: LESS },
      { as: 'clerk' },
    );
    await server.idle();
    expect([status, await cases.at(id)]).toEqual([201, 'decision']);
    expect((await cases.headOf(id)).about).toMatchObject({ applied: 58_570_16, sent: 1, unstaffed: [] });
    const { body } = await server.api('GET', `/api/submissions/${id}`, { as: 'clerk' });
    expect(body.actions).toEqual(['grant', 'partial', 'discontinue']);
    expect((await server.decide('provider', id, 'withdraw')).status).toBe(422);
    await cases.decide('clerk', id, 'grant', { comment: 'Die Stelle war nicht besetzt.' });
    expect(await cases.at(id)).toBe('hearing');
    expect((await file(id, 'provider')).notes).toMatchObject([{ text: 'Die Stelle war nicht besetzt.' }]);
    await cases.decide('provider', id, 'respond', { comment: 'Das stimmt.' });
    await cases.decide('clerk', id, 'grant');
    await amendments.finished(id);
    expect((await amendments.moneyOf(grant)).committed).toEqual({
      state: 35_142_10,
      county: 23_428_06,
      voluntary: 0,
    });
  });

  test('is never approved by whoever filed it, and is discontinued instead of refused', async () => {
    const grant = await amendments.granted();
    await cases.person('both', { roles: ['clerk', 'head'] });
    const { id } = await amendments.begin(grant, { reason: 'other', changes: MORE }, { as: 'both' });
    await server.idle();
    await cases.decide('clerk', id, 'grant');
    await cases.looked(id, 'both');
    const own = await server.decide('both', id, 'approve', { document: 'd0c'.padEnd(64, '0') });
    expect([own.status, own.body.type]).toEqual([403, '/problems/four-eyes']);
    await cases.decide('head', id, 'return', { comment: 'Doch nicht.' });
    await cases.decide('clerk', id, 'discontinue', { comment: 'Erledigt.' });
    expect(await cases.headOf(id)).toMatchObject({ at: 'withdrawn', about: { money: { reserved: NONE } } });
    expect((await amendments.begin(grant)).status).toBe(201);
  });

  test('ends the grant for a Kita that changed its provider, and leaves it for the others', async () => {
    const grant = await amendments.granted();
    const left = { kind: 'kita-left', kita: 'albig-muster', on: '2027-07-31' };
    const { id } = await amendments.begin(
      grant,
      { reason: 'provider-changed', from: '2027-08-01', changes: [left] },
      { as: 'clerk' },
    );
    await server.idle();
    await cases.decide('clerk', id, 'grant');
    await cases.decide('provider', id, 'respond', { comment: 'So ist es.' });
    await cases.decide('clerk', id, 'grant');
    await amendments.finished(id);
    expect((await cases.headOf(grant)).about.amended).toMatchObject([
      { reason: 'provider-changed', left: [{ kita: 'albig-muster', on: '2027-07-31' }] },
    ]);
    expect((await budget()).agrees).toBe(true);
  });
});
