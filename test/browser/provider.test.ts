import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ApplicationFile } from '../../domain/api/budget.ts';
import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import { newId } from '../../web/portal/case/new-id.ts';
import { callAs } from './api.ts';
import { decideAs, openBudget, untilAt } from './applications.ts';
import { type Keyboard, keyboardOf } from './keyboard.ts';
import { expectAccessible, look, WIDE } from './look.ts';
import { until } from './machine.ts';
import { heading, logIn } from './portal.ts';
import { useBrowser, visit } from './visit.ts';
import { form, problems, applications as words } from './words.ts';

useBrowser();
beforeAll(() => openBudget(2027));

const PROVIDER = 'provider-2';
const KITAS = ['alzey-muster-dorf', 'mettenheim-muster'];
const REASONS = 'Jede dritte Familie braucht Hilfe mit Anträgen.';

/** An application of this file's provider, whole but for what is given. */
const answers = (more: object = {}) => ({
  ...budgetApplicationExample,
  kitas: KITAS,
  shares: KITAS.map((kita) => ({ kita, percent: 5_000 })),
  ...more,
});
const save = (id: string, body: object, ifMatch?: number) =>
  callAs(PROVIDER, 'PUT', `/api/budget-applications/${id}`, { body, ...(ifMatch && { ifMatch }) });
const fileOf = (id: string) => callAs<ApplicationFile>(PROVIDER, 'GET', `/api/budget-applications/${id}`);

const enter = async (person: string, hash = '') => {
  const visitor = await visit({ viewport: WIDE });
  const keyboard = keyboardOf(visitor.page);
  await logIn(visitor.page, keyboard, person, hash);
  return { ...visitor, keyboard };
};
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const euros = (label: string) => words['field.euros'].replace('{label}', label);

/** Goes on to the next part, and stands at its heading. */
const goOn = async (page: Page, keyboard: Keyboard, title: string) => {
  await keyboard.enter(link(page, words['steps.next'].replace('{section}', title)));
  await page.locator('h2:focus', { hasText: title }).waitFor();
};

const replace = async (page: Page, keyboard: Keyboard, name: string, text: string, key?: 'Shift+Tab') => {
  await keyboard.to(field(page, name), key);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
};

describe('A provider, with the keyboard alone,', () => {
  test('writes an application from the first word to its receipt, with a failed try on the way', async () => {
    const { page, keyboard, expectPrivate } = await enter(PROVIDER);
    await heading(page, words['list.title']).waitFor();
    await keyboard.enter(link(page, words['list.new']));
    await heading(page, words['new.title']).waitFor();
    await expectAccessible(page, 'a new application');
    await keyboard.enter(button(page, words['new.create']));

    // Who applies, and where the money goes: the IBAN has a slip.
    await page.getByRole('heading', { level: 2, name: form['section.provider'] }).waitFor();
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
    await replace(page, keyboard, form['positions.from'], '1.7.27');
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
    await keyboard.enter(link(page, words['steps.review']));
    await page.locator('h2:focus', { hasText: words['steps.review'] }).waitFor();
    await keyboard.enter(links.first());
    await page.locator('#field-declarations-truthful:focus').waitFor();
    await page.keyboard.press('Space');
    await goOn(page, keyboard, words['steps.review']);
    await keyboard.enter(button(page, words['review.send']));
    await heading(page, words['sent.title']).waitFor();
    await expectAccessible(page, 'sent');
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain(REASONS);
    await untilAt(id, 'completeness');
    expect((await fileOf(id)).answers).toMatchObject({ iban: 'DE89370400440532013000', reasons: REASONS });
    expectPrivate(REASONS, 'Tina Vereinsmuster', 'rebstock@example.org');
  });

  test('answers a query: only what was asked is open, and the office goes on from there', async () => {
    const id = newId();
    await save(id, answers());
    await callAs(PROVIDER, 'POST', `/api/budget-applications/${id}/submission`, { body: { saved: 1 } });
    await untilAt(id, 'completeness');
    await decideAs('clerk', id, 'query', {
      then: 'queries',
      fields: [{ path: 'positions.elterncafe.hours', reason: 'Im Stellenplan stehen 15 Stunden.' }],
    });
    const { page, keyboard } = await enter(PROVIDER, `#/antraege/${id}`);
    await page.getByText(words['clock.stands']).waitFor();
    await look(page, 'an application with a query');
    await keyboard.enter(link(page, words['file.queries.open']));
    await heading(page, words['queries.title']).waitFor();
    const hours = field(page, form['positions.hours']);
    await hours.waitFor();
    // Hours, what may follow from them, and the signature.
    expect(await page.getByRole('textbox').count()).toBe(5);
    expect(
      await hours.evaluate(
        (input) =>
          document.getElementById(input.getAttribute('aria-describedby')?.split(' ')[0] ?? '')?.textContent,
      ),
    ).toContain('15 Stunden');
    await replace(page, keyboard, form['positions.hours'], '45');
    await keyboard.enter(button(page, words['queries.send']));
    await page.locator('.error-summary:focus').waitFor();
    await look(page, 'queries, with an error');
    await replace(page, keyboard, form['positions.hours'], '15');
    await keyboard.enter(button(page, words['queries.send']));
    await heading(page, words['sent.correct.title']).waitFor();
    await untilAt(id, 'completeness');
    expect((await fileOf(id)).answers?.positions?.[1]?.hours).toBe(1_500);
  });
});

describe('What a provider types', () => {
  test('is saved by itself, and two people who write at once choose field by field', async () => {
    const id = newId();
    await save(id, answers());
    const { page, keyboard } = await enter(PROVIDER, `#/antraege/${id}?abschnitt=zweck`);
    await replace(page, keyboard, form.goals, 'Unsere Ziele.');
    await until(async () => (await fileOf(id)).answers?.goals === 'Unsere Ziele.');

    // Somebody else saves meanwhile: the same field, and another one.
    await save(id, answers({ goals: 'Ihre Ziele.', accountHolder: 'Rebstock' }), 2);
    await replace(page, keyboard, form.goals, 'Unsere neuen Ziele.', 'Shift+Tab');
    await keyboard.enter(button(page, words['save.now']));
    await page.locator('h2:focus', { hasText: words['conflict.title'] }).waitFor();
    await keyboard.enter(button(page, words['conflict.take']));
    await page.locator('.error-summary:focus').waitFor();
    await look(page, 'two states, with an error');
    await keyboard.choose(
      page
        .getByRole('group', { name: form.goals })
        .or(page.getByRole('radiogroup', { name: form.goals }))
        .getByRole('radio')
        .first(),
    );
    await keyboard.enter(button(page, words['conflict.take']));
    await page.getByText(words['conflict.title']).waitFor({ state: 'detached' });
    await until(async () => {
      const { answers: saved } = await fileOf(id);
      return saved?.goals === 'Unsere neuen Ziele.' && saved.accountHolder === 'Rebstock';
    });
  });

  test('outlives a reload though nobody can read it yet, and is not lost by a logout', async () => {
    const id = newId();
    await save(id, answers());
    const { page, keyboard } = await enter(PROVIDER, `#/antraege/${id}?abschnitt=kosten`);
    await page.route('**/api/budget-applications/*', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    );
    await replace(page, keyboard, euros(form.training), 'rund 700');
    await replace(page, keyboard, euros(form.thirdParty), '2.400,00');
    await keyboard.enter(button(page, words['save.now']));
    await page.getByText(words['save.kept']).waitFor();
    await expectAccessible(page, 'a section that could not be saved');
    await page.reload();
    await page.getByText(words['save.restored']).waitFor();
    expect(await field(page, euros(form.training)).inputValue()).toBe('rund 700');
    expect(await field(page, euros(form.thirdParty)).inputValue()).toBe('2.400,00');
    await page.unroute('**/api/budget-applications/*');
    await keyboard.enter(button(page, words['save.now']));
    await until(async () => (await fileOf(id)).answers?.thirdParty === 240_000);
    expect((await fileOf(id)).answers?.training).toBeUndefined();
  });

  test('goes with a file that is uploaded, looked at and taken; one that is no PDF is refused with the reason', async () => {
    const id = newId();
    await save(id, answers());
    const { page } = await enter(PROVIDER, `#/antraege/${id}?abschnitt=anlagen`);
    const file = (name: string, content: string) => ({
      name,
      mimeType: 'application/pdf',
      buffer: Buffer.from(content),
    });
    await page
      .getByLabel(words['files.choose'])
      .setInputFiles([
        file('Stellenplan.pdf', '%PDF-1.7\n%%EOF\n'),
        file('Programm.pdf', 'MZ This program cannot be run in DOS mode'),
        file('Bild.png', 'PNG'),
      ]);
    await page.getByText(form['attachments.refused.not-pdf']).waitFor();
    await page.getByText(words['files.not-pdf']).waitFor();
    await page.getByText(form['attachments.state.clean']).waitFor();
    await look(page, 'files');
    const taken = await until(async () => {
      const named = (await fileOf(id)).answers?.attachments;
      return named?.length === 1 && named;
    });
    await button(page, words['files.remove'].replace('{name}', 'Stellenplan.pdf')).click();
    await until(async () => !(await fileOf(id)).attachments.some((one) => taken.includes(one.id)));
  });
});

test('A Kita reads the application that names it, and says with the keyboard that it agrees', async () => {
  const id = newId();
  await save(id, answers({ reasons: REASONS }));
  await callAs(PROVIDER, 'POST', `/api/budget-applications/${id}/submission`, { body: { saved: 1 } });
  await untilAt(id, 'completeness');
  const { page, keyboard } = await enter('kita-2', `#/antraege/${id}`);
  await page.getByText(REASONS).waitFor();
  expect(await page.getByText('DE89').count()).toBe(0);
  const send = button(page, words['kita.send']).first();
  await keyboard.enter(send);
  await page.locator('.error-summary:focus').waitFor();
  await look(page, 'co-signing, with an error');
  await keyboard.choose(page.getByRole('radio', { name: words['kita.yes'] }).first());
  await keyboard.write(page.getByRole('textbox').first(), 'Wir freuen uns darauf.');
  await keyboard.enter(send);
  await page.locator('.case-said:focus').getByText(words['kita.done']).waitFor();
  await until(async () => (await fileOf(id)).cosigned.some(({ agrees }) => agrees));
});
