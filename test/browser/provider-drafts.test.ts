import { describe, expect, test } from 'vitest';
import { LARGEST_FILE } from '../../domain/files/attachment.ts';
import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import { sectionNames } from '../../web/portal/applications/form/sections.ts';
import { newId } from '../../web/portal/case/new-id.ts';
import { expectAccessible, look } from './look.ts';
import { until } from './machine.ts';
import { control } from './portal.ts';
import { answers, button, enter, euros, field, fileOf, PROVIDER, rewrite, save } from './provider.ts';
import { useBrowser } from './visit.ts';
import { form, problems, applications as words } from './words.ts';

useBrowser();

describe('What a provider types', () => {
  test('is saved by itself, and two people who write at once choose field by field', async () => {
    const id = newId();
    await save(id, answers());
    const { page, keyboard } = await enter(PROVIDER, `#/antraege/${id}?abschnitt=zweck`);
    await rewrite(page, keyboard, { name: form.goals, text: 'Unsere Ziele.' });
    await until(async () => (await fileOf(id)).answers?.goals === 'Unsere Ziele.');

    // Somebody else saves meanwhile: the same field, and another one.
    await save(id, answers({ goals: 'Ihre Ziele.', accountHolder: 'Rebstock' }), 2);
    await rewrite(page, keyboard, { name: form.goals, text: 'Unsere neuen Ziele.', key: 'Shift+Tab' });
    await keyboard.enter(button(page, words['save.now']));
    await page.locator('h2:focus', { hasText: words['conflict.title'] }).waitFor();
    await expectAccessible(page, 'two states');
    const goals = page.getByRole('radiogroup', { name: form.goals });
    for (const one of ['Unsere neuen Ziele.', 'Ihre Ziele.']) await goals.getByText(one).waitFor();
    await keyboard.enter(button(page, words['conflict.take']));
    await page.locator('.error-summary:focus').waitFor();
    await look(page, 'two states, with an error');
    await keyboard.choose(goals.getByRole('radio').first());
    await keyboard.enter(button(page, words['conflict.take']));
    await page.locator('.case-said:focus').getByText(words['conflict.done']).waitFor();
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
    await rewrite(page, keyboard, { name: euros(form.training), text: 'rund 700' });
    await rewrite(page, keyboard, { name: euros(form.thirdParty), text: '2.400,00' });
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

    await rewrite(page, keyboard, { name: euros(form.training), text: '700', key: 'Shift+Tab' });
    await control(page, 'button', 'login.logout').click();
    await page.locator('button[name="logout"]').waitFor();
    await until(async () => (await fileOf(id)).answers?.training === 70_000);
  });

  test('goes with a file that is uploaded, looked at and taken; one that is no PDF or too large is refused with the reason', async () => {
    const id = newId();
    await save(id, answers());
    const { page } = await enter(PROVIDER, `#/antraege/${id}?abschnitt=anlagen`);
    const file = (name: string, content: string | Buffer) => ({
      name,
      mimeType: 'application/pdf',
      buffer: Buffer.from(content),
    });
    await expectAccessible(page, 'no files');
    await page
      .getByLabel(words['files.choose'])
      .setInputFiles([
        file('Stellenplan.pdf', '%PDF-1.7\n%%EOF\n'),
        file('Programm.pdf', 'MZ This program cannot be run in DOS mode'),
        file('Bild.png', 'PNG'),
        file('Konzept.pdf', Buffer.alloc(LARGEST_FILE + 1, '%PDF-1.7\n')),
      ]);
    const rowOf = (name: string) => page.locator('.file', { hasText: name });
    await rowOf('Programm.pdf').getByText(form['attachments.refused.not-pdf']).waitFor();
    await rowOf('Bild.png').getByText(words['files.not-pdf']).waitFor();
    await rowOf('Konzept.pdf').getByText(problems.de['file-too-large']).waitFor();
    await rowOf('Stellenplan.pdf').getByText(form['attachments.state.clean']).waitFor();
    // Who does not see the list is told the same.
    const told = page.getByRole('status').getByText(`Konzept.pdf: ${problems.de['file-too-large']}`);
    await told.getByText(`Programm.pdf: ${form['attachments.refused.not-pdf']}`).waitFor();
    await look(page, 'files');
    const taken = await until(async () => {
      const named = (await fileOf(id)).answers?.attachments;
      return named?.length === 1 && named;
    });
    await button(page, words['files.remove'].replace('{name}', 'Stellenplan.pdf')).click();
    await until(async () => !(await fileOf(id)).attachments.some((one) => taken.includes(one.id)));
  });
});

test('Every part of an application has room for what is wrong in it, in a wide, a small and a zoomed window', async () => {
  const id = newId();
  // Two positions that are named only, and one Kita of two without a share.
  const { positions, iban, goals, declarations, signature, ...more } = budgetApplicationExample;
  await save(id, {
    ...more,
    iban: 'DE89370400440532013001',
    provider: { ...more.provider, postcode: '5523', contact: { name: 'Samir Trägermuster' } },
    positions: positions.map((row) => ({
      id: row.id,
      function: row.function,
      from: '2027-12-31',
      to: row.from,
    })),
    shares: more.shares.slice(0, 1),
    training: undefined,
  });
  const { page } = await enter(PROVIDER, `#/antraege/${id}?abschnitt=absenden`);
  await button(page, words['review.send']).click();
  await page.locator('.error-summary:focus').waitFor();
  await look(page, 'review, with many errors');
  const parts = page.getByRole('navigation', { name: words['steps.title'] });
  for (const section of sectionNames) {
    const title = form[`section.${section}`];
    await parts.getByRole('link', { name: title }).click();
    await page.locator('h2:focus', { hasText: title }).waitFor();
    await look(page, `${title}, after a failed try`);
  }
});
