import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { GrantAnswer, PaymentOrderFile } from '../../domain/api/payments.ts';
import { newId } from '../../web/portal/case/new-id.ts';
import { callAs } from './api.ts';
import { apply, decideAs, openBudget, untilAt } from './applications.ts';
import { look } from './look.ts';
import { button, enter, heading, rewrite } from './portal.ts';
import { useBrowser } from './visit.ts';
import { payments, portal } from './words.ts';

useBrowser();

/** The machine's day. */
const TODAY = '2026-04-21';
const SUM = '17.808,64\u00a0€';

/** An application that was granted and is final: its first payment order. */
const granted = async (): Promise<{ id: string; order: string }> => {
  const id = await apply();
  await decideAs('clerk', id, 'complete', { then: 'opinion' });
  await decideAs('coordinator', id, 'recommend', { comment: 'Der Bedarf ist belegt.', then: 'decision' });
  await decideAs('clerk', id, 'grant', { then: 'approval' });
  const { sha256 } = await callAs<{ sha256: string }>('head', 'POST', `/api/submissions/${id}/notice`);
  await decideAs('head', id, 'approve', { document: sha256, then: 'announce' });
  await decideAs('clerk', id, 'post', { sentOn: TODAY, then: 'objection-period' });
  await decideAs('clerk', id, 'waive', { receivedOn: TODAY, then: 'final' });
  const { instalments } = await callAs<GrantAnswer>(
    'clerk',
    'GET',
    `/api/budget-applications/${id}/payments`,
  );
  return { id, order: instalments[0]?.order ?? '' };
};

const errorsOf = (page: Page) => page.locator('.error-summary').getByRole('link').allTextContents();

beforeAll(() => openBudget(2027));

describe('A payment, with the keyboard alone,', () => {
  test('is certified, ordered, handed over and booked by different people, and seen by the provider', async () => {
    const { id, order } = await granted();

    const clerk = await enter('clerk', '#/zahlungen?jahr=2027');
    await heading(clerk.page, payments['list.title']).waitFor();
    await clerk.page.getByRole('table', { name: 'Kassenanordnungen 2027' }).waitFor();
    await look(clerk.page, 'payments, the list');
    await clerk.page.goto(`/portal/#/zahlungen/${order}`);
    await heading(clerk.page, `Rate 1: ${SUM}`).waitFor();
    await clerk.keyboard.enter(button(clerk.page, payments['act.certify-now.open']));
    await clerk.keyboard.enter(button(clerk.page, payments['act.send']));
    await clerk.keyboard.enter(button(clerk.page, payments['act.certify.open']));
    await look(clerk.page, 'payments, to be certified');
    await clerk.keyboard.enter(button(clerk.page, payments['act.send']));
    await clerk.page.getByText(portal['done.certify']).waitFor();

    const head = await enter('head', `#/zahlungen/${order}`);
    await head.keyboard.enter(button(head.page, payments['act.order.open']));
    await head.keyboard.enter(button(head.page, payments['act.send']));
    await head.page.getByText(portal['done.order']).waitFor();
    await look(head.page, 'payments, ordered');

    const treasurer = await enter('treasurer', '#/zahlungen?jahr=2027');
    await treasurer.keyboard.enter(button(treasurer.page, payments['export.send']));
    await treasurer.page.getByText(/Zahlung(en)? (ist|sind) übergeben/).waitFor();
    await treasurer.page.getByRole('table', { name: payments['export.list'] }).waitFor();
    await look(treasurer.page, 'payments, handed over');

    await treasurer.page.goto(`/portal/#/zahlungen/${order}`);
    await treasurer.keyboard.enter(button(treasurer.page, payments['act.book.open']));
    await treasurer.keyboard.enter(button(treasurer.page, payments['act.send']));
    await treasurer.page.locator('.error-summary:focus').waitFor();
    expect(await errorsOf(treasurer.page)).toHaveLength(1);
    await look(treasurer.page, 'payments, a booking without its number');
    await rewrite(treasurer, treasurer.page.getByLabel(payments['act.reference']), `FS-${id.slice(-6)}`);
    await treasurer.keyboard.enter(button(treasurer.page, payments['act.send']));
    await treasurer.page.getByText(portal['done.book']).waitFor();
    await look(treasurer.page, 'payments, booked');

    // What the cash office has booked comes as a file: what fits nothing is shown, and changes nothing.
    await treasurer.page.goto('/portal/#/zahlungen?jahr=2027');
    await treasurer.page.getByLabel(payments['bookings.file']).setInputFiles({
      name: 'Buchungen.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        'Buchungsnummer;Anordnungsnummer;Betrag;Buchungsdatum;Art\nFS-900;SRB999999;1.000,00;21.04.2026;Zahlung\n',
      ),
    });
    await treasurer.page.getByText(payments['bookings.clarify.text']).waitFor();
    const unclear = treasurer.page.getByRole('table', { name: payments['unclear.caption'] });
    await unclear.getByText(payments['bookings.result.unknown-order']).waitFor();
    await look(treasurer.page, 'payments, bookings to be clarified');

    // It stays until somebody says what became of it.
    await treasurer.keyboard.enter(button(treasurer.page, 'Buchung FS-900 als geklärt eintragen'));
    await treasurer.keyboard.enter(button(treasurer.page, payments['unclear.send']));
    await treasurer.page.locator('.error-summary:focus').waitFor();
    await look(treasurer.page, 'payments, a booking clarified without a reason');
    await rewrite(
      treasurer,
      treasurer.page.getByLabel(payments['unclear.reason']),
      'Gehört zum Jugendzentrum.',
    );
    await treasurer.keyboard.enter(button(treasurer.page, payments['unclear.send']));
    await treasurer.page.getByText(payments['unclear.none']).waitFor();
    await look(treasurer.page, 'payments, a booking that was clarified');

    const provider = await enter('provider', `#/antraege/${id}`);
    await heading(provider.page, payments['grant.title']).waitFor();
    await provider.page.getByText(/gezahlt am/).waitFor();
    await look(provider.page, 'payments, as the provider sees them');
    for (const person of [clerk, head, treasurer, provider]) await person.expectPrivate();
  });

  test('is booked by a file of the cash office; of a broken one nothing is taken, and each fault has its row and column', async () => {
    const { order } = await granted();
    await decideAs('clerk', order, 'certify-now', { then: 'certify' });
    await decideAs('clerk', order, 'certify', { then: 'order' });
    await decideAs('head', order, 'order', { then: 'export' });
    await callAs('treasurer', 'POST', `/api/payment-exports/${newId()}`);
    await untilAt(order, 'booking');
    const { number } = await callAs<PaymentOrderFile>('treasurer', 'GET', `/api/payment-orders/${order}`);
    const reference = `FS-${order.slice(-8)}`;
    const treasurer = await enter('treasurer', '#/zahlungen?jahr=2027');
    const { page } = treasurer;
    const choose = (...lines: string[]) =>
      page.getByLabel(payments['bookings.file']).setInputFiles({
        name: 'Buchungen.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(
          ['Buchungsnummer;Anordnungsnummer;Betrag;Buchungsdatum;Art', ...lines].join('\n'),
        ),
      });
    const booked = `${reference};${number};17.808,64;21.04.2026;Zahlung`;
    await choose(booked, `${reference}-2;SRB000001;1.234;31.02.2026;Zahlung`);
    await page.getByText('Buchungen.csv: nichts übernommen, 2 Fehler').waitFor();
    await look(page, 'payments, a file of bookings with errors');
    await choose(booked);
    await page.getByText(/^Eine Zahlung neu eingetragen/).waitFor();
    await look(page, 'payments, a file of bookings that was entered');
    await untilAt(order, 'booked');
  });

  test('goes to another account only when a second person has confirmed it', async () => {
    const { id } = await granted();
    const clerk = await enter('clerk', `#/antraege/${id}`);
    await heading(clerk.page, payments['grant.title']).waitFor();
    await clerk.keyboard.enter(button(clerk.page, payments['payee.change']));
    await rewrite(clerk, clerk.page.getByLabel(payments['payee.holder']), 'Kasse der Verbandsgemeinde');
    await rewrite(clerk, clerk.page.getByLabel(payments['payee.iban']), 'DE02 1203 0000 0000 2020 5');
    await clerk.keyboard.enter(button(clerk.page, payments['payee.send']));
    await clerk.page.locator('.error-summary:focus').waitFor();
    await look(clerk.page, 'payments, another account with an error');
    await rewrite(clerk, clerk.page.getByLabel(payments['payee.iban']), 'DE02 1203 0000 0000 2020 51');
    await clerk.keyboard.enter(button(clerk.page, payments['payee.send']));
    await clerk.page.getByText(payments['payee.sent']).waitFor();
    await look(clerk.page, 'payments, another account that waits');
    // Nobody can confirm it before its time.
    expect(await button(clerk.page, payments['payee.confirm']).count()).toBe(0);
    await clerk.expectPrivate();
  });
});
