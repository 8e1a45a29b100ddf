import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import deApi from '../../domain/languages/de/api.json' with { type: 'json' };
import { keyboardOf } from './keyboard.ts';
import { countMails, submit, until, untilTold, writeTo } from './machine.ts';
import { control, logIn } from './portal.ts';
import { useBrowser, visit } from './visit.ts';
import { portal, problems, words } from './words.ts';

useBrowser();

const t = words.de;
const NAME = 'Familie Żółć-Nguyễn';
const PHONE = '06731 000000';
const MESSAGE = 'Wir möchten reden.\nAm liebsten bald.';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const message = (page: Page) => page.getByRole('textbox', { name: t.message });

/** Everything that a form of this family holds. */
const fill = async (page: Page) => {
  await page.getByRole('radio', { name: t['iAm.guardian'] }).check();
  await page.getByRole('textbox', { name: t.name }).fill(NAME);
  await page.getByRole('radio', { name: t['replyBy.telephone'] }).check();
  await page.getByRole('textbox', { name: t.phone }).fill(PHONE);
  await page.getByRole('radio', { name: t['mayLeaveMessage.yes'], exact: true }).check();
  await page.getByRole('checkbox', { name: t['reachableOn.monday'] }).check();
  await page.getByRole('combobox', { name: t.language }).selectOption('tr');
  await page.getByRole('checkbox', { name: t['topics.health'] }).check();
  await message(page).fill(MESSAGE);
};

const expectFilled = async (page: Page) => {
  await page.locator('input[name="name"]').waitFor();
  const values = await page.evaluate(() =>
    Object.fromEntries(
      [
        ...document.querySelectorAll<HTMLInputElement>(
          'form input:not([type="search"]), form select, form textarea',
        ),
      ]
        .filter((input) => !['radio', 'checkbox'].includes(input.type) || input.checked)
        .map(({ name, value }) => [name, value]),
    ),
  );
  expect(values).toEqual({
    iAm: 'guardian',
    name: NAME,
    replyBy: 'telephone',
    phone: PHONE,
    mayLeaveMessage: 'yes',
    reachableOn: 'monday',
    language: 'tr',
    topics: 'health',
    message: MESSAGE,
  });
};

/** As far as the form, with a Kita chosen in it. */
const begin = async (page: Page, kita: string) => {
  await page.goto('/anfrage');
  await press(page, t['danger.no']);
  await page.getByRole('searchbox').fill(kita);
  await page.locator('.result').click();
  await page.locator('.person').waitFor();
};

describe('What a family has typed', () => {
  test('outlives a failed try, a reload and a change of language, and lies in no address', async () => {
    const { page, expectPrivate, sent } = await visit();
    await begin(page, 'Altrhein');
    await fill(page);
    await page.getByRole('textbox', { name: t.phone }).fill('12');
    await press(page, t['form.send']);
    await page.locator('.error-summary').getByText(problems.de.phone).waitFor();
    await page.getByRole('textbox', { name: t.phone }).fill(PHONE);
    await expectFilled(page);
    await page.reload();
    await expectFilled(page);
    await page.getByText('Kita Altrheinfrösche').waitFor();
    await page.getByRole('link', { name: 'العربية' }).click();
    await page.locator('html[dir="rtl"]').waitFor();
    await expectFilled(page);
    await page.getByRole('link', { name: 'Deutsch' }).click();
    await page.locator('html[dir="ltr"]').waitFor();
    await expectFilled(page);
    expect(sent()).toEqual([]);
    expectPrivate(NAME, PHONE, MESSAGE, '000000');
  });

  test('outlives a server that refuses it, and the sentences of the server stand at the fields', async () => {
    const { page } = await visit();
    await begin(page, 'Altrhein');
    await fill(page);
    // The page checks with the server's own schema: only a newer server can refuse what it lets pass.
    await page.route('**/api/contact-requests/*', (route) =>
      route.fulfill({
        status: 422,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          type: 'about:blank',
          title: 'x',
          status: 422,
          detail: 'x',
          errors: [{ path: 'phone', message: 'Unter dieser Nummer geht niemand ans Telefon.' }],
        }),
      }),
    );
    await press(page, t['form.send']);
    await page.locator('.error-summary:focus').getByText('Unter dieser Nummer').waitFor();
    await expectFilled(page);
    await page.reload();
    await expectFilled(page);
  });

  test('is sent once when the network fails after it has arrived', async () => {
    const { page, sent } = await visit();
    const before = await countMails('social-worker-4');
    await begin(page, 'Rebenzwerge');
    await fill(page);
    let arrived = '';
    await page.route(
      '**/api/contact-requests/*',
      async (route) => {
        arrived = await (await route.fetch()).text();
        await route.abort('connectionreset');
      },
      { times: 1 },
    );
    await press(page, t['form.send']);
    await page.getByText(t['failure.network'], { exact: true }).waitFor();
    await expectFilled(page);
    await press(page, t['failure.again']);
    await page.getByRole('heading', { name: t['receipt.title'] }).waitFor();
    const code = await page.locator('.code').textContent();
    expect((JSON.parse(arrived) as { receipt: string }).receipt.replaceAll('-', '')).toBe(
      code?.replaceAll('-', ''),
    );
    const [first, second, ...more] = sent();
    expect(second).toEqual(first);
    expect(more).toEqual([]);
    await untilTold('social-worker-4', before);
    // The code outlives a reload, too: nobody could tell it again.
    await page.reload();
    expect(await page.locator('.code').textContent()).toBe(code);
  });

  test('stays when the person to whom it must not go is not responsible there, and says so', async () => {
    const { page, sent } = await visit();
    // As if the register had changed since the page looked.
    await page.route('**/api/responsible?*', async (route) => {
      const answer = await (await route.fetch()).json();
      await route.fulfill({ json: { ...answer, person: { id: 'gone', name: 'Frida Früher' } } });
    });
    await begin(page, 'Altrhein');
    await page.getByRole('checkbox', { name: t['responsible.other'] }).check();
    await fill(page);
    await press(page, t['form.send']);
    await page.locator('.error-summary').getByText(problems.de['notToPerson.unknown-choice']).waitFor();
    await expectFilled(page);
    await page.unrouteAll();
    await page.getByRole('searchbox').fill('Altrhein');
    await page.locator('.result').click();
    await page.getByRole('checkbox', { name: t['responsible.other'] }).check();
    await press(page, t['form.send']);
    await page.getByRole('heading', { name: t['receipt.title'] }).waitFor();
    expect(sent().map(({ body }) => (JSON.parse(body) as { notToPerson?: string }).notToPerson)).toEqual([
      'gone',
      'social-worker-6',
    ]);
  });

  test('stays when its id was used for something that is deleted by now, and goes under another', async () => {
    const { page, sent } = await visit();
    await begin(page, 'Altrhein');
    await fill(page);
    const [title, detail] = [deApi['erased.title'], deApi['erased.detail']];
    await page.route(
      '**/api/contact-requests/*',
      (route) =>
        route.fulfill({
          status: 409,
          contentType: 'application/problem+json',
          body: JSON.stringify({ type: '/problems/erased', title, status: 409, detail }),
        }),
      { times: 1 },
    );
    await press(page, t['form.send']);
    await page.getByRole('alert').getByText(detail).waitFor();
    await expectFilled(page);
    await press(page, t['failure.conflict-send']);
    await page.getByRole('heading', { name: t['receipt.title'] }).waitFor();
    const [first, second] = sent();
    expect(second?.body).toBe(first?.body);
    expect(second?.url).not.toBe(first?.url);
  });

  test('stays when the mailbox takes no more, and the page says why', async () => {
    const { receipt } = await submit({ kita: 'gau-bickelheim-muster' });
    for (let n = 0; n < 20; n += 1) await writeTo(receipt, `Nachricht ${n}`);
    const { page } = await visit();
    await page.goto('/postfach');
    await page.getByRole('textbox').fill(receipt);
    await press(page, t['mailbox.open']);
    await message(page).fill(MESSAGE);
    await press(page, t['mailbox.send']);
    await page.getByRole('alert').getByText(deApi['wait-for-answer.detail']).waitFor();
    expect(await message(page).inputValue()).toBe(MESSAGE);
    await page.reload();
    expect(await message(page).inputValue()).toBe(MESSAGE);
  });

  test('stays to be read when the case was ended meanwhile', async () => {
    const { receipt } = await submit({ kita: 'gau-bickelheim-muster' });
    const { page } = await visit();
    await page.goto('/postfach');
    await page.getByRole('textbox').fill(receipt);
    await press(page, t['mailbox.open']);
    await message(page).fill(MESSAGE);
    const elsewhere = await visit();
    await elsewhere.page.goto('/postfach');
    await elsewhere.page.getByRole('textbox').fill(receipt);
    await press(elsewhere.page, t['mailbox.open']);
    await press(elsewhere.page, t['withdraw.open']);
    await press(elsewhere.page, t['withdraw.confirm']);
    await elsewhere.page.getByText(t['mailbox.state.withdrawn-text']).waitFor();
    await press(page, t['mailbox.send']);
    await page.getByRole('heading', { name: t['mailbox.unsent'] }).waitFor();
    await page.getByText(MESSAGE).waitFor();
    await press(page, t['close.open']);
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('reden');
  });

  test('is gone with the tab, unless it is to be kept on the device', async () => {
    const { page } = await visit();
    await begin(page, 'Altrhein');
    await fill(page);
    const context = page.context();
    await page.close();
    const next = await context.newPage();
    await begin(next, 'Altrhein');
    expect(await message(next).inputValue()).toBe('');
    await fill(next);
    await next.getByRole('checkbox', { name: t['draft.keep'] }).check();
    await next.close();
    const last = await context.newPage();
    await last.goto('/anfrage');
    await press(last, t['danger.no']);
    await expectFilled(last);
    await press(last, t['draft.delete']);
    await last.getByRole('dialog').getByRole('button', { name: t['draft.delete'] }).click();
    await last.getByText(t['draft.deleted']).waitFor();
    expect(await message(last).inputValue()).toBe('');
    expect(await last.evaluate(() => localStorage.length)).toBe(0);
  });

  test('is forgotten when somebody leaves quickly, and the way back leads nowhere', async () => {
    const { page } = await visit({ mayLeaveTo: 'https://www.dwd.de' });
    await page.goto('about:blank');
    await begin(page, 'Altrhein');
    await fill(page);
    await press(page, t['site.leave']);
    await page.waitForURL('https://www.dwd.de/**');
    await page.goBack();
    expect(page.url()).toBe('about:blank');
    // The views that lay above still stand in the history; they lead away again.
    await page.goForward();
    await page.goForward().catch(() => undefined);
    await page.waitForURL('https://www.dwd.de/**');
    await page.goto('/nachricht');
    await page.getByRole('heading', { name: t['danger.title'] }).waitFor();
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain(NAME);
    // Twice Esc does the same.
    await press(page, t['danger.no']);
    await message(page).fill(MESSAGE);
    // Two within a second: a busy machine may need more than one try.
    await until(async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      return page.url().startsWith('https://www.dwd.de');
    });
  });
});

describe('What a social worker has typed', () => {
  test('outlives a reload and a session that ends while the answer is sent', async () => {
    const { id } = await submit({ kita: 'muehlbachindianer' });
    const { page, expectPrivate, asked } = await visit();
    const keyboard = keyboardOf(page);
    await logIn(page, keyboard, 'social-worker-10', `#/faelle/${id}`);
    const reply = page.getByRole('textbox', { name: portal['reply.label'] });
    await reply.fill('Gerne am Montag.');
    await page.reload();
    await reply.waitFor();
    expect(await reply.inputValue()).toBe('Gerne am Montag.');
    // Whatever token it has, the server does not take it any more, and gives no new one.
    await page.route('**/api/**', (route) => route.fulfill({ status: 401, json: {} }));
    await page.route('**/login/token', (route) =>
      route.fulfill({ status: 400, json: { error: 'invalid_grant' } }),
    );
    await keyboard.enter(control(page, 'button', 'reply.send'));
    const again = control(page, 'button', 'login.ended.button');
    await again.waitFor();
    await page.unrouteAll();
    await keyboard.enter(again);
    await page.waitForURL((url) => url.hash === `#/faelle/${id}`);
    await reply.waitFor();
    expect(await reply.inputValue()).toBe('Gerne am Montag.');
    await keyboard.enter(control(page, 'button', 'reply.send'));
    await page.getByText(portal['reply.sent']).waitFor();
    expectPrivate('Gerne', 'Familie Muster');
    // A token travels in a header or a body, never in an address.
    expect(
      asked.filter(({ url }) => /token=|eyJ/.test(url)).map(({ url }) => url.replace(/id_token_hint=.*/, '')),
    ).toEqual([]);
  });

  test('stays to be read when somebody else has taken the case over, or the family has withdrawn it', async () => {
    const { id, receipt } = await submit({ kita: 'muehlbachindianer' });
    const { page } = await visit();
    const keyboard = keyboardOf(page);
    await logIn(page, keyboard, 'social-worker-10', `#/faelle/${id}`);
    await page.getByRole('textbox', { name: portal['reply.label'] }).fill('Gerne am Montag.');
    const withdrawal = await fetch(new URL('/api/mailbox/withdrawal', page.url()), {
      method: 'POST',
      headers: { authorization: `Receipt ${receipt}` },
    });
    expect(withdrawal.status).toBe(200);
    await keyboard.enter(control(page, 'button', 'reply.send'));
    await page.getByRole('heading', { name: portal['reply.unsent'] }).waitFor();
    await page.getByText('Gerne am Montag.').waitFor();
    await page.route(`**/api/submissions/${id}`, (route) =>
      route.fulfill({ status: 404, json: { status: 404 } }),
    );
    await page.reload();
    await page.getByRole('heading', { name: portal['failure.missing.title'] }).waitFor();
    await page.getByText('Gerne am Montag.').waitFor();
  });
});
