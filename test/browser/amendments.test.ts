import { beforeAll, describe, expect, test } from 'vitest';
import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import { apply, grantTo, openBudget, untilAt } from './applications.ts';
import { look } from './look.ts';
import { button, enter, heading } from './portal.ts';
import { useBrowser } from './visit.ts';
import { amendments, applications, form } from './words.ts';

useBrowser();

/** A year that no other file has grants or a frame in: a rise takes part in all of them. */
const YEAR = '2031';
const example = JSON.parse(JSON.stringify(budgetApplicationExample).replaceAll('2027', YEAR));

let grant: string;
beforeAll(async () => {
  await openBudget(Number(YEAR));
  grant = await apply(example);
  await grantTo(grant);
});

describe('A grant', () => {
  test('is amended by its provider, and the office sees by how much', async () => {
    const provider = await enter('provider', `#/antraege/${grant}`);
    const { page, keyboard } = provider;
    await heading(page, amendments['grant.title']).waitFor();
    await look(page, 'a grant that can be amended');
    await keyboard.enter(button(page, amendments['begin.send']));
    await page.locator('.error-summary:focus').getByText(amendments['begin.reason.required']).waitFor();
    await page.getByLabel(amendments['begin.reason']).selectOption('vacancy');
    await page.getByLabel(amendments['begin.position']).selectOption('kita-sozialarbeit');
    await page.getByLabel(amendments['begin.from']).fill(`${YEAR}-04-01`);
    await page.getByLabel(amendments['begin.to']).fill(`${YEAR}-06-30`);
    await look(page, 'beginning an amendment');
    await keyboard.enter(button(page, amendments['begin.send']));

    // It begins with what is granted; what is otherwise is marked.
    await heading(page, amendments.title.replace('{year}', YEAR)).waitFor();
    const id = page.url().match(/antraege\/([0-9a-f-]{36})/)?.[1] ?? '';
    await page.goto(`/portal/#/antraege/${id}?abschnitt=stellen`);
    await page.getByText(amendments['compared.changed']).waitFor();
    await page.getByText(amendments['compared.changed']).click();
    await look(page, 'positions of an amendment');
    await page.goto(`/portal/#/antraege/${id}?abschnitt=erklaerungen`);
    for (const key of ['truthful', 'reportsChanges', 'earmarked', 'notPaidTwice', 'provesUse'] as const)
      await page.getByRole('checkbox', { name: form[`declarations.${key}`] }).check();
    await page.getByRole('textbox', { name: form['signature.name'] }).fill('Samir Trägermuster');
    await page.getByRole('textbox', { name: form['signature.on'] }).fill(`02.03.${YEAR}`);
    await page.goto(`/portal/#/antraege/${id}?abschnitt=absenden`);
    await page.getByRole('table', { name: amendments['amends.changed.caption'] }).waitFor();
    await look(page, 'an amendment before it is sent');
    await keyboard.enter(button(page, applications['review.send']));
    await heading(page, applications['sent.title']).waitFor();
    await untilAt(id, 'completeness');
    await page.goto(`/portal/#/antraege/${id}`);
    await heading(page, amendments['amends.title']).waitFor();
    await look(page, 'an amendment that was sent');

    const clerk = await enter('clerk', `#/antraege/${id}`);
    await heading(clerk.page, amendments['amends.title']).waitFor();
    const sums = clerk.page.getByRole('table', { name: amendments['amends.caption'] });
    expect(await sums.getByRole('row').allTextContents()).toContainEqual(
      expect.stringContaining('-12.664,40'),
    );
    await look(clerk.page, 'an amendment at the office');
    for (const { expectPrivate } of [provider, clerk]) expectPrivate('Samir Trägermuster');
  });

  test('takes part in a tariff rise, once', async () => {
    const other = await apply(example);
    await grantTo(other);
    const clerk = await enter('clerk', `#/antraege?jahr=${YEAR}`);
    const { page, keyboard } = clerk;
    await keyboard.enter(page.getByRole('link', { name: amendments['rise.link'] }));
    await heading(page, amendments['rise.rules']).waitFor();
    await keyboard.enter(button(page, amendments['rise.preview']));
    await page.locator('.error-summary:focus').getByText(amendments['rise.wrong.from']).waitFor();
    await look(page, 'a tariff rise, with errors');
    await page.getByLabel(amendments['rise.from']).fill(`${YEAR}-07-01`);
    await page.getByRole('textbox', { name: amendments['rise.group'] }).fill('S 12');
    await page.getByRole('textbox', { name: amendments['rise.percent'] }).fill('3');
    await keyboard.enter(button(page, amendments['rise.preview']));
    const table = page.getByRole('table');
    await table.waitFor();
    await look(page, 'a tariff rise before it is made');
    expect(await table.textContent()).toContain(amendments['rise.state.amendment-open']);
    await keyboard.enter(button(page, 'Eine Änderung anlegen'));
    await page.getByText('Eine Änderung ist angelegt.', { exact: false }).waitFor();
    await look(page, 'a tariff rise that was made');
    expect(await button(page, 'Eine Änderung anlegen').count()).toBe(0);
    expect(await table.textContent()).toContain(amendments['rise.state.made']);
  });
});
