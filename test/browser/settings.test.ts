import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { apply, decideAs, openBudget } from './applications.ts';
import { reportFocus } from './focus.ts';
import { keyboardOf } from './keyboard.ts';
import { expectAccessible, expectFits } from './look.ts';
import { submit } from './machine.ts';
import { logIn } from './portal.ts';
import { useBrowser, type VisitOptions, visit } from './visit.ts';
import { office, words } from './words.ts';

useBrowser();

const t = words.de;

/** Tabs once through the page; whatever has the focus must be seen and marked. */
const tabThrough = async (page: Page) => {
  const wrong: string[] = [];
  const first = await page.evaluate(() => document.activeElement?.outerHTML);
  for (let stops = 0; stops < 80; stops++) {
    await page.keyboard.press('Tab');
    const { name, problems } = await page.evaluate(reportFocus);
    if (name === 'nothing' && stops > 0) break;
    if ((await page.evaluate(() => document.activeElement?.outerHTML)) === first && stops > 0) break;
    if (problems.length > 0) wrong.push(`${name}: ${problems.join(', ')}`);
  }
  expect.soft(wrong).toEqual([]);
};

/** An application with which the head of office is busy, and a year that has money in it. */
const toApproval = async () => {
  await openBudget(2027);
  const id = await apply();
  await decideAs('clerk', id, 'complete', { then: 'opinion' });
  await decideAs('coordinator', id, 'recommend', { comment: 'Ja.', then: 'decision' });
  await decideAs('clerk', id, 'grant', { then: 'approval' });
  return id;
};

const settings: [string, VisitOptions][] = [
  ['forced colours', { forcedColors: 'active', reducedMotion: 'no-preference' }],
  ['a dark screen', { colorScheme: 'dark' }],
];

describe.each(settings)('With %s', (_, options) => {
  test("the families' form shows its errors, and where the focus is", async () => {
    const { page } = await visit(options);
    await page.goto('/anfrage');
    await page.getByRole('button', { name: t['danger.no'] }).click();
    await page.getByRole('radio', { name: t['replyBy.telephone'] }).check();
    await tabThrough(page);
    await page.getByRole('button', { name: t['form.send'] }).click();
    await page.locator('.error-summary').waitFor();
    await tabThrough(page);
    await expectFits(page, 'form');
    await expectAccessible(page, 'form');
    if (process.env.SHOTS)
      await page.screenshot({
        path: `${process.env.SHOTS}/e2e-${options.colorScheme ?? 'forced'}-form.png`,
        fullPage: true,
      });
  });

  test('a case in the portal shows its buttons, and where the focus is', async () => {
    const { id } = await submit({ kita: 'alzey-muster-west' });
    const { page } = await visit(options);
    await logIn(page, keyboardOf(page), 'social-worker-5', `#/faelle/${id}`);
    await page.getByRole('textbox').waitFor();
    await tabThrough(page);
    await expectFits(page, 'case');
    await expectAccessible(page, 'case');
    if (process.env.SHOTS)
      await page.screenshot({
        path: `${process.env.SHOTS}/e2e-${options.colorScheme ?? 'forced'}-case.png`,
        fullPage: true,
      });
  });
});

test('With forced colours an application and the budget show what is marked, and where the focus is', async () => {
  const id = await toApproval();
  const { page } = await visit({ forcedColors: 'active' });
  await logIn(page, keyboardOf(page), 'head', `#/antraege/${id}`);
  await page.locator('#act-return').click();
  await page.getByRole('button', { name: office['act.return.send'] }).click();
  await page.locator('.error-summary').waitFor();
  await tabThrough(page);
  await expectFits(page, 'application');
  await expectAccessible(page, 'application');
  await page.goto('/portal/#/budget/2027');
  await page.locator('.bar-drawing').first().waitFor();
  await expectFits(page, 'budget');
  await expectAccessible(page, 'budget');
});

test('a phone of some years ago finds its Kita and sends a message', async () => {
  const { page } = await visit();
  // What browsers have had only since 2024, of what a page of today is tempted to use.
  await page.addInitScript(() => {
    for (const [of, name] of [
      [AbortSignal, 'any'],
      [Promise, 'withResolvers'],
      [URL, 'parse'],
      [URL, 'canParse'],
      [Object, 'groupBy'],
      [Array.prototype, 'toSorted'],
      [Array.prototype, 'toReversed'],
      [Array.prototype, 'with'],
      [Array.prototype, 'findLast'],
      [Element.prototype, 'checkVisibility'],
      [Set.prototype, 'union'],
    ] as [object, string][])
      Reflect.deleteProperty(of, name);
  });
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await page.goto('/');
  await page.getByRole('searchbox').fill('Altrhein');
  await page.locator('.result').click();
  await page.locator('.person').waitFor();
  await press(t['responsible.write']);
  await press(t['danger.no']);
  await page.getByRole('radio', { name: t['iAm.guardian'] }).check();
  await page.getByRole('radio', { name: t['replyBy.receipt'] }).check();
  await press(t['form.send']);
  await page.getByRole('heading', { name: t['receipt.title'] }).waitFor();
});
