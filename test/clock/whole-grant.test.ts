import { afterAll, beforeAll, expect, test } from 'vitest';
import { proofOfUseExample as example } from '../../domain/forms/proof-of-use/example.ts';
import { readHead } from '../../functions/store/heads.ts';
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
const moneyOf = async (id: string) => (await cases.headOf(id)).about.money;
const total = (amounts: { state: number; county: number; voluntary: number }) =>
  amounts.state + amounts.county + amounts.voluntary;
const budget = async () => (await server.api('GET', '/api/budgets/2027', { as: 'treasurer' })).body;

/** Certified, ordered, handed over and booked, each by who may. */
const pay = async (order: string, day: string) => {
  await payments.goTo(order, 'export');
  const sent = await server.api('POST', `/api/payment-exports/${newId()}`, { as: 'treasurer' });
  expect(sent.status).toBeLessThan(300);
  await server.idle();
  await cases.decide('treasurer', order, 'book', { reference: `2027-${order.slice(0, 8)}`, bookedOn: day });
};

/** What became of each position that is granted in the end, and 49,310.56 € in all. */
const proofOf = (
  { basis }: { basis: { positions: { id: string; hours: number }[] } },
  months: Record<string, number>,
) => {
  const costs: Record<string, number> = {
    'kita-sozialarbeit': 22_000_00,
    'kita-sozialarbeit-2': 24_941_20,
    elterncafe: 4_310_86,
  };
  const spent = Object.values(costs).reduce((sum, cost) => sum + cost, 0);
  return {
    ...example,
    receipts: [
      {
        id: 'b1',
        on: '2027-12-15',
        amount: spent + example.training,
        purpose: 'Lohnkonten und Fachberatung',
      },
    ],
    positions: basis.positions.map(({ id, hours }) => ({
      id,
      hours,
      months: months[id] ?? 0,
      cost: costs[id] ?? 0,
      vacancy: 'Die Stelle war nicht immer besetzt.',
      deviation: 'Es wurde weniger ausgegeben als bewilligt.',
    })),
  };
};

test('a grant goes its whole way: granted, amended, paid in four instalments, proven, returned, claimed, paid back, closed, deleted', async () => {
  const application = await cases.goTo(await cases.submitted(), 'announce');
  await cases.decide('clerk', application, 'post', { sentOn: '2026-10-13' });
  expect(await cases.at(application)).toBe('objection-period');
  await at('2026-11-27');
  expect(await cases.at(application)).toBe('final');
  const orders = await payments.ordersOf(application);
  expect(orders).toHaveLength(4);
  const proof = await proofs.awaited(application);
  expect(await proofs.at(proof)).toBe('filing');

  // Paid on the instalments' days; in April the grant is amended.
  for (const [n, day] of ['2027-02-15', '2027-05-17', '2027-08-16', '2027-11-15'].entries()) {
    if (n === 1) {
      await at('2027-04-05');
      const amendments = amendmentCases(server, cases);
      const change = {
        kind: 'position',
        position: 'kita-sozialarbeit',
        from: '2027-07-01',
        annualCost: 54_000_00,
      };
      await amendments.finished(await amendments.sent(application, [change], { from: '2027-07-01' }));
      expect((await cases.headOf(application)).about.amended?.[0]?.total).toBe(73_055_41);
    }
    await at(day);
    await pay(orders[n] ?? '', day);
    expect((await budget()).agrees).toBe(true);
  }
  expect(total((await moneyOf(application)).paid)).toBe(73_055_41);

  // Late in 2028: a reminder, then the proof; a return; 23,744.85 € to be paid back after a hearing.
  await at('2028-04-03');
  expect((await proofs.headOf(proof)).missed).toBe(1);
  const months = { 'kita-sozialarbeit': 600, 'kita-sozialarbeit-2': 600, elterncafe: 350 };
  await proofs.save(proof, proofOf(await proofs.file(proof, 'provider'), months));
  expect((await proofs.send(proof)).status).toBe(200);
  const query = { fields: [{ path: 'report.goals', reason: 'Bitte mit Zahlen.' }] };
  await cases.decide('clerk', proof, 'query', query);
  await at('2028-04-10');
  const again = proofOf(await proofs.file(proof, 'clerk'), months);
  const goals = { ...again.report, goals: 'In beiden Kitas 64 Familien beraten.' };
  expect((await proofs.save(proof, { ...again, report: goals }, { seen: 1 })).status).toBe(200);
  expect((await proofs.send(proof, 2)).status).toBe(200);
  await cases.decide('clerk', proof, 'intend-claim', { comment: 'Nicht alles ist nachgewiesen.' });
  await at('2028-05-03');
  expect(await proofs.at(proof)).toBe('claim');
  await cases.decide('clerk', proof, 'claim', { comment: 'Nicht alles ist nachgewiesen.' });
  expect((await proofs.headOf(proof)).about.claim).toMatchObject({
    paid: 73_055_41,
    recognised: 49_310_56,
    repayment: 23_744_85,
  });
  await proofs.approve(proof);
  await cases.decide('clerk', proof, 'post', { sentOn: '2028-05-03' });
  // A month after the fourth day, and three working days to enter what came on the last of it.
  await at('2028-06-13');
  expect(await proofs.at(proof)).toBe('repayment');
  const open = await server.api('GET', '/api/budgets/2027/closing', { as: 'treasurer' });
  expect(
    open.body.unsettled.map(({ reason, amount }: { reason: string; amount: number }) => [reason, amount]),
  ).toEqual([['repayment-awaited', 23_744_85]]);
  await cases.decide('treasurer', proof, 'money-back', { receivedOn: '2028-06-13' });

  const money = await moneyOf(application);
  expect([total(money.committed), total(money.paid)]).toEqual([0, 0]);
  expect([total(money.accepted), total(money.returned)]).toEqual([49_310_56, 23_744_85]);

  // The year is closed, and the files go ten years after the end of the proof.
  const { body } = await server.api('GET', '/api/budgets/2027', { as: 'treasurer' });
  const closed = await server.api('PUT', '/api/budgets/2027', {
    as: 'treasurer',
    body: { state: 'closed', figure: 133_920_900, voluntary: 0 },
    headers: { 'if-match': `"${body.version}"` },
  });
  expect([closed.status, closed.body.agrees]).toEqual([200, true]);
  const closing = await server.api('GET', '/api/budgets/2027/closing', { as: 'auditor' });
  expect(closing.body).toMatchObject({
    state: 'closed',
    proven: 49_310_56,
    settlement: { state: 29_586_34, county: 19_724_22 },
    returned: 23_744_85,
    unsettled: [],
  });
  await at('2038-06-12');
  expect(await readHead(server.store, application)).toBeDefined();
  await at('2038-06-15');
  expect(await readHead(server.store, proof)).toBeUndefined();
  expect(await readHead(server.store, application)).toBeUndefined();
  for (const order of orders) expect(await readHead(server.store, order)).toBeUndefined();
});
