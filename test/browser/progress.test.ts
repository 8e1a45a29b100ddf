import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { keyboardOf } from './keyboard.ts';
import { submit } from './machine.ts';
import { control, logIn } from './portal.ts';
import { useBrowser, visit } from './visit.ts';
import { portal, words } from './words.ts';

useBrowser();

const t = words.de;

/** Lets every request to an address wait until it is released. */
const hold = async (page: Page, url: string) => {
  const gate = Promise.withResolvers<void>();
  await page.route(url, async (route) => {
    await gate.promise;
    await route.continue();
  });
  return gate.resolve;
};

test('while a message is on its way the page says so, and a second click sends nothing more', async () => {
  const { page, sent } = await visit();
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await page.goto('/anfrage');
  await button(t['danger.no']).click();
  await page.getByRole('searchbox').fill('Altrhein');
  await page.locator('.result').click();
  await page.getByRole('radio', { name: t['iAm.guardian'] }).check();
  await page.getByRole('radio', { name: t['replyBy.receipt'] }).check();
  const release = await hold(page, '**/api/contact-requests/*');
  await button(t['form.send']).click();
  await page.getByRole('status').getByText(t['form.sending']).waitFor();
  await button(t['form.send']).click({ force: true });
  await page.keyboard.press('Enter');
  release();
  await page.getByRole('heading', { name: t['receipt.title'] }).waitFor();
  expect(sent()).toHaveLength(1);
});

test('while a case is opened and a reply is sent the portal says so', async () => {
  const { id } = await submit({ kita: 'muehlbachindianer' });
  const { page, sent } = await visit();
  const keyboard = keyboardOf(page);
  await logIn(page, keyboard, 'social-worker-10');
  const opened = await hold(page, `**/api/submissions/${id}`);
  await page.goto(`/portal/#/faelle/${id}`);
  await page.getByRole('status').getByText(portal['app.loading']).waitFor();
  opened();
  await page.getByRole('textbox', { name: portal['reply.label'] }).fill('Gern.');
  const arrived = await hold(page, `**/api/submissions/${id}/messages`);
  await keyboard.enter(control(page, 'button', 'reply.send'));
  await control(page, 'button', 'app.sending').waitFor();
  await page.keyboard.press('Enter');
  arrived();
  await page.getByText(portal['reply.sent']).waitFor();
  expect(sent().filter(({ url }) => url.endsWith('/messages'))).toHaveLength(1);
});
