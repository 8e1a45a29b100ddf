import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { ApplicationFile } from '../../domain/api/budget.ts';
import { callAs } from './api.ts';
import { openBudget, untilAt } from './applications.ts';
import type { Keyboard } from './keyboard.ts';
import { expectAccessible, look } from './look.ts';
import { until } from './machine.ts';
import { heading } from './portal.ts';
import { answers, button, enter, euros, field, fileOf, link, rewrite, send } from './provider.ts';
import { useBrowser } from './visit.ts';
import { form, problems, applications as words } from './words.ts';

useBrowser();
beforeAll(() => openBudget(2027));

/** Somebody who has never applied: nothing is known of the provider. */
const NEWCOMER = 'provider-2';
const REASONS = 'Jede dritte Familie braucht Hilfe mit Anträgen.';

/** Goes on to the next part, stands at its heading, and looks at it while nothing is wrong there yet. */
const goOn = async (page: Page, keyboard: Keyboard, title: string) => {
  await keyboard.enter(link(page, words['steps.next'].replace('{section}', title)));
  await page.locator('h2:focus', { hasText: title }).waitFor();
  await expectAccessible(page, title);
};

test('A provider writes an application with the keyboard alone, from the first word to its receipt, with a failed try on the way', async () => {
  const { page, keyboard, expectPrivate } = await enter(NEWCOMER);
  await heading(page, words['list.empty.title']).waitFor();
  await expectAccessible(page, 'no applications');
  await keyboard.enter(link(page, words['list.new']));
  await button(page, words['new.create']).waitFor();
  await look(page, 'a new application');
  await keyboard.enter(button(page, words['new.create']));

  // Who applies, and where the money goes: the IBAN has a slip.
  await page.getByRole('heading', { level: 2, name: form['section.provider'] }).waitFor();
  await expectAccessible(page, form['section.provider']);
  const id = page.url().match(/[0-9a-f-]{36}/)?.[0] ?? '';
  expect(await field(page, form['provider.name']).inputValue()).toContain('Rebstock');
  await keyboard.to(page.getByRole('combobox', { name: form['provider.legalForm'] }));
  await page.keyboard.type('eingetragener');
  await keyboard.choose(page.getByRole('radio', { name: form['provider.kind.free'] }));
  await keyboard.write(field(page, form['provider.street']), 'Rebstockweg 3');
  await keyboard.write(field(page, form['provider.postcode']), '55232');
  await keyboard.write(field(page, form['provider.town']), 'Alzey');
  await keyboard.write(field(page, form['provider.contact.email']), 'rebstock@example.org');
  await keyboard.write(field(page, form['provider.contact.phone']), '06731 000150');
  await goOn(page, keyboard, form['section.account']);
  await keyboard.write(field(page, form.accountHolder), 'Elterninitiative Rebstock');
  await keyboard.write(field(page, form.iban), 'DE89 3704 0044 0532 0130 01');

  // For whom and for what.
  await goOn(page, keyboard, form['section.scope']);
  for (const kita of await page.getByRole('checkbox').all()) await keyboard.choose(kita);
  await goOn(page, keyboard, form['section.purpose']);
  await keyboard.choose(page.getByRole('radio', { name: form['purpose.kita-social-work'] }));
  await keyboard.write(field(page, form.concept), 'Baustein Beratung in der Kita.');
  await keyboard.write(field(page, form.reasons), REASONS);
  await keyboard.write(field(page, form.goals), 'Zwei Sprechstunden in der Woche.');

  // A position that is taken away comes back, and everything is calculated while somebody types.
  await goOn(page, keyboard, form['section.positions']);
  await keyboard.enter(button(page, form['positions.add']));
  await page.locator('input:focus').waitFor();
  await page.keyboard.type('Kita-Sozialarbeit');
  await keyboard.enter(button(page, words['positions.remove.row'].replace('{row}', 'Stelle 1')));
  await page.locator('#positions-undo:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('input:focus').waitFor();
  await keyboard.write(field(page, form['positions.qualification']), 'B. A. Soziale Arbeit');
  await keyboard.write(field(page, form['positions.payGroup']), 'S 12');
  await keyboard.write(field(page, form['positions.hours']), '19,5');
  await keyboard.write(field(page, euros(form['positions.annualCost'])), '36500');
  await rewrite(page, keyboard, { name: form['positions.from'], text: '1.7.27' });
  await keyboard.choose(page.getByRole('radio', { name: form['positions.filled.yes'], exact: true }));
  expect(await field(page, form['positions.from']).inputValue()).toBe('01.07.2027');
  await page.getByText('18.400,00 €').first().waitFor();
  await goOn(page, keyboard, form['section.shares']);
  await keyboard.enter(button(page, words['shares.even']));
  await page.getByText(words['shares.complete']).waitFor();
  await goOn(page, keyboard, form['section.costs']);
  await keyboard.write(field(page, euros(form.training)), '184');
  await keyboard.write(field(page, euros(form.thirdParty)), '0');
  await page.getByText('18.584,00 €').waitFor();
  await page.getByText('11.150,40 €').waitFor();
  await goOn(page, keyboard, form['section.attachments']);
  await goOn(page, keyboard, form['section.declarations']);
  const declarations = await page
    .getByRole('group', { name: words['declared.title'] })
    .getByRole('checkbox')
    .all();
  for (const declaration of declarations.slice(1)) await keyboard.choose(declaration);
  await keyboard.write(field(page, form['signature.name']), 'Tina Vereinsmuster');
  await keyboard.write(field(page, form['signature.on']), '21.4.2026');

  // What is wrong is named, each with the way to it.
  await goOn(page, keyboard, words['steps.review']);
  await keyboard.enter(button(page, words['review.send']));
  await page.locator('.error-summary:focus').waitFor();
  const links = page.locator('.error-summary').getByRole('link');
  expect(await links.allTextContents()).toEqual([
    words['errors.one'].replace('{field}', form.iban).replace('{sentence}', problems.de.iban),
    words['errors.one']
      .replace('{field}', form['declarations.truthful'].replace(/\.$/, ''))
      .replace('{sentence}', problems.de['not-declared']),
  ]);
  await look(page, 'review, with errors');
  await keyboard.enter(links.first());
  await page.locator('#field-iban:focus').waitFor();
  await expectAccessible(page, 'a section with an error');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('DE89 3704 0044 0532 0130 00');
  // On a phone the list of parts is folded up: there is a way straight back.
  await keyboard.enter(link(page, words['steps.send']));
  await page.locator('h2:focus', { hasText: words['steps.review'] }).waitFor();
  await keyboard.enter(links.first());
  await page.locator('#field-declarations-truthful:focus').waitFor();
  await page.keyboard.press('Space');
  await goOn(page, keyboard, words['steps.review']);
  await keyboard.enter(button(page, words['review.send']));
  await heading(page, words['sent.title']).waitFor();
  await look(page, 'sent');
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain(REASONS);
  await untilAt(id, 'completeness');
  const { answers: sent } = await callAs<ApplicationFile>(NEWCOMER, 'GET', `/api/budget-applications/${id}`);
  expect(sent).toMatchObject({ iban: 'DE89370400440532013000', reasons: REASONS });
  expectPrivate(REASONS, 'Tina Vereinsmuster', 'rebstock@example.org');
});

test('A Kita reads the application that names it, and says with the keyboard that it agrees', async () => {
  const id = await send(answers({ reasons: REASONS }));
  const { page, keyboard } = await enter('kita', `#/antraege/${id}`);
  await page.getByText(REASONS).waitFor();
  expect(await page.getByText('DE89').count()).toBe(0);
  await expectAccessible(page, 'an application to co-sign');
  const answer = button(page, words['kita.send']).first();
  await keyboard.enter(answer);
  await page.locator('.error-summary:focus').waitFor();
  await look(page, 'co-signing, with an error');
  await keyboard.choose(page.getByRole('radio', { name: words['kita.yes'] }).first());
  await keyboard.write(page.getByRole('textbox').first(), 'Wir freuen uns darauf.');
  await keyboard.enter(answer);
  await page.locator('.case-said:focus').getByText(words['kita.done']).waitFor();
  await expectAccessible(page, 'co-signed');
  await until(async () => (await fileOf(id)).cosigned.some(({ agrees }) => agrees));
});
