import { beforeAll, expect, test } from 'vitest';
import { totalOf } from '../../domain/budget/amounts.ts';
import type { BudgetHead } from '../../domain/forms/budget-application/particulars.ts';
import type { PaymentHead } from '../../domain/forms/payment-order/particulars.ts';
import { formatAmount } from '../../domain/money/euros.ts';
import { numberText } from '../../domain/payments/number.ts';
import { readExportRows } from '../../functions/store/exports.ts';
import { readHead } from '../../functions/store/heads.ts';
import { announced } from './announced.ts';
import type { Moment } from './machine.ts';
import { mortalMachine, write } from './mortal-machine.ts';
import { newId } from './running-case.ts';

const TODAY = '2026-03-02';

const machine = mortalMachine('payments', `${TODAY}T08:00:00.000Z`);
const { ask, decide, decided, killedDuring } = machine;
beforeAll(() =>
  ask('treasurer', 'PUT', 'budgets/2027', { state: 'in-force', figure: 900_000_000, voluntary: 0 }),
);

const applicationOf = async (id: string) => (await readHead(machine.inside.store, id)) as BudgetHead;
const orderOf = async (id: string) => (await readHead(machine.inside.store, id)) as PaymentHead;

const granted = async () => {
  const id = await announced(machine, TODAY);
  await decided('clerk', id, 'waive', { receivedOn: TODAY });
  return id;
};
const firstOrder = async (id: string) => (await applicationOf(id)).about.grant?.instalments[0]?.order ?? '';

const ordered = async () => {
  const id = await firstOrder(await granted());
  await decided('clerk', id, 'certify-now');
  await decided('clerk', id, 'certify');
  await decided('head', id, 'order');
  return id;
};

test.for<[string, Moment[]]>([
  ['before it is written', [write('before', 'workflow')]],
  ['after it was written', [write('after', 'workflow')]],
])(
  'a grant is opened once, with one order for each instalment, killed %s',
  { timeout: 120_000 },
  async ([, at]) => {
    const id = await announced(machine, TODAY);
    await killedDuring(at, () => decide('clerk', id, 'waive', { receivedOn: TODAY }));
    const { at: stands, about } = await applicationOf(id);
    expect(stands).toBe('final');
    expect(about.grant?.instalments).toHaveLength(4);
    for (const { order, n } of about.grant?.instalments ?? []) {
      const { at: where, about: of } = await orderOf(order);
      expect([where, of.n, of.application]).toEqual(['planned', n, id]);
    }
  },
);

test.for<[string, Moment[], number]>([
  ['before it began', [write('before', 'portal')], 0],
  ['when it had begun', [write('after', 'portal')], 0],
  ['between the first order and the second', [write('after', 'portal', 2)], 1],
  ['between the second order and the third', [write('after', 'portal', 3)], 2],
  ['when all orders are in it and it is not ended', [write('before', 'portal', 5)], 3],
  ['when it is ended and the answer is lost', [write('after', 'portal', 5)], 3],
])(
  'an export goes on where it was killed: every order leaves once, killed %s',
  { timeout: 180_000 },
  async ([, at, before]) => {
    const orders = [await ordered(), await ordered(), await ordered()];
    const id = newId();
    await killedDuring(at, () => ask('treasurer', 'POST', `payment-exports/${id}`));
    expect(await readExportRows(machine.inside.store, id)).toHaveLength(before);
    const { body } = await ask<{ state: string; rows: number }>('treasurer', 'POST', `payment-exports/${id}`);
    expect(body).toMatchObject({ state: 'closed', rows: 3 });
    const rows = await readExportRows(machine.inside.store, id);
    expect(rows.map(({ order }) => order).sort()).toEqual([...orders].sort());
    const first = rows[0]?.number ?? 0;
    expect(rows.map(({ number }) => number)).toEqual([first, first + 1, first + 2]);
    for (const { order, number } of rows) {
      const { at: stands, about } = await orderOf(order);
      expect([stands, about.number, about.export]).toEqual(['booking', number, id]);
    }
  },
);

test.for<[string, Moment[]]>([
  ['before it is written', [write('before', 'portal')]],
  ['after it was written', [write('after', 'portal')]],
])('a booking counts once, killed %s', { timeout: 120_000 }, async ([name, at]) => {
  const order = await ordered();
  await ask('treasurer', 'POST', `payment-exports/${newId()}`);
  await machine.idle();
  const { version, about } = await orderOf(order);
  const reference = `FS ${name.replaceAll(' ', '-')}`;
  const body = { step: 'booking', action: 'book', version, reference, bookedOn: TODAY };
  const book = () => ask('treasurer', 'POST', `submissions/${order}/decisions`, body);
  await killedDuring(at, book);
  await book();
  await machine.idle();
  expect((await orderOf(order)).at).toBe('booked');
  const { money } = (await applicationOf(about.application)).about;
  expect(money.paid).toEqual(about.amounts);
  const frame = await ask<{ agrees: boolean }>('treasurer', 'GET', 'budgets/2027');
  expect(frame.body.agrees).toBe(true);
});

interface Upload {
  url: string;
  fields: Record<string, string>;
}
const HEADING = 'Buchungsnummer;Anordnungsnummer;Betrag;Buchungsdatum;Art';

/** A file of bookings that was uploaded and read. */
const importedBookings = async (lines: readonly string[]): Promise<string> => {
  const id = newId();
  const text = [HEADING, ...lines].join('\n');
  const offer = { kind: 'bookings', name: 'Buchungen.csv', size: Buffer.byteLength(text) };
  const { body } = await ask<Upload>('treasurer', 'POST', `imports/${id}`, offer);
  const form = new FormData();
  for (const [name, value] of Object.entries(body.fields)) form.append(name, value);
  form.append('file', new Blob([text]), 'Buchungen.csv');
  expect((await fetch(body.url, { method: 'POST', body: form })).status).toBe(204);
  await machine.idle();
  const read = await ask<{ state: string }>('treasurer', 'POST', `imports/${id}/reading`);
  expect(read.body.state).toBe('valid');
  return id;
};

test.for<[string, Moment[], number]>([
  ['before the first of them', [write('before', 'portal')], 0],
  ['between the first and the second', [write('after', 'portal')], 1],
  ['before the third is written', [write('before', 'portal', 3)], 2],
  ['when all are entered and the answer is lost', [write('after', 'portal', 3)], 3],
])('the bookings of a file count once each, killed %s', { timeout: 180_000 }, async ([name, at, entered]) => {
  const orders = [await ordered(), await ordered(), await ordered()];
  await ask('treasurer', 'POST', `payment-exports/${newId()}`);
  await machine.idle();
  const heads = await Promise.all(orders.map(orderOf));
  const reference = (n: number) => `FS ${name.replaceAll(' ', '-')} ${n}`;
  const file = await importedBookings([
    ...heads.map(({ about }, n) =>
      [
        reference(n),
        numberText(about.number ?? 0, 'SRB'),
        formatAmount(totalOf(about.amounts)),
        '02.03.2026',
        'Zahlung',
      ].join(';'),
    ),
    `${reference(9)};SRB999999;1,00;02.03.2026;Zahlung`,
  ]);
  const book = () =>
    ask<{ items: { result: string }[] }>('treasurer', 'POST', `imports/${file}/booking`, { from: 0 });
  await killedDuring(at, book);
  const stands = await Promise.all(orders.map(async (order) => (await orderOf(order)).at));
  expect(stands.filter((step) => step === 'booked')).toHaveLength(entered);
  const { body } = await book();
  expect(body.items.map(({ result }) => result)).toEqual([
    ...orders.map((_, n) => (n < entered ? 'counted' : 'booked')),
    'unknown-order',
  ]);
  await machine.idle();
  for (const order of orders) {
    const { at: step, about } = await orderOf(order);
    expect(step).toBe('booked');
    expect((await applicationOf(about.application)).about.money.paid).toEqual(about.amounts);
  }
  const again = await book();
  expect(new Set(again.body.items.map(({ result }) => result))).toEqual(
    new Set(['counted', 'unknown-order']),
  );
  const frame = await ask<{ agrees: boolean }>('treasurer', 'GET', 'budgets/2027');
  expect(frame.body.agrees).toBe(true);
});
