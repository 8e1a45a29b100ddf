import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { DEMONSTRATION } from '../demonstration-indicators.ts';
import { apply, openBudget } from './applications.ts';
import { keyboardOf } from './keyboard.ts';
import { expectAccessible, look, WIDE } from './look.ts';
import { heading, logIn } from './portal.ts';
import { useBrowser, visit } from './visit.ts';
import { problems, distribution as words } from './words.ts';

useBrowser();
beforeAll(() => openBudget(2027));

const HASH = '#/verteilung/2027';

const enter = async (person: string, hash = HASH) => {
  const visitor = await visit({ viewport: WIDE });
  const keyboard = keyboardOf(visitor.page);
  await logIn(visitor.page, keyboard, person, hash);
  return { ...visitor, keyboard };
};
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const choose = (page: Page, name: string, text: string) =>
  page
    .getByLabel(words['import.file'])
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const section = (page: Page, name: string): Locator => page.getByRole('region', { name });

describe('A year’s budget is distributed:', () => {
  test('the coordinator imports indicators and compares scenarios, the committee’s office records the resolution, a clerk sees an application beside the shares', async () => {
    const { page, keyboard, expectPrivate } = await enter('coordinator');
    await heading(page, words['import.title']).waitFor();
    await page.getByText(words['scenario.no-import']).waitFor();
    await look(page, 'nothing to distribute by');

    // A broken file changes nothing, and says where it is broken.
    const broken = DEMONSTRATION.replace(';48;2;18,25', ';1.048;2;18,25').replace('wahlheim;', 'walheim;');
    await choose(page, 'kaputt.csv', broken);
    const faults = page.getByRole('table', { name: words['import.faults'] });
    await faults.getByRole('row').nth(2).waitFor();
    expect(await faults.getByRole('row').allTextContents()).toEqual([
      expect.anything(),
      `2Kinder unter 7 Jahren${words['fault.whole-number']}`,
      `3Kita${words['fault.unknown-kita']}`,
    ]);
    await look(page, 'a broken file');
    await choose(page, 'indikatoren-2027-erfunden.csv', DEMONSTRATION);
    await page.getByText('Übernommen: indikatoren-2027-erfunden.csv, 40 Kitas').waitFor();

    // Three scenarios; the year's frame is offered as their sum, the concept's rule as theirs.
    const make = section(page, words['scenario.title']);
    const name = make.getByRole('textbox', { name: words['scenario.name'] });
    await name.waitFor();
    expect(await make.getByRole('textbox', { name: words['scenario.sum'] }).inputValue()).toBe(
      '2.232.015,00',
    );
    await keyboard.enter(button(page, words['scenario.send']));
    await page.locator('.error-summary:focus').waitFor();
    await name.fill('Mehr nach Kindern');
    await make.getByRole('textbox', { name: 'Kinderzahl' }).fill('50');
    await keyboard.enter(button(page, words['scenario.send']));
    await make.getByText(problems.de['weights-hundred-percent']).first().waitFor();
    await look(page, 'a scenario, with errors');
    await make.getByRole('textbox', { name: 'Kinder im SGB-II-Bezug' }).fill('30');
    await keyboard.enter(button(page, words['scenario.send']));
    await page.getByText(words['scenario.done']).waitFor();
    await name.fill('Ohne Sockel');
    await make.getByRole('textbox', { name: words['scenario.basic'] }).fill('0');
    await keyboard.enter(button(page, words['scenario.send']));
    await page.getByRole('checkbox', { name: /Ohne Sockel/ }).waitFor();
    await name.fill('Wie im Konzept');
    await keyboard.enter(button(page, words['scenario.send']));
    await page.getByRole('checkbox', { name: 'Wie im Konzept', exact: true }).waitFor();

    // Side by side: rules, bars, figures and an explanation.
    const amounts = page.getByRole('table', { name: words['compare.table'] });
    await amounts.waitFor();
    expect(await amounts.getByRole('row').last().textContent()).toContain('2.232.015,00');
    expect(await page.locator('.chart-bars').count()).toBe(15);
    await keyboard.enter(button(page, words['compare.all'].replace('{count}', '40')));
    expect(await page.locator('.chart-bars').count()).toBe(40);
    await keyboard.enter(button(page, words['compare.few'].replace('{count}', '15')));
    await page.getByRole('combobox', { name: words['explain.kita'] }).selectOption('biebelnheim');
    const explained = page.getByRole('table', {
      name: 'Wie sich der Anteil von Kita Biebelnheim zusammensetzt',
    });
    await explained.getByText(/^48 von [\d.]+ aus/).waitFor();
    // What nobody resolved can be withdrawn.
    await keyboard.enter(page.locator('summary', { hasText: words['withdraw.title'] }));
    await keyboard.enter(button(page, words['withdraw.of'].replace('{name}', 'Ohne Sockel')));
    await page.getByText(words['withdraw.text']).waitFor();
    await page.keyboard.press('Escape');
    await look(page, 'scenarios side by side');
    expectPrivate('biebelnheim');

    // The committee's office sees amounts and records the day; what deviates is not to be chosen.
    const committee = await enter('committee');
    await heading(committee.page, words['resolve.title']).waitFor();
    expect(
      await committee.page
        .getByRole('table', { name: /Kita Biebelnheim|zusammensetzt/ })
        .getByText(/ von \S+ aus /)
        .count(),
    ).toBe(0);
    await committee.keyboard.enter(button(committee.page, words['resolve.send']));
    await committee.page.locator('.error-summary:focus').waitFor();
    await look(committee.page, 'a resolution, with errors');
    expect(await committee.page.getByRole('radio').count()).toBe(1);
    await committee.page.getByRole('radio', { name: 'Wie im Konzept' }).check();
    const day = committee.page.getByRole('textbox', { name: words['resolve.on'] });
    await day.fill('22.4.2026');
    await committee.keyboard.enter(button(committee.page, words['resolve.send']));
    await committee.page.getByText(problems.de['date-future']).first().waitFor();
    await day.fill('20.4.2026');
    await committee.keyboard.enter(button(committee.page, words['resolve.send']));
    await committee.page.getByText(words['resolve.done']).waitFor();
    await committee.page.getByText('Mo., 20. Apr. 2026').first().waitFor();
    await expectAccessible(committee.page, 'what was resolved');

    // The application's sum beside its Kitas' shares.
    const id = await apply();
    const clerk = await enter('clerk', `#/antraege/${id}`);
    const beside = clerk.page.getByRole('table', { name: words['shares.caption'] });
    await beside.waitFor();
    await clerk.page.getByText(/unter den Anteilen|über den Anteilen/).waitFor();
    await look(clerk.page, 'an application beside the shares of its Kitas');

    // A Kita sees its own share, explained, and no other.
    const own = await enter('kita');
    await heading(own.page, 'Kita Biebelnheim').waitFor();
    expect(await own.page.getByRole('table').count()).toBe(1);
    await own.page.getByText(/^48 von [\d.]+ aus/).waitFor();
    await look(own.page, 'the own share');
  });
});
