import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proofOfUseExample as example } from '../../domain/forms/proof-of-use/example.ts';
import { amendmentCases } from '../amendment-cases.ts';
import { type BudgetCases, budgetCases } from '../budget-cases.ts';
import { type ProofCases, proofCases } from '../proof-cases.ts';
import { startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
let cases: BudgetCases;
let proofs: ProofCases;
beforeAll(async () => {
  server = await startTestServer();
  cases = budgetCases(server);
  proofs = proofCases(server, cases);
  await cases.frame();
});
afterAll(() => server.close());

const REASON = { comment: 'Ein Satz dazu.' };
const budget = async () => (await server.api('GET', '/api/budgets/2027', { as: 'treasurer' })).body;
const moneyOf = async (application: string) => (await cases.headOf(application)).about.money;
const actions = async (id: string, as: string) =>
  (await server.api('GET', `/api/submissions/${id}`, { as })).body.actions;

describe('a proof of use', () => {
  test('is awaited until the end of March, and begins with what was granted', async () => {
    const id = await proofs.awaited(await proofs.granted());
    const file = await proofs.file(id, 'provider');
    expect(file).toMatchObject({
      view: 'own',
      at: 'filing',
      fileBy: '2028-03-31',
      saved: 0,
      paid: 71_234_56,
      answers: {
        positions: [
          { id: 'kita-sozialarbeit', months: 1_200, hours: 3_000 },
          { id: 'elterncafe', months: 955, hours: 1_950 },
        ],
      },
    });
    const { body } = await server.api('GET', `/api/submissions/${id}`, { as: 'provider' });
    expect(body).toMatchObject({ due: '2028-03-31T22:00:00.000Z', actions: ['submit'] });
    const list = await server.api('GET', '/api/submissions?form=proof-of-use', { as: 'provider' });
    expect(list.body.items.map((item: { id: string }) => item.id)).toContain(id);
    const tasks = await server.api('GET', '/api/tasks', { as: 'provider' });
    expect(tasks.body.items.map((item: { id: string }) => item.id)).toContain(id);
    const office = await server.api('GET', '/api/submissions?form=proof-of-use&year=2027', { as: 'clerk' });
    expect(office.body.items.map((item: { id: string }) => item.id)).toContain(id);
  });

  test('that two people write is saved by the second only from the state of the first', async () => {
    const id = await proofs.awaited(await proofs.granted());
    expect((await proofs.save(id, { training: 1 })).status).toBe(200);
    const late = await proofs.save(id, { training: 2 });
    expect([late.status, late.body.type, late.body.current.version]).toEqual([
      409,
      '/problems/changed-meanwhile',
      1,
    ]);
    expect((await proofs.save(id, { training: 1 })).status).toBe(200);
    expect((await proofs.save(id, { training: 2 }, { seen: 1 })).body.saved).toBe(2);
    expect((await proofs.send(id, 1)).status).toBe(409);
    const half = await proofs.send(id, 2);
    expect(half.status).toBe(422);
    // A draft is its provider's alone.
    expect((await proofs.file(id, 'clerk')).answers).toBeUndefined();
  });

  test('is for its provider and the office, and for nobody else', async () => {
    const { id } = await proofs.filed();
    for (const as of ['kita', 'committee', 'social-worker', 'admin'])
      expect((await server.api('GET', `/api/proofs-of-use/${id}`, { as })).status, as).toBe(404);
    for (const as of ['clerk', 'coordinator', 'head', 'treasurer', 'auditor'])
      expect((await server.api('GET', `/api/proofs-of-use/${id}`, { as })).status, as).toBe(200);
    expect((await proofs.save(id, example, { as: 'clerk', seen: 1 })).status).toBe(403);
    expect((await proofs.save(id, example, { seen: 1 })).body.type).toBe('/problems/sent-already');
    expect(await actions(id, 'head')).toEqual([]);
  });

  test('that proves what was paid is accepted, and what was never paid is released', async () => {
    const { application, id } = await proofs.filed(40_000_00);
    const open = await server.decide('clerk', id, 'accept-proof');
    expect([open.status, open.body.type]).toEqual([409, '/problems/payments-open']);
    await proofs.cancelOrders(application);
    await cases.decide('clerk', id, 'accept-proof');
    expect(await proofs.headOf(id)).toMatchObject({
      at: 'closed',
      about: { result: { accepted: { state: 24_000_00, county: 16_000_00, voluntary: 0 } } },
    });
    expect(await moneyOf(application)).toMatchObject({
      committed: { state: 0, county: 0, voluntary: 0 },
      paid: { state: 0, county: 0, voluntary: 0 },
      accepted: { state: 24_000_00, county: 16_000_00, voluntary: 0 },
    });
    expect((await budget()).agrees).toBe(true);
    const [file, grant] = [await proofs.headOf(id), await cases.headOf(application)];
    expect(grant.deleteAt).toBe(file.deleteAt);
    const { body } = await server.api('GET', `/api/submissions/${application}/log`, { as: 'auditor' });
    expect(body).toMatchObject({ whole: true });
    expect(body.items.at(-1)).toMatchObject({ what: 'proof-settled', ref: id });
  });

  test('is found from its grant, with what amended it, and the grant from it', async () => {
    const amendments = amendmentCases(server, cases);
    const application = await proofs.granted(40_000_00);
    const change = { kind: 'position', position: 'elterncafe', from: '2027-07-01', annualCost: 20_000_00 };
    const amendment = await amendments.sent(application, [change]);
    await amendments.finished(amendment);
    const id = await proofs.awaited(application);
    const linked = async (as: string) => {
      const path = `/api/budget-applications/${application}`;
      const { proof, instalments } = (await server.api('GET', `${path}/payments`, { as })).body;
      const { holding, possible } = (await server.api('GET', path, { as })).body.amendments;
      return [proof, instalments.some((one: { order?: string }) => one.order), holding, possible];
    };
    const amended = [{ id: amendment }];
    const due = { id, at: 'filing', fileBy: '2028-03-31' };
    expect(await linked('provider')).toMatchObject([due, false, amended, true]);
    expect(await linked('clerk')).toMatchObject([due, true, amended, true]);
    expect((await proofs.file(id, 'provider')).application).toBe(application);

    // Also when all of it is over.
    await proofs.save(id, {
      ...example,
      positions: (await proofs.file(id, 'provider')).basis.positions.map(
        (one: { id: string; hours: number }, n: number) => ({
          id: one.id,
          hours: one.hours,
          months: 100,
          cost: n === 0 ? 50_000_00 : 0,
          vacancy: 'Unbesetzt.',
          deviation: 'Unbesetzt.',
        }),
      ),
      receipts: [{ id: 'b1', on: '2027-12-15', amount: 50_000_00 + example.training, purpose: 'Lohnkonten' }],
    });
    expect((await proofs.send(id)).status).toBe(200);
    await proofs.cancelOrders(application);
    await cases.decide('clerk', id, 'accept-proof');
    expect(await linked('provider')).toMatchObject([{ id, at: 'closed' }, false, amended, false]);
  });

  test('that proves less than was paid is not accepted', async () => {
    const { id } = await proofs.filed();
    const { status, body } = await server.decide('clerk', id, 'accept-proof');
    expect([status, body.type]).toEqual([409, '/problems/not-proven']);
  });

  test('that is returned reopens the named fields only', async () => {
    const { id } = await proofs.filed();
    const unknown = await server.decide('clerk', id, 'query', {
      fields: [{ path: 'positions.elterncafe.id', reason: 'Welche Stelle?' }],
    });
    expect(unknown.status).toBe(422);
    const fields = [{ path: 'report.goals', reason: 'Bitte mit Zahlen.' }];
    await cases.decide('clerk', id, 'query', { fields });
    const goals = { ...example, report: { ...example.report, goals: '64 Familien, 12 Elterncafés.' } };
    const other = await proofs.save(id, { ...goals, training: 0 }, { seen: 1 });
    expect([other.status, other.body.errors]).toEqual([
      422,
      [{ path: 'training', message: 'Dieses Feld ist nicht zur Korrektur offen.' }],
    ]);
    expect((await proofs.save(id, goals, { seen: 1 })).status).toBe(200);
    expect((await proofs.send(id, 2)).status).toBe(200);
    expect(await proofs.file(id)).toMatchObject({ at: 'check', sent: 2, answers: { report: goals.report } });
    const first = await server.api('GET', `/api/proofs-of-use/${id}?version=1`, { as: 'clerk' });
    expect(first.body.answers).toEqual(example);
  });
});

describe('the proof of a grant that Kitas leave for another provider', () => {
  const ONE = { kitas: ['biebelnheim'], shares: [{ kita: 'biebelnheim', percent: 10_000 }] };
  /** The office ends the grant for a Kita, and nobody objects. */
  const leaves = async (application: string, kita: string, on: string) => {
    const amendments = amendmentCases(server, cases);
    const body = { reason: 'provider-changed', changes: [{ kind: 'kita-left', kita, on }] };
    const { id, status, text } = await amendments.begin(application, body, { as: 'clerk' });
    if (status !== 201) throw new Error(text);
    await server.idle();
    await cases.decide('clerk', id, 'grant');
    await cases.decide('provider', id, 'respond', { comment: 'So ist es.' });
    await cases.decide('clerk', id, 'grant');
    await amendments.finished(id);
  };

  test('is due ninety days after its last Kita left, and asks for the time until then', async () => {
    const application = await proofs.granted(20_000_00, ONE);
    const id = await proofs.awaited(application);
    // What was saved before is kept, and held against what is granted by now.
    await proofs.save(id, { positions: example.positions, training: 100 });
    await leaves(application, 'biebelnheim', '2027-02-28');
    expect(await proofs.headOf(id)).toMatchObject({ at: 'filing', due: '2027-05-31T22:00:00.000Z' });
    const file = await proofs.file(id, 'provider');
    expect(file).toMatchObject({
      fileBy: '2027-05-31',
      closedOn: '2027-02-28',
      left: [{ kita: { id: 'biebelnheim' }, on: '2027-02-28' }],
      basis: { period: { from: '2027-01-01', to: '2027-02-28' } },
      answers: { positions: [example.positions[0]], training: 100 },
    });
    const [position] = file.basis.positions;
    expect([file.basis.positions.length, position.to]).toEqual([1, '2027-02-28']);

    // Proven, accepted and over in the middle of the year: what was not paid is free again.
    const cost = 20_000_00;
    await proofs.save(
      id,
      {
        ...example,
        positions: [{ id: position.id, months: 200, hours: position.hours, cost, deviation: 'Vertretung.' }],
        training: 0,
        thirdParty: 0,
        receipts: [{ id: 'b1', on: '2027-02-28', amount: cost, purpose: 'Lohnkonto Januar und Februar' }],
      },
      { seen: 1 },
    );
    expect((await proofs.send(id, 2)).status).toBe(200);
    await proofs.cancelOrders(application);
    await cases.decide('clerk', id, 'accept-proof');
    expect(await moneyOf(application)).toMatchObject({
      committed: { state: 0, county: 0, voluntary: 0 },
      accepted: { state: 12_000_00, county: 8_000_00, voluntary: 0 },
    });
    expect((await budget()).agrees).toBe(true);
  });

  test('stays one for the whole year while others are there, with the part until that day in rows of its own', async () => {
    const application = await proofs.granted(20_000_00);
    const id = await proofs.awaited(application);
    await leaves(application, 'albig-muster', '2027-07-31');
    const file = await proofs.file(id, 'provider');
    expect(file).toMatchObject({ fileBy: '2028-03-31', left: [{ on: '2027-07-31' }] });
    expect(file.closedOn).toBeUndefined();
    expect(file.basis.positions.map(({ from, to }: { from: string; to: string }) => `${from} ${to}`)).toEqual(
      ['2027-01-01 2027-07-31', '2027-08-01 2027-12-31', '2027-03-15 2027-07-31', '2027-08-01 2027-12-31'],
    );
    // The other one leaves too: nobody is left whom it could go on for.
    await leaves(application, 'biebelnheim', '2027-09-30');
    expect(await proofs.file(id, 'provider')).toMatchObject({
      fileBy: '2027-12-29',
      closedOn: '2027-09-30',
      left: [{ on: '2027-07-31' }, { on: '2027-09-30' }],
    });
  });
});

describe('a claim', () => {
  const heard = async () => {
    const { application, id } = await proofs.filed();
    await cases.decide('clerk', id, 'intend-claim', REASON);
    await cases.decide('provider', id, 'respond', { comment: 'Die Stelle war lange unbesetzt.' });
    return { application, id };
  };

  test('comes after a hearing, is approved by another person as exactly that document, and paid back', async () => {
    const { application, id } = await heard();
    expect(await proofs.file(id, 'provider')).toMatchObject({
      intended: { kind: 'repayment', recognised: 47_489_71 },
    });
    await cases.decide('clerk', id, 'claim', REASON);
    expect(await proofs.file(id)).toMatchObject({
      at: 'approval',
      claim: { paid: 71_234_56, recognised: 47_489_71, repayment: 23_744_85, payable: 23_744_85 },
    });
    expect((await proofs.file(id, 'provider')).claim).toBeUndefined();
    const drafted = await server.api('POST', `/api/submissions/${id}/notice`, { as: 'clerk' });
    expect(drafted.body).toMatchObject({ draft: true });
    const wrong = await server.decide('head', id, 'approve', { document: drafted.body.sha256 });
    expect([wrong.status, wrong.body.type]).toEqual([409, '/problems/other-document']);
    await proofs.cancelOrders(application);
    const sha256 = await proofs.approve(id);
    expect(await moneyOf(application)).toMatchObject({
      paid: { state: 14_246_91, county: 9_497_94, voluntary: 0 },
      accepted: { state: 28_493_83, county: 18_995_88, voluntary: 0 },
    });
    const before = await server.api('GET', `/api/submissions/${id}/documents/notice`, { as: 'provider' });
    expect(before.status).toBe(404);
    await cases.decide('clerk', id, 'post', { sentOn: proofs.today() });
    expect((await proofs.headOf(id)).about.approved?.sha256).toBe(sha256);
    const read = await server.api('GET', `/api/submissions/${id}/documents/notice`, { as: 'provider' });
    expect(read.status).toBe(200);
    await cases.decide('clerk', id, 'waive', { receivedOn: proofs.today() });
    expect(await actions(id, 'treasurer')).toEqual(['money-back']);
    await cases.decide('treasurer', id, 'money-back', { receivedOn: proofs.today() });
    expect(await proofs.at(id)).toBe('closed');
    const money = await moneyOf(application);
    expect(money).toMatchObject({
      committed: { state: 0, county: 0, voluntary: 0 },
      paid: { state: 0, county: 0, voluntary: 0 },
      returned: { state: 14_246_91, county: 9_497_94, voluntary: 0 },
    });
    expect((await budget()).agrees).toBe(true);
  });

  test('recognises less only if the provider was heard on it', async () => {
    const { id } = await heard();
    const granted = {
      positions: example.positions.map((one) => ({ id: one.id, amount: one.cost })),
      training: 0,
      thirdParty: example.thirdParty,
    };
    const refused = await server.decide('clerk', id, 'claim', { ...REASON, granted });
    expect([refused.status, refused.body.errors?.[0]?.path]).toEqual([422, 'granted']);
    await cases.decide('clerk', id, 'recheck', REASON);
    await cases.decide('clerk', id, 'intend-claim', { ...REASON, granted });
    expect((await proofs.file(id)).reconciliation.at(-1)).toMatchObject({ recognised: 46_931_21 });
    const more = { ...granted, training: 558_51 };
    await cases.decide('provider', id, 'respond', REASON);
    const tooMuch = await server.decide('clerk', id, 'claim', { ...REASON, granted: more });
    expect(tooMuch.body.errors?.[0]?.path).toBe('granted.training');
    await cases.decide('clerk', id, 'claim', REASON);
    expect((await proofs.headOf(id)).about.claim?.repayment).toBe(24_303_35);
  });

  test('is given up again by an objection: nothing is accepted then, and everything looked at anew', async () => {
    const { application, id } = await heard();
    await cases.decide('clerk', id, 'claim', REASON);
    await proofs.cancelOrders(application);
    await proofs.approve(id);
    await cases.decide('clerk', id, 'post', { sentOn: proofs.today() });
    await cases.decide('clerk', id, 'object', { receivedOn: proofs.today() });
    await cases.decide('clerk', id, 'remedy', REASON);
    expect(await proofs.at(id)).toBe('check');
    expect(await moneyOf(application)).toMatchObject({
      paid: { state: 42_740_74, county: 28_493_82, voluntary: 0 },
      accepted: { state: 0, county: 0, voluntary: 0 },
    });
    const read = await server.api('GET', `/api/submissions/${id}/documents/notice`, { as: 'provider' });
    expect(read.status).toBe(200);
    expect((await budget()).agrees).toBe(true);
  });

  test('is not approved when what was paid has changed since', async () => {
    const application = await proofs.granted(60_000_00);
    const id = await proofs.awaited(application);
    await proofs.save(id, example);
    await proofs.send(id);
    await cases.decide('clerk', id, 'intend-claim', REASON);
    await cases.decide('provider', id, 'respond', REASON);
    await cases.decide('clerk', id, 'claim', REASON);
    await proofs.pay(application, 1_00);
    const { body } = await server.api('POST', `/api/submissions/${id}/notice`, { as: 'head' });
    const refused = await server.decide('head', id, 'approve', { document: body.sha256 });
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/paid-changed']);
    await cases.decide('head', id, 'return', REASON);
    await cases.decide('clerk', id, 'claim', REASON);
    expect((await proofs.headOf(id)).about.claim?.paid).toBe(60_001_00);
  });

  test('is not approved while an order may still change what was paid', async () => {
    const { application, id } = await heard();
    await cases.decide('clerk', id, 'claim', REASON);
    const { body } = await server.api('POST', `/api/submissions/${id}/notice`, { as: 'head' });
    const refused = await server.decide('head', id, 'approve', { document: body.sha256 });
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/payments-open']);
    await proofs.cancelOrders(application);
    await cases.decide('head', id, 'approve', { document: body.sha256 });
    expect(await proofs.at(id)).toBe('announce');
  });

  test('is not approved while an approved amendment may still plan new orders', async () => {
    const { application, id } = await heard();
    await cases.decide('clerk', id, 'claim', REASON);
    await proofs.cancelOrders(application);
    const change = { kind: 'position', position: 'elterncafe', from: '2027-07-01', annualCost: 40_000_00 };
    const amendment = await amendmentCases(server, cases).sent(application, [change], { from: '2027-07-01' });
    await cases.goTo(amendment, 'announce');
    const { body } = await server.api('POST', `/api/submissions/${id}/notice`, { as: 'head' });
    const refused = await server.decide('head', id, 'approve', { document: body.sha256 });
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/payments-open']);
  });

  test('is approved by nobody who checked, and booked by nobody who approved', async () => {
    await cases.person('both', { roles: ['clerk', 'head', 'treasurer'] });
    const { id } = await proofs.filed();
    await cases.decide('both', id, 'intend-claim', REASON);
    await cases.decide('provider', id, 'respond', REASON);
    await cases.decide('clerk', id, 'claim', REASON);
    const barred = await server.api('GET', `/api/submissions/${id}`, { as: 'both' });
    expect(barred.body).toMatchObject({ actions: [], barred: ['approve', 'return'] });
    const refused = await server.decide('both', id, 'return', REASON);
    expect([refused.status, refused.body.type]).toEqual([403, '/problems/four-eyes']);

    const { application, id: other } = await proofs.filed();
    await cases.decide('clerk', other, 'intend-claim', REASON);
    await cases.decide('provider', other, 'respond', REASON);
    await cases.decide('clerk', other, 'claim', REASON);
    await proofs.cancelOrders(application);
    await proofs.approve(other, 'both');
    await cases.decide('clerk', other, 'post', { sentOn: proofs.today() });
    await cases.decide('clerk', other, 'waive', { receivedOn: proofs.today() });
    const booking = await server.decide('both', other, 'money-back', { receivedOn: proofs.today() });
    expect([booking.status, booking.body.type]).toEqual([403, '/problems/four-eyes']);
  });

  test('has neither interest nor set-off unless the county claims them', async () => {
    const { id } = await heard();
    const to = { ...REASON, interestFrom: '2027-01-01' };
    expect((await server.decide('clerk', id, 'claim', to)).status).toBe(422);
  });
});
