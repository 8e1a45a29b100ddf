import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { keyboardOf } from './keyboard.ts';
import { type OpenRound, openRound } from './survey-rounds.ts';
import { useBrowser, visit } from './visit.ts';
import { germanOnly, words } from './words.ts';

useBrowser();

const t = words.de;
const NARROW = { width: 360, height: 740 };
const KITA = 'kita:biebelnheim';
const WORDS = 'Das Fest im Sommer.';
let round: OpenRound;
beforeAll(async () => {
  round = await openRound();
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const group = (page: Page, name: string) => page.getByRole('radiogroup', { name, exact: true });

/** The first screen of a unit's survey. */
const open = async (page: Page, unit = KITA, in_: OpenRound = round) => {
  await page.goto(`/umfrage#${in_.linkOf(unit)}`);
  await heading(page, t['survey.title']).waitFor();
};
const goOn = async (page: Page, next: string, step: number) => {
  await button(page, t['survey.next']).click();
  await heading(page, next).waitFor();
  await page.getByText(t['survey.step'].replace('{step}', `${step}`).replace('{steps}', '6')).waitFor();
};
/** Answers two of a family's questions and goes as far as the last screen. */
const fill = async (page: Page) => {
  await button(page, t['survey.begin']).click();
  await page.getByRole('radio', { name: t['known.no'] }).check();
  await goOn(page, t['part.parents.needs'], 2);
  await goOn(page, t['part.parents.needs'], 3);
  await goOn(page, t['part.parents.offers'], 4);
  await goOn(page, t['part.parents.access'], 5);
  await goOn(page, t['part.parents.own-words'], 6);
  await page.getByRole('textbox', { name: t.good }).fill(WORDS);
};
const send = (page: Page) => button(page, t['survey.send']).click();
const onDevice = (page: Page) => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
/** What was sent, and what it was answered with. */
const answered = (page: Page) =>
  page.waitForResponse((response) => response.request().method() === 'PUT' && response.ok());

test('a family answers all of it by keyboard on a small phone, and nothing stays on the phone but that it did', async () => {
  const { page, sent, expectPrivate } = await visit({ viewport: NARROW });
  const keyboard = keyboardOf(page);
  await open(page);
  await page.getByText(round.nameOf(KITA)).waitFor();
  await page.getByText('29. Mai 2026').waitFor();
  await keyboard.enter(button(page, t['survey.begin']));
  const step = async (title: string, answer: () => Promise<void>) => {
    await page.locator('h1:focus', { hasText: title }).waitFor();
    await answer();
    await keyboard.enter(button(page, t['survey.next']));
  };
  const choose = (topic: string, option: string) =>
    keyboard.choose(group(page, topic).getByRole('radio', { name: option, exact: true }));
  const tick = (name: string) => keyboard.choose(page.getByRole('checkbox', { name, exact: true }));
  await step(t['part.parents.known'], () => choose(t.known, t['known.used']));
  await step(t['part.parents.needs'], async () => {
    await choose(t['need-upbringing'], t['need.2']);
    await choose(t['need-money'], t['need.4']);
    // Taken back: it is as if it had never been chosen.
    await choose(t['need-authorities'], t['need.1']);
    await choose(t['need-authorities'], t['survey.no-answer']);
  });
  await step(t['part.parents.needs'], () => choose(t['need-mobility'], t['need.4']));
  await step(t['part.parents.offers'], async () => {
    await tick(t['offers.cafe']);
    await tick(t['offers.online']);
    await tick(t['days.friday']);
  });
  await step(t['part.parents.access'], async () => {
    await choose(t.way, t['way.bus']);
    await tick(t['obstacles.way']);
  });
  await page.locator('h1:focus', { hasText: t['part.parents.own-words'] }).waitFor();
  await keyboard.write(page.getByRole('textbox', { name: t.good }), `  ${WORDS} `);
  const arrived = answered(page);
  await keyboard.enter(button(page, t['survey.send']));
  await page.locator('h1:focus', { hasText: t['survey.thanks'] }).waitFor();
  expect((await arrived).status()).toBe(201);
  const [{ body = '' } = {}, ...more] = sent();
  expect(more).toEqual([]);
  expect(JSON.parse(body)).toEqual({
    token: expect.stringMatching(/^[\w-]{22}$/),
    answers: {
      known: 'used',
      'need-upbringing': '2',
      'need-money': '4',
      'need-mobility': '4',
      offers: ['cafe', 'online'],
      days: ['friday'],
      way: 'bus',
      obstacles: ['way'],
      good: WORDS,
    },
  });
  expectPrivate(WORDS);
  const left = await onDevice(page);
  expect(left).not.toContain('cafe');
  // Neither the answer's id nor the token: they would lead whoever shares the phone to it.
  const [{ url = '' } = {}] = sent();
  const id = url.split('/').at(-1) ?? '';
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(left).not.toContain(id);
  expect(left).not.toContain(JSON.parse(body).token);
  await page.reload();
  await heading(page, t['survey.already']).waitFor();
});

test('in Arabic all of it stands from right to left, and nothing of it is German', async () => {
  const { page } = await visit({ locale: 'ar-SY', viewport: NARROW });
  const ar = words.ar;
  const unit = 'kita:eich-muster';
  const germanWords = async () => {
    const text = await page.locator('main').innerText();
    const known = `${round.nameOf(unit)} Kreisjugendamt Alzey-Worms (Vorführung)`.toLowerCase();
    return (text.match(/[A-Za-zÄÖÜäöüß]{3,}/g) ?? [])
      .map((word) => word.toLowerCase())
      .filter((word) => germanOnly.has(word) && !known.includes(word));
  };
  await page.goto(`/umfrage#${round.linkOf(unit)}`);
  await heading(page, ar['survey.title']).waitFor();
  await page.locator('html[dir="rtl"]').waitFor();
  expect(await germanWords()).toEqual([]);
  await button(page, ar['survey.begin']).click();
  const titles = ['known', 'needs', 'needs', 'offers', 'access', 'own-words'] as const;
  for (const [at, part] of titles.entries()) {
    await heading(page, ar[`part.parents.${part}`]).waitFor();
    await page.getByText(ar['survey.step'].replace('{step}', `${at + 1}`).replace('{steps}', '6')).waitFor();
    expect(await germanWords()).toEqual([]);
    const first = page.locator('form input').first();
    if (part !== 'own-words') await first.check();
    await button(page, ar[at === 5 ? 'survey.send' : 'survey.next']).click();
  }
  await heading(page, ar['survey.thanks']).waitFor();
  expect(await germanWords()).toEqual([]);
});

test('answers outlive a change of language, the way back and a reload, and can be thrown away', async () => {
  const { page, sent } = await visit();
  await open(page);
  await fill(page);
  await page.getByRole('link', { name: 'العربية' }).click();
  await page.locator('html[dir="rtl"]').waitFor();
  expect(await page.getByRole('textbox').first().inputValue()).toBe(WORDS);
  expect(new URL(page.url()).hash).toBe(`#${round.linkOf(KITA)}`);
  await page.getByRole('link', { name: 'Deutsch' }).click();
  await page.locator('html[dir="ltr"]').waitFor();
  await button(page, t['survey.back']).click();
  await heading(page, t['part.parents.access']).waitFor();
  for (let n = 0; n < 4; n += 1) await page.goBack();
  await heading(page, t['part.parents.known']).waitFor();
  expect(await page.getByRole('radio', { name: t['known.no'] }).isChecked()).toBe(true);
  await page.reload();
  await heading(page, t['part.parents.known']).waitFor();
  expect(await page.getByRole('radio', { name: t['known.no'] }).isChecked()).toBe(true);
  await button(page, t['survey.drop']).click();
  await page.getByRole('dialog').getByRole('button', { name: t['survey.drop'] }).click();
  await page.getByText(t['survey.dropped']).waitFor();
  expect(await onDevice(page)).not.toContain(WORDS);
  expect(sent()).toEqual([]);
});

test('without a network in the middle of it the answers stay through a reload, and go when it is back', async () => {
  const { page } = await visit({ viewport: NARROW });
  const context = page.context();
  await open(page);
  await button(page, t['survey.begin']).click();
  await page.getByRole('radio', { name: t['known.no'] }).check();
  await context.setOffline(true);
  // Everything that the form needs has come with its first screen.
  await goOn(page, t['part.parents.needs'], 2);
  await goOn(page, t['part.parents.needs'], 3);
  await goOn(page, t['part.parents.offers'], 4);
  await page.getByRole('checkbox', { name: t['offers.cafe'] }).check();
  await context.setOffline(false);
  await page.reload();
  await heading(page, t['part.parents.offers']).waitFor();
  expect(await page.getByRole('checkbox', { name: t['offers.cafe'] }).isChecked()).toBe(true);
  await goOn(page, t['part.parents.access'], 5);
  await goOn(page, t['part.parents.own-words'], 6);
  await context.setOffline(true);
  await send(page);
  await heading(page, t['survey.waiting']).waitFor();
  await page.getByText(t['survey.waiting-network']).waitFor();
  // The page comes again before the network reaches as far as the server.
  await page.route('**/api/surveys/**', (route) => route.abort('internetdisconnected'));
  await context.setOffline(false);
  await page.reload();
  await heading(page, t['survey.waiting']).waitFor();
  await page.getByText('29. Mai 2026').waitFor();
  await page.unrouteAll();
  const arrived = answered(page);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  expect((await arrived).request().postDataJSON().answers).toEqual({ known: 'no', offers: ['cafe'] });
  await heading(page, t['survey.thanks']).waitFor();
});

test('what waits can be changed before it goes, and a server that is not well is no lost answer', async () => {
  const { page, sent } = await visit();
  await open(page);
  await fill(page);
  await page.route('**/api/surveys/*/answers/*', (route) => route.fulfill({ status: 503, body: '' }), {
    times: 1,
  });
  await send(page);
  await page.getByText(t['survey.waiting-server']).waitFor();
  await button(page, t['survey.change']).click();
  await heading(page, t['part.parents.known']).waitFor();
  await page.getByRole('radio', { name: t['known.used'] }).check();
  for (let n = 0; n < 5; n += 1) await button(page, t['survey.next']).click();
  await send(page);
  await heading(page, t['survey.thanks']).waitFor();
  const [first, second] = sent().map(({ url, body }) => [url, JSON.parse(body).token]);
  expect(second).toEqual(first);
});

test('what waits goes from another page too, when the network is back', async () => {
  const { page, sent } = await visit();
  const context = page.context();
  await open(page);
  await fill(page);
  await context.setOffline(true);
  await send(page);
  await heading(page, t['survey.waiting']).waitFor();
  await page.getByRole('link', { name: t['site.home'], exact: true }).click();
  await page.waitForURL((url) => url.pathname === '/');
  const arrived = answered(page);
  await context.setOffline(false);
  expect((await arrived).status()).toBe(201);
  // Left before the page has heard of it, the answers would be sent once more, and thanked for.
  await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.includes('waiting.')));
  expect(sent().at(-1)?.method).toBe('PUT');
  await page.goto(`/umfrage#${round.linkOf(KITA)}`);
  await heading(page, t['survey.already']).waitFor();
});

test('it is counted once when the network fails after it has arrived, and when two tabs send it', async () => {
  const { page } = await visit();
  const other = await page.context().newPage();
  for (const tab of [page, other]) await open(tab);
  await fill(page);
  await fill(other);
  const statuses: number[] = [];
  page.context().on('response', (response) => {
    if (response.request().method() === 'PUT') statuses.push(response.status());
  });
  await page.route(
    '**/api/surveys/*/answers/*',
    async (route) => {
      expect((await route.fetch()).status()).toBe(201);
      await route.abort('connectionreset');
    },
    { times: 1 },
  );
  await send(page);
  await heading(page, t['survey.waiting']).waitFor();
  await button(page, t['survey.send-now']).click();
  await heading(page, t['survey.thanks']).waitFor();
  await send(other);
  await heading(other, t['survey.already']).waitFor();
  expect(statuses).toEqual([200]);
});

test('another person of the family answers on the same phone with a token of their own', async () => {
  const { page, sent } = await visit();
  for (const before of ['survey.title', 'survey.already'] as const) {
    await page.goto('about:blank');
    await page.goto(`/umfrage#${round.linkOf(KITA)}`);
    await heading(page, t[before]).waitFor();
    if (before === 'survey.already') await button(page, t['survey.other']).click();
    await fill(page);
    const arrived = answered(page);
    await send(page);
    expect((await arrived).status()).toBe(201);
    await heading(page, t['survey.thanks']).waitFor();
  }
  const [first, second] = sent().map(({ body }) => JSON.parse(body).token as string);
  expect(second).not.toBe(first);
});

test('a round that ends while somebody types takes nothing more, says so, and leaves the answers on the phone', async () => {
  const short = await openRound();
  const { page } = await visit({ viewport: NARROW });
  await open(page, KITA, short);
  await fill(page);
  await short.end();
  await send(page);
  await page.locator('h1:focus', { hasText: t['survey.ended'] }).waitFor();
  await page.getByText(t['survey.late'], { exact: true }).waitFor();
  await page.locator('dd', { hasText: WORDS }).waitFor();
  await page.locator('main a[href^="tel:"]').waitFor();
  await page.reload();
  await page.locator('dd', { hasText: WORDS }).waitFor();
  expect(await onDevice(page)).toContain(WORDS);
  await button(page, t['survey.drop']).click();
  await page.getByRole('dialog').getByRole('button', { name: t['survey.drop'] }).click();
  await page.locator('dd', { hasText: WORDS }).waitFor({ state: 'detached' });
  expect(await onDevice(page)).not.toContain(WORDS);
});

test('who leaves quickly leaves no answers on the phone', async () => {
  const { page } = await visit({ mayLeaveTo: 'https://www.dwd.de' });
  await open(page);
  await fill(page);
  await button(page, t['site.leave']).click();
  await page.waitForURL('https://www.dwd.de/**');
  await page.goto(`/umfrage#${round.linkOf(KITA)}`);
  await heading(page, t['survey.title']).waitFor();
  expect(await onDevice(page)).not.toContain(WORDS);
  await button(page, t['survey.begin']).waitFor();
});

test('the code on the poster can be typed, and a wrong one says what to do', async () => {
  const { page } = await visit();
  await page.goto('/umfrage');
  const link = round.linkOf(KITA);
  const code = page.getByRole('textbox', { name: t['survey.code'] });
  await button(page, t['survey.open']).click();
  await page.getByText(t['survey.code-wrong']).waitFor();
  await code.fill('2222 2222 22');
  await button(page, t['survey.open']).click();
  await page.getByText(t['survey.unknown-text']).waitFor();
  await code.fill(`${link.slice(0, 5).toUpperCase()} ${link.slice(5)}`);
  await button(page, t['survey.open']).click();
  await heading(page, t['survey.title']).waitFor();
});

test('the institutions of a social area answer their own questions on the same page', async () => {
  const { page } = await visit();
  await open(page, round.area);
  await button(page, t['survey.begin']).click();
  await page.getByRole('radio', { name: t['area-known.work-together'] }).check();
  await button(page, t['survey.next']).click();
  await heading(page, t['part.social-area.area']).waitFor();
  await group(page, t.waiting).getByRole('radio', { name: t['quantity.5-9'] }).check();
  while (!(await button(page, t['survey.send']).isVisible())) await button(page, t['survey.next']).click();
  const arrived = answered(page);
  await send(page);
  expect((await arrived).request().postDataJSON().answers).toEqual({
    'area-known': 'work-together',
    waiting: '5-9',
  });
  await heading(page, t['survey.thanks']).waitFor();
});
