import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NO_HOLDING } from '../../domain/budget/holding.ts';
import { budgetApplicationExample as example } from '../../domain/forms/budget-application/example.ts';
import { type BudgetCases, budgetCases } from '../budget-cases.ts';
import { type PaymentCases, paymentCases } from '../payment-cases.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

const ALL = { state: 42_740_74, county: 28_493_82, voluntary: 0 };

let server: TestServer;
let cases: BudgetCases;
let payments: PaymentCases;
beforeAll(async () => {
  server = await startTestServer({ clock: '2026-11-02T09:00:00.000Z' });
  cases = budgetCases(server);
  payments = paymentCases(server, cases);
  await cases.frame();
});
afterAll(() => server.close());

const bookedOn = '2026-11-02';
describe('a grant that nobody can object to any more', () => {
  test('becomes payment orders, one for each instalment, each on its day, and each once', async () => {
    const id = await payments.granted();
    const { at, about } = await cases.headOf(id);
    expect(at).toBe('final');
    expect(about.grant).toMatchObject({ payee: { holder: example.accountHolder, iban: example.iban } });
    expect(about.grant?.instalments.map(({ n, due, amount }) => [n, due, amount])).toEqual([
      [1, '2027-02-15', 17_808_64],
      [2, '2027-05-15', 17_808_64],
      [3, '2027-08-15', 17_808_64],
      [4, '2027-11-15', 17_808_64],
    ]);
    expect(about.money).toEqual({ ...NO_HOLDING, committed: ALL });
    for (const one of about.grant?.instalments ?? []) {
      const order = await payments.orderOf(one.order);
      expect(order).toMatchObject({
        at: 'planned',
        about: { application: id, n: one.n, due: one.due, amount: one.amount, amounts: one.amounts },
      });
    }
    const first = await payments.orderOf(about.grant?.instalments[0]?.order ?? '');
    expect(first.due).toBe('2027-01-31T23:00:00.000Z');
    const { body } = await server.api('GET', '/api/submissions?form=payment-order&year=2027', {
      as: 'clerk',
    });
    expect(body.items).toHaveLength(4);
    const tasks = await server.api('GET', '/api/tasks', { as: 'clerk' });
    expect(tasks.body.items.filter(({ form }: { form: string }) => form === 'payment-order')).toEqual([]);
  });

  test('is nothing to pay where it was refused', async () => {
    const id = await cases.goTo(await cases.submitted(), 'decision');
    await cases.decide('clerk', id, 'refuse', { comment: 'Nein.' });
    await cases.decide('provider', id, 'respond', { comment: 'Schade.' });
    await cases.decide('clerk', id, 'refuse', { comment: 'Nein.' });
    await cases.goTo(id, 'announce');
    await cases.decide('clerk', id, 'post', { sentOn: bookedOn });
    await cases.decide('clerk', id, 'waive', { receivedOn: bookedOn });
    await server.idle();
    const { at, about } = await cases.headOf(id);
    expect([at, about.grant]).toEqual(['final', undefined]);
  });
});

describe('a payment order', () => {
  test('is certified by one person and ordered by another; what was certified stays', async () => {
    const [id = ''] = await payments.ordersOf(await payments.granted());
    await cases.decide('clerk', id, 'certify-now');
    await cases.decide('clerk', id, 'certify');
    const { at, about } = await payments.orderOf(id);
    expect([at, about.certified]).toEqual([
      'order',
      { holder: example.accountHolder, iban: example.iban, account: '36500.54310000' },
    ]);
    await cases.decide('head', id, 'order');
    expect(await payments.at(id)).toBe('export');
  });

  const mayNot = async (as: string, id: string, action: string, more: object = {}) => {
    const { status, body } = await server.decide(as, id, action, more);
    expect([as, action, status, body.type]).toEqual([as, action, 403, '/problems/four-eyes']);
  };

  test('is not ordered by who certified it, nor by their deputy in either name, nor in their name', async () => {
    await cases.person('deputy', { roles: ['head'] });
    await cases.person('certifier', { roles: ['clerk', 'head'] });
    const days = { from: '2026-11-02', to: '2026-12-31' };
    await cases.deputy({ person: 'certifier', deputy: 'deputy', ...days });
    const [id = '', other = ''] = await payments.ordersOf(await payments.granted());
    await payments.goTo(id, 'certify');
    await cases.decide('certifier', id, 'certify');
    await mayNot('certifier', id, 'order');
    await mayNot('deputy', id, 'order');
    await mayNot('deputy', id, 'order', { for: 'certifier' });
    await cases.decide('head', id, 'order');
    // Whoever certified in somebody's name excludes both.
    await cases.person('stand-in', { roles: ['clerk', 'head'] });
    await cases.deputy({ person: 'clerk', deputy: 'stand-in', ...days });
    await payments.goTo(other, 'certify');
    await cases.decide('stand-in', other, 'certify', { for: 'clerk' });
    await mayNot('clerk', other, 'order');
    await mayNot('stand-in', other, 'order');
    await cases.decide('head', other, 'order');
  });

  test('is not sent back or booked by who ordered it', async () => {
    await cases.person('orderer', { roles: ['head', 'treasurer'] });
    const [id = ''] = await payments.ordersOf(await payments.granted());
    await payments.goTo(id, 'order');
    await cases.decide('orderer', id, 'order');
    await mayNot('orderer', id, 'send-back', { comment: 'Nein.' });
    await server.api('POST', `/api/payment-exports/${newId()}`, { as: 'treasurer' });
    await server.idle();
    const booking = { reference: 'FS-orderer', bookedOn };
    await mayNot('orderer', id, 'book', booking);
    await mayNot('orderer', id, 'bounce', booking);
    await cases.decide('treasurer', id, 'book', booking);
    await mayNot('orderer', id, 'bounce', { ...booking, reference: 'FS-orderer-2' });
  });

  test('goes back with the reason, and is certified anew', async () => {
    const [id = ''] = await payments.ordersOf(await payments.granted());
    await payments.goTo(id, 'order');
    const silent = await server.decide('head', id, 'return');
    expect(silent.status).toBe(422);
    await cases.decide('head', id, 'return', { comment: 'Bitte Betrag prüfen.' });
    const { at, about } = await payments.orderOf(id);
    expect([at, about.certified, about.notes]).toEqual(['certify', undefined, 1]);
    await payments.goTo(id, 'export');
    await cases.decide('treasurer', id, 'send-back', { comment: 'Buchungsstelle gesperrt.' });
    expect(await payments.at(id)).toBe('certify');
  });

  test('that is not to be carried out leaves the money committed', async () => {
    const application = await payments.granted();
    const [id = ''] = await payments.ordersOf(application);
    await cases.decide('clerk', id, 'cancel', { comment: 'Die Stelle ist unbesetzt.' });
    expect(await payments.at(id)).toBe('cancelled');
    expect((await cases.headOf(application)).about.money.committed).toEqual(ALL);
  });

  test('is seen by clerk, head, treasurer and auditor, and does not exist for anybody else', async () => {
    const [id = ''] = await payments.ordersOf(await payments.granted());
    const status = async (as: string) => (await server.api('GET', `/api/submissions/${id}`, { as })).status;
    for (const as of ['clerk', 'clerk-2', 'head', 'treasurer', 'auditor'])
      expect(await status(as), as).toBe(200);
    for (const as of ['provider', 'provider-2', 'kita', 'coordinator', 'committee', 'social-worker', 'admin'])
      expect(await status(as), as).toBe(404);
    const { body } = await server.api('GET', `/api/submissions/${id}`, { as: 'auditor' });
    expect(body.actions).toEqual([]);
  });
});
