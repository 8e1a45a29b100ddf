import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NO_HOLDING } from '../../domain/budget/holding.ts';
import { budgetApplicationExample as example } from '../../domain/forms/budget-application/example.ts';
import { readExportRows } from '../../functions/store/exports.ts';
import { headItem } from '../../functions/store/heads.ts';
import { type BudgetCases, budgetCases } from '../budget-cases.ts';
import { type PaymentCases, paymentCases } from '../payment-cases.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

const DAY = '2026-11-02';
const INSTALMENT = { state: 10_685_19, county: 7_123_45, voluntary: 0 };

let server: TestServer;
let cases: BudgetCases;
let payments: PaymentCases;
beforeAll(async () => {
  server = await startTestServer({ clock: `${DAY}T09:00:00.000Z` });
  cases = budgetCases(server);
  payments = paymentCases(server, cases);
  await cases.frame();
});
afterAll(() => server.close());

const hand = (id: string, as = 'treasurer') => server.api('POST', `/api/payment-exports/${id}`, { as });
const textOf = async (id: string, as = 'treasurer') => {
  const { body } = await server.api('GET', `/api/payment-exports/${id}/file`, { as });
  return Buffer.from(await (await fetch(body.url)).arrayBuffer());
};
/** The first orders of as many new grants, ordered. */
const ordered = async (count: number): Promise<string[]> => {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const [id = ''] = await payments.ordersOf(await payments.granted());
    ids.push(await payments.goTo(id, 'export'));
  }
  return ids;
};
const numberOf = async (id: string) => (await payments.orderOf(id)).about.number;
let references = 0;
const reference = () => {
  references += 1;
  return `FS-${references}`;
};
const handedOver = async (id: string) => {
  await hand(newId());
  await server.idle();
  expect(await payments.at(id)).toBe('booking');
};

describe('an export', () => {
  test('takes along every order that was ordered, each once, numbered without a gap', async () => {
    const ids = await ordered(3);
    const first = newId();
    const { status, body } = await hand(first);
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({ id: first, rows: 3, amount: 3 * 17_808_64, state: 'closed', left: [] }),
    ]);
    const rows = await readExportRows(server.store, first);
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(new Set(rows.map(({ order }) => order))).toEqual(new Set(ids));
    // The same once more, for the answer was lost; and another one finds nothing.
    expect((await hand(first)).body).toMatchObject({ id: first, rows: 3 });
    const other = await hand(newId());
    expect([other.status, other.body.type]).toEqual([409, '/problems/nothing-to-export']);
    const next = newId();
    const [late = ''] = await ordered(1);
    await hand(next);
    expect(await numberOf(late)).toBe(4);
    const { body: list } = await server.api('GET', '/api/payment-exports', { as: 'auditor' });
    expect(list.items.map(({ id }: { id: string }) => id)).toEqual([next, first]);
  });

  test('is a file in the county’s format, the same bytes every time', async () => {
    const [id = ''] = await ordered(1);
    const batch = newId();
    await hand(batch);
    const file = await textOf(batch);
    const { about } = await payments.orderOf(id);
    const number = `SRB${String(about.number).padStart(6, '0')}`;
    const [heading, line, end] = file.toString().split('\r\n');
    expect(heading).toMatch(/^\ufeffAnordnungsnummer;Buchungsstelle;Haushaltsjahr;/);
    expect(line).toBe(
      [
        number,
        '36500.54310000;2027',
        example.accountHolder,
        example.iban,
        '15.02.2027;17808,64;10685,19;7123,45;0,00',
        about.fileNumber,
        `Sozialraumbudget 2027 Rate 1 ${about.fileNumber}`,
        'Olga Annahme;Rosa Leitbild',
      ].join(';'),
    );
    expect(end).toBe('');
    expect(await textOf(batch, 'auditor')).toEqual(file);
  });

  test('is the treasurer’s, and nobody else’s', async () => {
    await ordered(1);
    for (const as of ['clerk', 'head', 'auditor', 'provider', 'kita', 'coordinator', 'admin'])
      expect((await hand(newId(), as)).status, as).toBe(403);
    const batch = newId();
    await hand(batch);
    for (const as of ['clerk', 'head', 'provider', 'admin'])
      expect((await server.api('GET', `/api/payment-exports/${batch}/file`, { as })).status, as).toBe(403);
    expect(
      (await server.api('GET', `/api/payment-exports/${newId()}/file`, { as: 'treasurer' })).status,
    ).toBe(404);
  });

  test('of two people at the same moment gives every order one number', async () => {
    const ids = await ordered(4);
    await cases.person('treasurer-2', { roles: ['treasurer'] });
    const batches = [newId(), newId()];
    await Promise.all([hand(batches[0] ?? ''), hand(batches[1] ?? '', 'treasurer-2')]);
    const all = (await Promise.all(batches.map((id) => readExportRows(server.store, id)))).flat();
    expect(all.map(({ order }) => order).sort()).toEqual([...ids].sort());
    const numbers = all.map(({ number }) => number).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, n) => (numbers[0] ?? 0) + n));
  });

  test('leaves out what the treasurer ordered as head', async () => {
    await cases.person('both', { roles: ['head', 'treasurer'] });
    const [id = ''] = await payments.ordersOf(await payments.granted());
    await payments.goTo(id, 'order');
    await cases.decide('both', id, 'order');
    const { body } = await hand(newId(), 'both');
    expect(body.left).toEqual([{ order: id, reason: 'four-eyes' }]);
    expect(await payments.at(id)).toBe('export');
    await handedOver(id);
  });
});

describe('a booking of the finance system', () => {
  test('moves an instalment from what is committed to what is paid, in the year’s ledger too', async () => {
    const application = await payments.granted();
    const [id = ''] = await payments.ordersOf(application);
    await payments.goTo(id, 'export');
    await handedOver(id);
    const frame = async () => (await server.api('GET', '/api/budgets/2027', { as: 'treasurer' })).body;
    const before = await frame();
    await cases.decide('treasurer', id, 'book', { reference: reference(), bookedOn: DAY });
    const { money } = (await cases.headOf(application)).about;
    expect(money).toEqual({
      ...NO_HOLDING,
      committed: { state: 42_740_74 - INSTALMENT.state, county: 28_493_82 - INSTALMENT.county, voluntary: 0 },
      paid: INSTALMENT,
    });
    const after = await frame();
    expect(after.agrees).toBe(true);
    expect(after.sums.paid.state - before.sums.paid.state).toBe(INSTALMENT.state);
    expect(after.uncommitted).toEqual(before.uncommitted);
    expect(await payments.at(id)).toBe('booked');
  });

  test('counts once: the same reference a second time changes nothing, whichever order it names', async () => {
    const application = await payments.granted();
    const [id = '', other = ''] = await payments.ordersOf(application);
    for (const one of [id, other]) await payments.goTo(one, 'export');
    await handedOver(id);
    const twice = reference();
    await cases.decide('treasurer', id, 'book', { reference: twice, bookedOn: DAY });
    const { money } = (await cases.headOf(application)).about;
    const again = await server.decide('treasurer', other, 'book', { reference: twice, bookedOn: DAY });
    expect([again.status, again.body.type]).toEqual([409, '/problems/booked-twice']);
    expect((await cases.headOf(application)).about.money).toEqual(money);
    expect(await payments.at(other)).toBe('booking');
  });

  test('of every instalment at the same moment loses none of them', async () => {
    const application = await payments.granted();
    const ids = await payments.ordersOf(application);
    for (const id of ids) await payments.goTo(id, 'export');
    await hand(newId());
    await server.idle();
    const all = await Promise.all(
      ids.map((id) => server.decide('treasurer', id, 'book', { reference: reference(), bookedOn: DAY })),
    );
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await cases.headOf(application)).about.money).toEqual({
      ...NO_HOLDING,
      paid: { state: 42_740_74, county: 28_493_82, voluntary: 0 },
    });
  });

  test('is refused for a day to come, a day before it was handed over, and without a reference', async () => {
    const [id = ''] = await ordered(1);
    await handedOver(id);
    const tried = async (more: object) => {
      const { status, body } = await server.decide('treasurer', id, 'book', more);
      return [status, body.errors?.map(({ path }: { path: string }) => path)];
    };
    expect(await tried({ reference: 'FS-x', bookedOn: '2026-11-03' })).toEqual([422, ['bookedOn']]);
    expect(await tried({ reference: 'FS-x', bookedOn: '2026-11-01' })).toEqual([422, ['bookedOn']]);
    expect(await tried({ bookedOn: DAY })).toEqual([422, ['reference']]);
    expect(await tried({ reference: 'a#b', bookedOn: DAY })).toEqual([422, ['reference']]);
  });
});

describe('a payment that comes back from the bank', () => {
  test.each(['booking', 'booked'])(
    'when it stands at %s is committed again, and another order takes its place',
    async (at) => {
      const application = await payments.granted();
      const [id = ''] = await payments.ordersOf(application);
      await payments.goTo(id, 'export');
      await handedOver(id);
      if (at === 'booked')
        await cases.decide('treasurer', id, 'book', { reference: reference(), bookedOn: DAY });
      await cases.decide('treasurer', id, 'bounce', {
        reference: reference(),
        bookedOn: DAY,
        comment: 'Konto erloschen.',
      });
      const { money, grant } = (await cases.headOf(application)).about;
      expect(money).toEqual({
        ...NO_HOLDING,
        committed: { state: 42_740_74, county: 28_493_82, voluntary: 0 },
      });
      expect(grant?.instalments.at(-1)).toMatchObject({ n: 5, follows: 1, due: DAY, amount: 17_808_64 });
      const successor = grant?.instalments.at(-1)?.order ?? '';
      expect((await payments.orderOf(id)).about).toMatchObject({ successor, bounced: { on: DAY } });
      await server.idle();
      expect((await payments.orderOf(successor)).about).toMatchObject({ follows: id, n: 5 });
      // It is due at once: the calendar brings it to the clerk.
      await payments.goTo(successor, 'export');
      await handedOver(successor);
      await cases.decide('treasurer', successor, 'book', { reference: reference(), bookedOn: DAY });
      expect((await cases.headOf(application)).about.money.paid).toEqual(INSTALMENT);
      expect((await server.api('GET', '/api/budgets/2027', { as: 'treasurer' })).body.agrees).toBe(true);
    },
  );
});

describe('what one call takes along', () => {
  test('is not used up by orders that are left for another, however many there are', async () => {
    await cases.person('both', { roles: ['head', 'treasurer'] });
    const [own = ''] = await payments.ordersOf(await payments.granted());
    await payments.goTo(own, 'order');
    await cases.decide('both', own, 'order');
    const head = await payments.orderOf(own);
    for (let n = 0; n < 50; n += 1) {
      const Item = headItem({ ...head, id: newId(), about: { ...head.about, due: '2027-01-02' } });
      await server.store.db.send(new PutCommand({ TableName: server.store.table, Item }));
    }
    const [id = ''] = await ordered(1);
    const { body } = await hand(newId(), 'both');
    expect([body.rows, body.state, body.left.length]).toEqual([1, 'closed', 51]);
    await server.idle();
    expect(await payments.at(id)).toBe('booking');
  });
});
