import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatAmount } from '../../domain/money/euros.ts';
import { type BookingCases, bookingCases } from '../booking-cases.ts';
import { type BudgetCases, budgetCases } from '../budget-cases.ts';
import { type ProofCases, proofCases } from '../proof-cases.ts';
import { startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
let cases: BudgetCases;
let proofs: ProofCases;
let bookings: BookingCases;
beforeAll(async () => {
  server = await startTestServer({ clock: '2026-11-02T09:00:00.000Z' });
  cases = budgetCases(server);
  proofs = proofCases(server, cases);
  bookings = bookingCases(server);
  await cases.frame();
});
afterAll(() => server.close());

const REASON = { comment: 'Ein Satz dazu.' };
const SUM = formatAmount(23_744_85);
const line = (reference: string, number: string, sum = SUM, kind = 'Zahlung', on = '02.11.2026') =>
  `${reference};${number};${sum};${on};${kind};x`;
const moneyOf = async (application: string) => (await cases.headOf(application)).about.money;

/** A claim on 23,744.85 € that was posted; nobody has waived an objection yet. */
const claimed = async (approver = 'head') => {
  const { application, id } = await proofs.filed();
  await cases.decide('clerk', id, 'intend-claim', REASON);
  await cases.decide('provider', id, 'respond', REASON);
  await cases.decide('clerk', id, 'claim', REASON);
  await proofs.cancelOrders(application);
  await proofs.approve(id, approver);
  await cases.decide('clerk', id, 'post', { sentOn: proofs.today() });
  const number = (await proofs.headOf(id)).about.claim?.number ?? '';
  return { application, id, number };
};
const waived = async (approver?: string) => {
  const made = await claimed(approver);
  await cases.decide('clerk', made.id, 'waive', { receivedOn: proofs.today() });
  return made;
};

describe('money that was claimed back', () => {
  test('is found by a file of bookings that names the claim, and counts once', async () => {
    const { application, id, number } = await waived();
    expect(number).toMatch(/^RF\d{6}$/);
    // As somebody wrote it, in small letters and with a space.
    const file = await bookings.imported(
      line('R-1', `${number.slice(0, 2).toLowerCase()} ${number.slice(2)}`),
    );
    expect(await bookings.resultsOf(file.id)).toEqual([['R-1', 'repaid']]);
    expect(await proofs.headOf(id)).toMatchObject({
      at: 'closed',
      about: { repaid: { reference: 'R-1', on: '2026-11-02' }, result: { on: '2026-11-02' } },
    });
    const money = await moneyOf(application);
    expect(money).toMatchObject({
      paid: { state: 0, county: 0, voluntary: 0 },
      returned: { state: 14_246_91, county: 9_497_94, voluntary: 0 },
    });
    // Again, as another file, and under another reference.
    expect(await bookings.resultsOf(file.id)).toEqual([['R-1', 'counted']]);
    const again = await bookings.imported(line('R-1', number), line('R-1b', number));
    expect(await bookings.resultsOf(again.id)).toEqual([
      ['R-1', 'counted'],
      ['R-1b', 'twice'],
    ]);
    expect(await moneyOf(application)).toEqual(money);
    expect((await server.api('GET', '/api/budgets/2027', { as: 'treasurer' })).body.agrees).toBe(true);
    expect((await proofs.file(id)).repaid).toEqual({ reference: 'R-1', on: '2026-11-02' });
    expect((await proofs.file(id, 'provider')).repaid).toBeUndefined();
    const { body } = await server.api('GET', `/api/submissions/${id}/log`, { as: 'auditor' });
    expect(body.whole).toBe(true);
    expect(body.items.filter(({ what }: { what: string }) => what === 'booked')).toHaveLength(1);
  });

  test('that does not fit is shown to a person and changes nothing', async () => {
    const { application, id, number } = await claimed();
    const early = await bookings.imported(line('R-2', number));
    expect(await bookings.resultsOf(early.id)).toEqual([['R-2', 'not-due']]);
    await cases.decide('clerk', id, 'waive', { receivedOn: proofs.today() });
    const money = await moneyOf(application);
    const file = await bookings.imported(
      line('R-3', number, formatAmount(10_000_00)),
      line('R-4', number, formatAmount(23_744_86)),
      line('R-5', number, SUM, 'Rückgabe'),
      line('R-6', number, SUM, 'Zahlung', '03.11.2026'),
      line('R-7', 'RF999999'),
      line('R-1', number),
    );
    expect(await bookings.resultsOf(file.id)).toEqual([
      ['R-3', 'other-amount'],
      ['R-4', 'other-amount'],
      ['R-5', 'not-claimed'],
      ['R-6', 'other-day'],
      ['R-7', 'unknown-order'],
      ['R-1', 'twice'],
    ]);
    expect(await moneyOf(application)).toEqual(money);
    expect(await proofs.at(id)).toBe('repayment');
    // The file that came too early is held against the claim once more.
    expect(await bookings.resultsOf(early.id)).toEqual([['R-2', 'repaid']]);
    expect(await proofs.at(id)).toBe('closed');
  });

  test('is entered by nobody who approved the claim', async () => {
    await cases.person('both', { roles: ['head', 'treasurer'] });
    const { id, number } = await waived('both');
    const file = await bookings.imported(line('R-8', number));
    const { body } = await bookings.book(file.id, { as: 'both' });
    expect(body.items).toMatchObject([{ result: 'four-eyes' }]);
    expect(await bookings.resultsOf(file.id)).toEqual([['R-8', 'repaid']]);
    expect(await proofs.at(id)).toBe('closed');
  });

  test('keeps its number when the claim is drafted anew, and no two claims have the same', async () => {
    const { id, number } = await claimed();
    const other = await claimed();
    expect(other.number).not.toBe(number);
    await cases.decide('clerk', id, 'object', { receivedOn: proofs.today() });
    await cases.decide('clerk', id, 'remedy', REASON);
    await cases.decide('clerk', id, 'intend-claim', REASON);
    await cases.decide('provider', id, 'respond', REASON);
    await cases.decide('clerk', id, 'claim', REASON);
    expect((await proofs.headOf(id)).about.claim?.number).toBe(number);
  });
});
