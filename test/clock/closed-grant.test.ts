import { afterAll, beforeAll, expect, test } from 'vitest';
import { proofOfUseExample as example } from '../../domain/forms/proof-of-use/example.ts';
import { amendmentCases } from '../amendment-cases.ts';
import { type BudgetCases, budgetCases } from '../budget-cases.ts';
import { type PaymentCases, paymentCases } from '../payment-cases.ts';
import { type ProofCases, proofCases } from '../proof-cases.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
let cases: BudgetCases;
let payments: PaymentCases;
let proofs: ProofCases;
beforeAll(async () => {
  server = await startTestServer({ clock: '2026-10-13T08:00:00.000Z' });
  cases = budgetCases(server);
  payments = paymentCases(server, cases);
  proofs = proofCases(server, cases);
  await cases.frame();
});
afterAll(() => server.close());

const at = (day: string) => server.moveClock(`${day}T10:00:00.000Z`);
const total = (amounts: { state: number; county: number; voluntary: number }) =>
  amounts.state + amounts.county + amounts.voluntary;

/** Certified, ordered, handed over and booked, each by who may. */
const pay = async (order: string, bookedOn: string) => {
  await payments.goTo(order, 'export');
  await server.api('POST', `/api/payment-exports/${newId()}`, { as: 'treasurer' });
  await server.idle();
  await cases.decide('treasurer', order, 'book', { reference: `2027-${order.slice(0, 8)}`, bookedOn });
};

test('a Kita changes its provider in the middle of a year: the grant closes that day with a partial proof', async () => {
  const only = { kitas: ['biebelnheim'], shares: [{ kita: 'biebelnheim', percent: 10_000 }] };
  const application = await payments.granted(only);
  const proof = await proofs.awaited(application);
  const orders = await payments.ordersOf(application);
  await at('2027-02-15');
  await pay(orders[0] ?? '', '2027-02-15');

  // In April its provider says that the Kita goes to another one at the end of June. Less than half of 71,234.56 € is left.
  await at('2027-04-05');
  const amendments = amendmentCases(server, cases);
  const change = { kind: 'kita-left', kita: 'biebelnheim', on: '2027-06-30' };
  await amendments.finished(await amendments.sent(application, [change], { reason: 'provider-changed' }));
  const granted = (await cases.headOf(application)).about.amended?.[0]?.total ?? 0;
  expect(granted).toBeLessThan(71_234_56 / 2);
  expect(await proofs.headOf(proof)).toMatchObject({
    at: 'filing',
    about: { closedOn: '2027-06-30', fileBy: '2027-09-28' },
  });

  // Half a year after its end nobody waits for the next spring: it is late in September, and the provider is reminded.
  await at('2027-05-17');
  await pay(orders[1] ?? '', '2027-05-17');
  // The last two together, for the grant has ended: nobody waits for November.
  await at('2027-08-16');
  for (const order of orders.slice(2)) await pay(order, '2027-08-16');
  await at('2027-09-30');
  expect(await proofs.headOf(proof)).toMatchObject({ at: 'filing', missed: 1 });
  const { basis } = await proofs.file(proof, 'provider');
  expect(basis.period).toEqual({ from: '2027-01-01', to: '2027-06-30' });
  const positions = basis.positions.map((one: { id: string; hours: number; granted: number }) => ({
    id: one.id,
    hours: one.hours,
    months: 100,
    cost: one.granted,
    vacancy: 'Nicht immer besetzt.',
  }));
  const amount = basis.granted + basis.thirdParty;
  const receipts = [{ id: 'b1', on: '2027-06-30', amount, purpose: 'Lohnkonten bis Ende Juni' }];
  await proofs.save(proof, { ...example, positions, receipts, training: basis.training });
  expect((await proofs.send(proof)).status).toBe(200);

  // Two months after the last payment no bank sends it back any more.
  await at('2027-10-20');
  expect(total((await cases.headOf(application)).about.money.paid)).toBe(granted);
  await cases.decide('clerk', proof, 'accept-proof');

  const { money } = (await cases.headOf(application)).about;
  expect([total(money.committed), total(money.paid), total(money.accepted)]).toEqual([0, 0, granted]);
  expect(await proofs.headOf(proof)).toMatchObject({ at: 'closed' });
  expect(server.clock.now() < '2028-01-01').toBe(true);
  expect((await server.api('GET', '/api/budgets/2027', { as: 'treasurer' })).body.agrees).toBe(true);
});
