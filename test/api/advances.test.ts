import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { totalOf } from '../../domain/budget/amounts.ts';
import { NO_HOLDING } from '../../domain/budget/holding.ts';
import type { ProofHead } from '../../domain/forms/proof-of-use/particulars.ts';
import { confirmed, proposed } from '../../domain/payments/payee.ts';
import { proofIdOf } from '../../functions/cases/open-proof.ts';
import { changeHeadOf, readHead } from '../../functions/store/heads.ts';
import { type BudgetCases, budgetCases, SHA } from '../budget-cases.ts';
import { type PaymentCases, paymentCases } from '../payment-cases.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

/** 80 % of a twelfth of 71,234.56 €, as the county of these tests pays it. */
const MONTHLY = 4_748_97;

let server: TestServer;
let cases: BudgetCases;
let payments: PaymentCases;
beforeAll(async () => {
  server = await startTestServer({ clock: '2027-12-20T09:00:00.000Z' });
  cases = budgetCases(server);
  payments = paymentCases(server, cases);
  await cases.frame();
  await cases.frame({ year: 2028, state: 'provisional' });
});
afterAll(() => server.close());

const today = () => server.clock.now().slice(0, 10);
const budget = async (year = 2028) =>
  (await server.api('GET', `/api/budgets/${year}`, { as: 'treasurer' })).body;

const plan = (id: string, months: number, as = 'clerk') =>
  server.api('POST', `/api/budget-applications/${id}/advances`, { as, body: { months } });
const moneyOf = async (id: string) => (await cases.headOf(id)).about.money;
const finish = async (id: string) => {
  await cases.decide('clerk', id, 'post', { sentOn: today() });
  await cases.decide('clerk', id, 'waive', { receivedOn: today() });
  await server.idle();
};

/** Certified, ordered by another, handed over and booked. */
const paid = async (order: string) => {
  await payments.goTo(order, 'export');
  await server.api('POST', `/api/payment-exports/${newId()}`, { as: 'treasurer' });
  await server.idle();
  await cases.decide('treasurer', order, 'book', { reference: `FS-${order}`, bookedOn: today() });
};

describe('advances on what goes on from last year, while the frame is provisional', () => {
  test('are payment orders whose money is committed, and the first instalments of the grant settle them', async () => {
    const id = await payments.goingOn();
    expect(await cases.at(id)).toBe('continuation');
    const { body: file } = await server.api('GET', `/api/budget-applications/${id}`, { as: 'clerk' });
    expect(file.advances).toEqual({ planned: false, monthly: MONTHLY, months: 3 });

    const planned = await plan(id, 2);
    expect([planned.status, planned.body.open]).toEqual([200, 2 * MONTHLY]);
    expect(planned.body.instalments).toMatchObject([
      { n: 1, due: '2028-01-01', amount: MONTHLY, advance: true },
      { n: 2, due: '2028-02-01', amount: MONTHLY, advance: true },
    ]);
    expect(totalOf((await moneyOf(id)).committed)).toBe(2 * MONTHLY);
    expect((await budget()).agrees).toBe(true);
    expect(totalOf((await budget()).sums.committed)).toBe(2 * MONTHLY);

    // Every order goes its usual way, by two people; nobody takes the application back over it.
    const [first = '', second = ''] = await payments.ordersOf(id);
    await payments.goTo(first, 'certify');
    await cases.decide('clerk', first, 'certify');
    expect((await server.decide('clerk', first, 'order')).status).toBe(403);
    await paid(first);
    expect((await server.decide('provider', id, 'withdraw')).status).toBe(422);
    const { body: order } = await server.api('GET', `/api/payment-orders/${second}`, { as: 'head' });
    expect(order.advance).toBe(true);

    await cases.frame({ year: 2028 });
    await cases.decide('clerk', id, 'confirm');
    await server.idle();
    await cases.decide('clerk-2', id, 'grant');
    await cases.goTo(id, 'announce');
    const applied = (await cases.headOf(id)).about.applied ?? 0;
    expect(await moneyOf(id)).toMatchObject({
      requested: NO_HOLDING.requested,
      reserved: NO_HOLDING.reserved,
    });
    await finish(id);
    const { about } = await cases.headOf(id);
    expect(totalOf(about.money.committed) + totalOf(about.money.paid)).toBe(applied);
    const instalments = about.grant?.instalments ?? [];
    expect(instalments.reduce((sum, { amount }) => sum + amount, 0)).toBe(applied);
    const quarter = Math.ceil(applied / 4);
    expect(instalments[2]).toMatchObject({ n: 3, due: '2028-02-15', amount: quarter - 2 * MONTHLY });
    expect(instalments).toHaveLength(6);
    expect((await budget()).agrees).toBe(true);
    // It is paid to the end like every grant.
    for (const { order: one } of instalments.slice(1)) await paid(one);
    expect(totalOf((await moneyOf(id)).paid)).toBe(applied);
  });

  test('go to the account that last year’s grant is paid to by now, and not released by who brought it', async () => {
    await cases.frame({ year: 2041 });
    await cases.frame({ year: 2042, state: 'provisional' });
    const other = { holder: 'Verbandsgemeinde Alzey-Land, Kasse', iban: 'DE02120300000000202051' };
    const id = await payments.goingOn(2041, async (grant) => {
      await changeHeadOf(server.store, 'budget-application', grant, (now) => {
        const { grant: paying } = now.about;
        if (!paying) throw new Error('nothing is paid');
        const entered = proposed(paying.payee, other, {
          by: { person: 'clerk' },
          at: now.createdAt,
          waitDays: 7,
        });
        const payee = confirmed(entered, { by: { person: 'clerk-2' }, at: now.createdAt });
        return { head: { ...now, about: { ...now.about, grant: { ...paying, payee } } } };
      });
      return other;
    });
    expect(await cases.at(id)).toBe('continuation');
    expect((await plan(id, 1)).body.payee).toMatchObject(other);
    const [order = ''] = await payments.ordersOf(id);
    await cases.decide('clerk-2', order, 'certify-now');
    const own = await server.decide('clerk', order, 'certify');
    expect([own.status, own.body.type]).toEqual([403, '/problems/four-eyes']);
    await cases.decide('clerk-2', order, 'certify');
    expect((await payments.orderOf(order)).about.certified).toMatchObject(other);
  });

  test('are none once the frame is in force, of what does not go on, of too many months, or for others than the clerk', async () => {
    const id = await payments.goingOn();
    const refused = await plan(id, 1);
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/no-advances']);
    const other = await cases.submitted();
    expect((await plan(other, 1)).status).toBe(409);
    for (const as of ['head', 'treasurer', 'provider', 'coordinator'])
      expect((await plan(id, 1, as)).status, as).toBe(403);
    expect((await plan(id, 13)).status).toBe(422);
  });

  test('are claimed back when the application is refused, and only when none is on its way any more', async () => {
    await cases.frame({ year: 2037 });
    await cases.frame({ year: 2038, state: 'provisional' });
    const id = await payments.goingOn(2037);
    expect((await plan(id, 2)).status).toBe(200);
    const [first = '', second = ''] = await payments.ordersOf(id);
    await paid(first);
    await cases.decide('clerk', id, 'examine', { comment: 'Die Kita schließt.' });
    await cases.goTo(id, 'decision');
    const refuse = () => cases.decide('clerk-2', id, 'refuse', { comment: 'Die Kita schließt.' });
    await refuse();
    await cases.decide('provider', id, 'respond', { comment: 'Schade.' });
    await refuse();
    await cases.looked(id);
    const early = await server.decide('head', id, 'approve', { document: SHA });
    expect([early.status, early.body.type]).toEqual([409, '/problems/payments-open']);
    await cases.decide('clerk', second, 'cancel', { comment: 'Wird nicht mehr gezahlt.' });
    // A bank may send the paid one back for two months.
    await server.moveClock('2028-03-10T09:00:00.000Z');
    expect(await payments.at(first)).toBe('paid');
    await cases.goTo(id, 'announce');
    const money = await moneyOf(id);
    expect([totalOf(money.committed), totalOf(money.paid)]).toEqual([0, MONTHLY]);
    await finish(id);
    const head = await cases.headOf(id);
    const proof = await readHead(server.store, proofIdOf(head));
    expect(proof).toMatchObject({ at: 'filing', about: { application: id } });
    // Three weeks, and not the spring of the year after.
    expect((proof as ProofHead).about.fileBy < '2028-05-01').toBe(true);
    const { body } = await server.api('GET', '/api/budgets/2038/closing', { as: 'treasurer' });
    expect(body.unsettled).toMatchObject([{ application: id, reason: 'proof-awaited', amount: MONTHLY }]);
    expect((await budget(2038)).agrees).toBe(true);
    await server.moveClock('2028-06-20T09:00:00.000Z');
    const claimed = await readHead(server.store, proofIdOf(head));
    expect(claimed?.at).toBe('missing');
    await cases.decide('clerk', claimed?.id ?? '', 'intend-withdrawal', { comment: 'Nichts kam.' });
    await cases.decide('provider', claimed?.id ?? '', 'respond', { comment: 'Wir zahlen zurück.' });
    await cases.decide('clerk', claimed?.id ?? '', 'claim', { comment: 'Der Antrag wurde abgelehnt.' });
    await server.idle();
    expect(await readHead(server.store, proofIdOf(head))).toMatchObject({
      at: 'approval',
      about: { claim: { paid: MONTHLY, recognised: 0, repayment: MONTHLY } },
    });
    const { body: notice, status } = await server.api('POST', `/api/submissions/${proofIdOf(head)}/notice`, {
      as: 'head',
    });
    expect([status, notice.sha256]).toEqual([200, expect.any(String)]);
  });
});
