import { expect, test } from 'vitest';
import county from '../../counties/alzey-worms/county.json' with { type: 'json' };
import { toE164 } from '../../domain/people/phone.ts';
import { keyboardOf } from './keyboard.ts';
import { useBrowser, visit } from './visit.ts';
import { words } from './words.ts';

useBrowser();

const t = words.de;

const isFile = (url: string) => /^\/assets\/[\w.-]+$/.test(new URL(url).pathname) && !url.includes('?');

test('"A child is in danger" is neither sent nor stored, and the numbers are there', async () => {
  const { page, asked } = await visit();
  const keyboard = keyboardOf(page);
  await page.goto('/anfrage');
  const yes = page.getByRole('button', { name: t['danger.yes'] });
  await yes.waitFor();
  // The form's own files may come at any moment; they are the same for everybody and say nothing.
  const told = () => asked.filter(({ method, url }) => method !== 'GET' || !isFile(url)).length;
  const stored = () =>
    page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie]));
  const before = { told: told(), stored: await stored() };
  await keyboard.enter(yes);
  await page.getByRole('heading', { name: t['emergency.title'] }).waitFor();
  const numbers = await page
    .locator('main a[href^="tel:"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(numbers.slice(0, 4)).toEqual(['tel:110', 'tel:112', 'tel:116111', 'tel:+498001110550']);
  expect(numbers.slice(4)).toEqual(county.emergency.slice(4).map(({ number }) => `tel:${toE164(number)}`));
  expect({ told: told(), stored: await stored() }).toEqual(before);
});

test('the numbers stand when the server does not answer at all', async () => {
  const { page } = await visit();
  await page.route('**/api/**', (route) => route.abort());
  await page.goto('/notfall');
  await page.getByRole('heading', { name: t['emergency.title'] }).waitFor();
  expect(await page.locator('main a[href^="tel:"]').count()).toBe(4);
});

test('the form says when somebody reads next, and which numbers are answered now', async () => {
  const { page } = await visit();
  await page.route('**/api/county', async (route) => {
    const answer = await (await route.fetch()).json();
    await route.fulfill({ json: { ...answer, nextReadingDay: '2099-01-05' } });
  });
  await page.goto('/anfrage');
  await page.getByRole('button', { name: t['danger.no'] }).click();
  const form = page.locator('form');
  await form.getByText(t['responsible.reading']).waitFor();
  await form.getByText('Montag, 5. Januar 2099').waitFor();
  const numbers = await form
    .locator('a[href^="tel:"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(numbers.slice(0, 4)).toEqual(['tel:110', 'tel:112', 'tel:116111', 'tel:+498001110550']);
});
