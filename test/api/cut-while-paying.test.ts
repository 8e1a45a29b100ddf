import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOTHING, totalOf } from '../../domain/budget/amounts.ts';
import { proofOfUseExample } from '../../domain/forms/proof-of-use/example.ts';
import { amendmentCases } from '../amendment-cases.ts';
import { type BudgetCases, budgetCases } from '../budget-cases.ts';
import { type PaymentCases, paymentCases } from '../payment-cases.ts';
import { type ProofCases, proofCases } from '../proof-cases.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
let cases: BudgetCases;
let payments: PaymentCases;
let proofs: ProofCases;
let amendments: ReturnType<typeof amendmentCases>;
beforeAll(async () => {
  server = await startTestServer({ clock: '2026-11-02T09:00:00.000Z' });
  cases = budgetCases(server);
  payments = paymentCases(server, cases);
  proofs = proofCases(server, cases);
  amendments = amendmentCases(server, cases);
  await cases.frame();
});
afterAll(() => server.close());

/** Less than one of the four instalments of what was granted first. */
const CUT = [
  { kind: 'end', position: 'elterncafe', on: '2027-03-14' },
  { kind: 'position', position: 'kita-sozialarbeit', from: '2027-01-01', annualCost: 18_000_00 },
];
const CUT_TO = 15_680_00;
const ONE = { state: 10_685_19, county: 7_123_45, voluntary: 0 };

/** Of the cut grant 12,500.00 € were spent by the provider and not by others. */
const PROOF = {
  ...proofOfUseExample,
  positions: [
    { id: 'kita-sozialarbeit', months: 1_200, hours: 3_000, cost: 15_000_00, deviation: 'Weniger Stunden.' },
  ],
  training: 0,
  thirdParty: 2_500_00,
  receipts: [{ id: 'b1', on: '2027-12-15', amount: 15_000_00, purpose: 'Alles' }],
};

const REASON = { comment: 'Ein Satz dazu.' };
const moneyOf = async (id: string) => (await cases.headOf(id)).about.money;
const booking = () => ({ reference: `FS-${newId()}`, bookedOn: server.clock.now().slice(0, 10) });
const agrees = async () =>
  (await server.api('GET', '/api/budgets/2027', { as: 'treasurer' })).body.agrees === true;

/** A grant of which the cash office has so many orders. */
const handedOver = async (count: number) => {
  const grant = await payments.granted();
  const orders = (await payments.ordersOf(grant)).slice(0, count);
  for (const id of orders) await payments.goTo(id, 'export');
  await server.api('POST', `/api/payment-exports/${newId()}`, { as: 'treasurer' });
  await server.idle();
  for (const id of orders) expect(await payments.at(id)).toBe('booking');
  return { grant, orders };
};
const cut = async (grant: string) => amendments.finished(await amendments.sent(grant, CUT));

describe('a grant that becomes less while the cash office has an order of it', () => {
  test('pays again of what comes back only what is granted still, whether it was booked or not', async () => {
    const { grant, orders } = await handedOver(2);
    const [one = '', two = ''] = orders;
    await cases.decide('treasurer', one, 'book', booking());
    await cut(grant);
    expect(await moneyOf(grant)).toMatchObject({ committed: ONE, paid: ONE });

    await cases.decide('treasurer', one, 'bounce', { ...booking(), comment: 'Konto erloschen.' });
    expect(await moneyOf(grant)).toMatchObject({ committed: ONE, paid: NOTHING });
    expect((await payments.orderOf(one)).about.successor).toBeUndefined();
    await cases.decide('treasurer', two, 'bounce', { ...booking(), comment: 'Konto erloschen.' });
    expect(totalOf((await moneyOf(grant)).committed)).toBe(CUT_TO);
    const { successor = '' } = (await payments.orderOf(two)).about;
    expect((await payments.orderOf(successor)).about).toMatchObject({ amount: CUT_TO, follows: two });
    expect((await cases.headOf(grant)).about.handedOver).toEqual(NOTHING);
    expect(await agrees()).toBe(true);
  });

  test('has nothing handed over any more beside it that would not be covered', async () => {
    const grant = await payments.granted();
    const [one = '', two = ''] = await payments.ordersOf(grant);
    for (const id of [one, two]) await payments.goTo(id, 'export');
    await cut(grant);
    const { body } = await server.api('POST', `/api/payment-exports/${newId()}`, { as: 'treasurer' });
    await server.idle();
    expect(body.left).toEqual(
      expect.arrayContaining([one, two].map((order) => ({ order, reason: 'not-committed' }))),
    );
    expect([await payments.at(one), await payments.at(two)]).toEqual(['export', 'export']);
  });

  test('keeps committed what that order says: it is booked, and proven', async () => {
    const { grant, orders } = await handedOver(1);
    await cut(grant);
    expect((await cases.headOf(grant)).about.amended).toMatchObject([{ total: CUT_TO }]);
    expect((await moneyOf(grant)).committed).toEqual(ONE);
    await cases.decide('treasurer', orders[0] ?? '', 'book', booking());
    expect(await moneyOf(grant)).toMatchObject({ committed: NOTHING, paid: ONE });

    await server.moveClock('2028-02-01T09:00:00.000Z');
    expect(await payments.at(orders[0] ?? '')).toBe('paid');
    const proof = await proofs.awaited(grant);
    expect((await proofs.save(proof, PROOF)).status).toBe(200);
    expect((await proofs.send(proof)).status).toBe(200);
    await cases.decide('clerk', proof, 'intend-claim', REASON);
    await cases.decide('provider', proof, 'respond', REASON);
    await cases.decide('clerk', proof, 'claim', REASON);
    await proofs.approve(proof);
    const money = await moneyOf(grant);
    expect([totalOf(money.accepted), totalOf(money.paid)]).toEqual([12_500_00, 5_308_64]);
    expect(await agrees()).toBe(true);
  });
});
