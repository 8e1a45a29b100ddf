import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NO_HOLDING } from '../../domain/budget/holding.ts';
import { formatAmount } from '../../domain/money/euros.ts';
import { numberText } from '../../domain/payments/number.ts';
import { type BookingCases, bookingCases } from '../booking-cases.ts';
import { type BudgetCases, budgetCases } from '../budget-cases.ts';
import { type PaymentCases, paymentCases } from '../payment-cases.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

const DAY = '02.11.2026';

let server: TestServer;
let cases: BudgetCases;
let payments: PaymentCases;
let bookings: BookingCases;
beforeAll(async () => {
  server = await startTestServer({ clock: '2026-11-02T09:00:00.000Z' });
  cases = budgetCases(server);
  payments = paymentCases(server, cases);
  bookings = bookingCases(server);
  await cases.frame();
});
afterAll(() => server.close());

const imported = (...lines: string[]) => bookings.imported(...lines);
const book = (id: string, of?: { from?: number; as?: string }) => bookings.book(id, of);
const resultsOf = (id: string) => bookings.resultsOf(id);

/** Orders that were handed over: ids and their numbers as the file has them. */
const handedOver = async (count: number) => {
  const application = await payments.granted();
  const orders = (await payments.ordersOf(application)).slice(0, count);
  for (const id of orders) await payments.goTo(id, 'export');
  await server.api('POST', `/api/payment-exports/${newId()}`, { as: 'treasurer' });
  await server.idle();
  const numbers = await Promise.all(
    orders.map(async (id) => numberText((await payments.orderOf(id)).about.number ?? 0, 'SRB')),
  );
  return { application, orders, numbers };
};
const SUM = formatAmount(17_808_64);

describe('a file of bookings', () => {
  test('enters each payment once, however often it is read and booked', async () => {
    const { application, orders, numbers } = await handedOver(2);
    const lines = numbers.map((number, n) => `A-${number}-${n};${number};${SUM};${DAY};Zahlung;x`);
    const { id, read } = await imported(...lines);
    expect(read.body).toMatchObject({ state: 'valid', rows: 2 });
    expect((await resultsOf(id)).map(([, result]: string[]) => result)).toEqual(['booked', 'booked']);
    for (const order of orders) expect(await payments.at(order)).toBe('booked');
    const { money } = (await cases.headOf(application)).about;
    expect(money.paid).toEqual({ state: 21_370_38, county: 14_246_90, voluntary: 0 });
    // Again, and the same file under another id.
    expect((await resultsOf(id)).map(([, result]: string[]) => result)).toEqual(['counted', 'counted']);
    const again = await imported(...lines);
    expect((await resultsOf(again.id)).map(([, result]: string[]) => result)).toEqual(['counted', 'counted']);
    expect((await cases.headOf(application)).about.money).toEqual(money);
    expect((await server.api('GET', '/api/budgets/2027', { as: 'treasurer' })).body.agrees).toBe(true);
  });

  test('shows a person what fits no order, has another amount or comes twice, and changes nothing by it', async () => {
    const { application, orders, numbers } = await handedOver(1);
    const [number = ''] = numbers;
    const { id } = await imported(
      `B-1;SRB999999;${SUM};${DAY};Zahlung;x`,
      `B-2;ganz etwas anderes;${SUM};${DAY};Zahlung;x`,
      `B-3;${number};17.808,65;${DAY};Zahlung;x`,
      `B-4;${number};${SUM};${DAY};Zahlung;x`,
      `B-5;${number};${SUM};${DAY};Zahlung;x`,
      `B-4;SRB999999;${SUM};${DAY};Zahlung;x`,
    );
    const expected = [
      ['B-1', 'unknown-order'],
      ['B-2', 'unknown-order'],
      ['B-3', 'other-amount'],
      ['B-4', 'booked'],
      ['B-5', 'twice'],
      ['B-4', 'twice'],
    ];
    expect(await resultsOf(id)).toEqual(expected);
    expect(await payments.at(orders[0] ?? '')).toBe('booked');
    expect((await cases.headOf(application)).about.money.paid).toEqual({
      state: 10_685_19,
      county: 7_123_45,
      voluntary: 0,
    });
  });

  test('keeps what is to be clarified until somebody has, with the reason, and changes nothing by that either', async () => {
    const { application, numbers } = await handedOver(1);
    const [number = ''] = numbers;
    const unclear = async (as = 'treasurer') => {
      const { items } = (await server.api('GET', '/api/payment-clarifications', { as })).body;
      return items.filter(({ reference }: { reference: string }) => reference.startsWith('K-'));
    };
    const answer = (id: string, reason: string, as = 'treasurer') =>
      server.api('POST', `/api/payment-clarifications/${id}/answer`, { as, body: { reason } });
    const lines = [`K-1;SRB999999;${SUM};${DAY};Zahlung;x`, `K-2;${number};1,00;${DAY};Zahlung;x`];
    const { id } = await imported(...lines);
    await book(id);
    // Again, and in another file: they are the same.
    await book(id);
    await book((await imported(...lines)).id);
    expect(
      (await unclear()).map((one: Record<string, unknown>) => [one.reference, one.result, one.state]),
    ).toEqual(
      expect.arrayContaining([
        ['K-1', 'unknown-order', 'open'],
        ['K-2', 'other-amount', 'open'],
      ]),
    );
    expect(await unclear()).toHaveLength(2);
    const before = (await cases.headOf(application)).about.money;
    const one = (await unclear('auditor')).find(
      ({ reference }: { reference: string }) => reference === 'K-1',
    );
    for (const as of ['clerk', 'head', 'auditor', 'provider'])
      expect((await answer(one.id, 'Nein.', as)).status, as).toBe(403);
    expect((await answer(one.id, ' ')).status).toBe(422);
    expect((await answer('0'.repeat(64), 'Gibt es nicht.')).status).toBe(404);
    const said = await answer(one.id, 'Gehört zum Jugendzentrum.');
    expect(said.body).toMatchObject({
      state: 'clarified',
      answered: { reason: 'Gehört zum Jugendzentrum.', byName: expect.any(String) },
    });
    // The answer got lost and it is sent again; nobody says anything else to it.
    expect((await answer(one.id, 'Gehört zum Jugendzentrum.')).status).toBe(200);
    expect((await answer(one.id, 'Doch nicht.')).body.type).toBe('/problems/clarified-already');
    // Read once more it stays clarified.
    await book(id);
    const now = await unclear();
    expect(now.map((of: Record<string, unknown>) => [of.reference, of.state])).toEqual([
      ['K-2', 'open'],
      ['K-1', 'clarified'],
    ]);
    expect((await cases.headOf(application)).about.money).toEqual(before);
  });

  test('enters nothing of a day to come, or before the order was handed over, as nobody could by hand', async () => {
    const { orders, numbers } = await handedOver(1);
    const [number = ''] = numbers;
    const { id } = await imported(
      `N-1;${number};${SUM};03.11.2026;Zahlung;x`,
      `N-2;${number};${SUM};01.11.2026;Zahlung;x`,
      `N-3;${number};${SUM};01.11.2026;Rückgabe;x`,
    );
    expect((await resultsOf(id)).map(([, result]: string[]) => result)).toEqual(Array(3).fill('other-day'));
    expect(await payments.at(orders[0] ?? '')).toBe('booking');
  });

  test('takes back what the bank returned, and another order takes its place', async () => {
    const { application, orders, numbers } = await handedOver(1);
    const [number = ''] = numbers;
    const { id } = await imported(
      `C-1;${number};${SUM};${DAY};Zahlung;x`,
      `C-2;${number};${SUM};${DAY};Rückgabe;x`,
    );
    expect(await resultsOf(id)).toEqual([
      ['C-1', 'booked'],
      ['C-2', 'returned'],
    ]);
    const { money, grant } = (await cases.headOf(application)).about;
    expect(money).toEqual({
      ...NO_HOLDING,
      committed: { state: 42_740_74, county: 28_493_82, voluntary: 0 },
    });
    expect(grant?.instalments.at(-1)).toMatchObject({ n: 5, follows: 1 });
    expect(await payments.at(orders[0] ?? '')).toBe('returned');
    expect(await resultsOf(id)).toEqual([
      ['C-1', 'counted'],
      ['C-2', 'counted'],
    ]);
  });

  test('is taken as a whole or not at all: every fault is told with row and column', async () => {
    const { id, read } = await imported(
      `D-1;SRB000001;${SUM};${DAY};Zahlung;x`,
      `D#2;SRB000001;1.234;31.02.2026;Zahlung;x`,
      `;SRB000001;${SUM};${DAY};;x`,
    );
    expect(read.body).toMatchObject({ state: 'refused', faultCount: 4 });
    expect(
      read.body.faults.map(({ row, column, code }: Record<string, unknown>) => [row, column, code]),
    ).toEqual([
      [3, 'Buchungsnummer', 'reference'],
      [3, 'Betrag', 'amount'],
      [3, 'Buchungsdatum', 'date'],
      [4, 'Buchungsnummer', 'required'],
    ]);
    expect((await book(id)).body.type).toBe('/problems/import-not-valid');
  });

  test('goes on where one call ended, and is the treasurer’s', async () => {
    const lines = Array.from({ length: 60 }, (_, n) => `E-${n};SRB999999;${SUM};${DAY};Zahlung;x`);
    const { id } = await imported(...lines);
    const first = (await book(id)).body;
    expect([first.items.length, first.next, first.rows]).toEqual([50, 50, 60]);
    const second = (await book(id, { from: 50 })).body;
    expect([second.items.length, second.next]).toEqual([10, undefined]);
    for (const as of ['clerk', 'head', 'auditor', 'provider', 'coordinator'])
      expect((await book(id, { as })).status, as).toBe(403);
    expect((await book(newId())).status).toBe(404);
    const indicators = await server.api('POST', `/api/imports/${newId()}`, {
      as: 'treasurer',
      body: { kind: 'indicators', name: 'x.csv', size: 1 },
    });
    expect(indicators.status).toBe(403);
  });

  test('enters nothing for whoever ordered it', async () => {
    await cases.person('both', { roles: ['head', 'treasurer'] });
    const [id = ''] = await payments.ordersOf(await payments.granted());
    await payments.goTo(id, 'order');
    await cases.decide('both', id, 'order');
    await server.api('POST', `/api/payment-exports/${newId()}`, { as: 'treasurer' });
    await server.idle();
    const number = numberText((await payments.orderOf(id)).about.number ?? 0, 'SRB');
    const file = await imported(`F-1;${number};${SUM};${DAY};Zahlung;x`);
    const { body } = await book(file.id, { as: 'both' });
    expect(body.items).toMatchObject([{ result: 'four-eyes' }]);
    expect(await resultsOf(file.id)).toEqual([['F-1', 'booked']]);
  });
});

/** At the end: it moves the clock. */
describe('a booking that is to be clarified', () => {
  test('is clarified by itself when it can be entered after all', async () => {
    const application = await payments.granted();
    const [order = ''] = await payments.ordersOf(application);
    await payments.goTo(order, 'export');
    await server.api('POST', `/api/payment-exports/${newId()}`, { as: 'treasurer' });
    await server.idle();
    const number = numberText((await payments.orderOf(order)).about.number ?? 0, 'SRB');
    // Of tomorrow, as the clock has it.
    const { id } = await imported(`L-1;${number};${SUM};03.11.2026;Zahlung;x`);
    await book(id);
    await server.moveClock('2026-11-03T09:00:00.000Z');
    expect(await resultsOf(id)).toEqual([['L-1', 'booked']]);
    const { items } = (await server.api('GET', '/api/payment-clarifications', { as: 'treasurer' })).body;
    const found = items.find(({ reference }: { reference: string }) => reference === 'L-1');
    expect(found).toMatchObject({ state: 'clarified', result: 'other-day' });
    expect(found.answered.reason).toBeUndefined();
  });
});
