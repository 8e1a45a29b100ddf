import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { budgetApplicationExample as example } from '../../domain/forms/budget-application/example.ts';
import { type BudgetCases, budgetCases } from '../budget-cases.ts';
import { type PaymentCases, paymentCases } from '../payment-cases.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

const OTHER = { holder: 'Verbandsgemeinde Alzey-Land, Kasse', iban: 'DE02120300000000202051' };

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

const change = (id: string, as = 'provider', body: object = OTHER) =>
  server.api('POST', `/api/budget-applications/${id}/payee`, { as, body });
const answer = (id: string, as: string, how: 'confirmation' | 'rejection', iban = OTHER.iban) =>
  server.api('POST', `/api/budget-applications/${id}/payee/${how}`, { as, body: { iban } });
const shown = async (id: string, as = 'clerk') =>
  (await server.api('GET', `/api/budget-applications/${id}/payments`, { as })).body;
const afterWaiting = () =>
  server.moveClock(new Date(Date.parse(server.clock.now()) + 7 * 86_400_000).toISOString());
/** A grant whose account was changed by one person and confirmed by another. */
const changedBy = async (as: string, confirming = 'clerk-2') => {
  const id = await payments.granted();
  expect((await change(id, as)).status).toBe(200);
  await afterWaiting();
  expect((await answer(id, confirming, 'confirmation')).status).toBe(200);
  return id;
};

describe('another account for a grant', () => {
  test('waits for a week and for a second person; the old one holds until then, and the provider gets a mail', async () => {
    const id = await payments.granted();
    const before = server.mails().length;
    const { body } = await change(id, 'clerk', { ...OTHER, iban: 'de02 1203 0000 0000 2020 51' });
    expect(body.payee).toMatchObject({ iban: example.iban, pending: { ...OTHER, from: '2026-11-09' } });
    await server.idle();
    expect(
      server
        .mails()
        .slice(before)
        .map(({ to }) => to[0]?.split('@')[0]),
    ).toEqual(['provider']);
    expect(body.actions).toEqual(['change', 'reject']);
    // Too early, by the wrong one, or another than was meant.
    expect((await answer(id, 'clerk-2', 'confirmation')).body.type).toBe('/problems/payee-waits');
    await afterWaiting();
    expect((await answer(id, 'clerk', 'confirmation')).body.type).toBe('/problems/four-eyes');
    expect((await answer(id, 'provider', 'confirmation')).status).toBe(403);
    expect((await answer(id, 'auditor', 'confirmation')).status).toBe(403);
    expect((await answer(id, 'clerk-2', 'confirmation', example.iban)).status).toBe(409);
    expect((await shown(id)).payee.iban).toBe(example.iban);
    expect((await shown(id, 'clerk-2')).actions).toEqual(['change', 'confirm', 'reject']);
    const { body: done } = await answer(id, 'clerk-2', 'confirmation');
    expect(done.payee).toMatchObject(OTHER);
    expect(done.payee.pending).toBeUndefined();
    const { body: log } = await server.api('GET', `/api/submissions/${id}/log`, { as: 'auditor' });
    expect(log.whole).toBe(true);
    expect(log.items.slice(-2).map(({ what }: { what: string }) => what)).toEqual([
      'payee-proposed',
      'payee-confirmed',
    ]);
    expect(JSON.stringify(log)).not.toContain(OTHER.iban);
  });

  test('is not confirmed by a deputy of who entered it, nor by who is stood in for', async () => {
    const id = await payments.granted();
    const today = server.clock.now().slice(0, 10);
    await cases.person('stand-in', { roles: ['clerk'] });
    await cases.deputy({ person: 'clerk', deputy: 'stand-in', from: today, to: '2027-12-31' });
    await change(id, 'clerk');
    await afterWaiting();
    expect((await answer(id, 'stand-in', 'confirmation')).body.type).toBe('/problems/four-eyes');
    await change(id, 'stand-in');
    await afterWaiting();
    expect((await answer(id, 'clerk', 'confirmation')).body.type).toBe('/problems/four-eyes');
    expect((await answer(id, 'head', 'confirmation')).status).toBe(200);
  });

  test('can be rejected by whoever notices that it is wrong, the provider too', async () => {
    const id = await payments.granted();
    await change(id, 'clerk');
    expect((await answer(id, 'provider', 'rejection')).body.payee.pending).toBeUndefined();
    await afterWaiting();
    expect((await answer(id, 'clerk-2', 'confirmation')).status).toBe(409);
  });

  test('is no other provider’s, no Kita’s, and refused when it is none', async () => {
    const id = await payments.granted();
    for (const as of ['provider-2', 'kita', 'committee', 'admin'])
      expect((await change(id, as)).status, as).toBe(404);
    for (const as of ['auditor', 'coordinator', 'treasurer'])
      expect((await change(id, as)).status, as).toBe(403);
    expect((await change(id, 'provider', { ...OTHER, iban: 'DE03120300000000202051' })).status).toBe(422);
  });
});

describe('who changed the account', () => {
  const mayNot = async (as: string, id: string, action: string) => {
    const { status, body } = await server.decide(as, id, action);
    expect([as, action, status, body.type]).toEqual([as, action, 403, '/problems/four-eyes']);
  };

  test('certifies nothing that goes to it; somebody else does', async () => {
    const [id = ''] = await payments.ordersOf(await changedBy('clerk'));
    await server.decide('clerk-2', id, 'certify-now');
    await mayNot('clerk', id, 'certify');
    const { body } = await server.api('GET', `/api/submissions/${id}`, { as: 'clerk' });
    expect([body.actions, body.barred]).toEqual([[], ['certify', 'cancel']]);
    expect(body.barredBy).toMatchObject([{ step: 'payee', person: { id: 'clerk' } }]);
    await cases.decide('clerk-2', id, 'certify');
    expect((await payments.orderOf(id)).about.certified).toMatchObject(OTHER);
  });

  test('orders nothing that goes to it', async () => {
    const [id = ''] = await payments.ordersOf(await changedBy('head'));
    await payments.goTo(id, 'order');
    await mayNot('head', id, 'order');
    await cases.decide('head-2', id, 'order');
  });

  test('releases nothing to it', async () => {
    await cases.person('all', { roles: ['clerk', 'treasurer'] });
    const [id = ''] = await payments.ordersOf(await changedBy('all'));
    await payments.goTo(id, 'export');
    const { body } = await server.api('POST', `/api/payment-exports/${newId()}`, { as: 'all' });
    expect(body.left).toContainEqual({ order: id, reason: 'four-eyes' });
    expect(await payments.at(id)).toBe('export');
  });

  test('makes what was certified before be certified anew, before it is ordered and before it is handed over', async () => {
    const application = await payments.granted();
    const [first = '', second = ''] = await payments.ordersOf(application);
    await payments.goTo(first, 'order');
    await payments.goTo(second, 'export');
    await change(application);
    await afterWaiting();
    await answer(application, 'clerk-2', 'confirmation');
    expect((await server.decide('head', first, 'order')).body.type).toBe('/problems/payee-changed');
    const { body: file } = await server.api('GET', `/api/payment-orders/${first}`, { as: 'head' });
    expect([file.payee.iban, file.payeeChanged, file.payeeWaits]).toEqual([example.iban, true, false]);
    const { body } = await server.api('POST', `/api/payment-exports/${newId()}`, { as: 'treasurer' });
    expect(body.left).toContainEqual({ order: second, reason: 'payee-changed' });
    await server.idle();
    expect(await payments.orderOf(second)).toMatchObject({ at: 'certify' });
    await cases.decide('head', first, 'return', { comment: 'Neues Konto.' });
    await payments.goTo(first, 'export');
    expect((await payments.orderOf(first)).about.certified).toMatchObject(OTHER);
  });
});

describe('what is paid of a grant', () => {
  test('is seen by its provider, without the orders, and by the office', async () => {
    const id = await payments.granted();
    const [order = ''] = await payments.ordersOf(id);
    await payments.goTo(order, 'export');
    await server.api('POST', `/api/payment-exports/${newId()}`, { as: 'treasurer' });
    await server.idle();
    const day = server.clock.now().slice(0, 10);
    await cases.decide('treasurer', order, 'book', { reference: 'FS-7', bookedOn: day });
    const own = await shown(id, 'provider');
    expect(own).toMatchObject({
      paid: 17_808_64,
      open: 71_234_56 - 17_808_64,
      returned: 0,
      actions: ['change'],
    });
    expect(own.instalments[0]).toEqual({
      n: 1,
      due: '2027-02-15',
      amount: 17_808_64,
      state: 'paid',
      paidOn: day,
    });
    expect(own.instalments[1]).toMatchObject({ state: 'planned' });
    expect((await shown(id)).instalments[0].order).toBe(order);
    for (const as of ['provider-2', 'kita', 'committee'])
      expect((await server.api('GET', `/api/budget-applications/${id}/payments`, { as })).status, as).toBe(
        404,
      );
  });

  test('an order’s file says who certified and ordered it, and is the office’s', async () => {
    const [id = ''] = await payments.ordersOf(await payments.granted());
    await payments.goTo(id, 'order');
    await cases.decide('head', id, 'return', { comment: 'Bitte prüfen.' });
    const { body } = await server.api('GET', `/api/payment-orders/${id}`, { as: 'auditor' });
    expect(body).toMatchObject({ n: 1, amount: 17_808_64, account: '36500.54310000', payeeChanged: false });
    expect(body.notes).toMatchObject([{ action: 'return', text: 'Bitte prüfen.', byName: 'Rosa Leitbild' }]);
    for (const as of ['provider', 'coordinator', 'kita', 'admin'])
      expect((await server.api('GET', `/api/payment-orders/${id}`, { as })).status, as).toBe(404);
  });
});
