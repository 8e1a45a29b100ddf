import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { keyboardOf } from './keyboard.ts';
import { expectAccessible } from './look.ts';
import { countMails, mailsTo, until, untilTold } from './machine.ts';
import { control, heading, logIn } from './portal.ts';
import { useBrowser, visit } from './visit.ts';
import { germanOnly, mails, portal, problems, type Spoken, words } from './words.ts';

useBrowser();

interface Family {
  language: Spoken;
  locale: string;
  search: string;
  kita: string;
  person: string;
  worker: string;
  email: string;
  topic: 'topics.money';
  message: string;
  back: string;
  reply: string;
}

const families: Family[] = [
  {
    language: 'de',
    locale: 'de-DE',
    search: 'biebel',
    kita: 'Kita Biebelnheim',
    person: 'Amira Beispiel',
    worker: 'social-worker',
    email: 'familie.weg@example.org',
    topic: 'topics.money',
    message: 'Wir verstehen den Bescheid vom Amt nicht.',
    back: 'Donnerstag passt uns gut.',
    reply: 'Danke für Ihre Nachricht. Passt Ihnen Donnerstag?',
  },
  {
    language: 'ar',
    locale: 'ar-SY',
    search: 'effenkranz',
    kita: 'Kita Am Effenkranz',
    person: 'Bernd Probe',
    worker: 'social-worker-2',
    email: 'usra@example.org',
    topic: 'topics.money',
    message: 'لا نفهم الرسالة التي وصلتنا من الدائرة.',
    back: 'يناسبنا يوم الخميس.',
    reply: 'ما الوقت المناسب لكم للحديث؟',
  },
];

/** German words that an Arabic page shows outside of names. */
const germanOn = async (page: Page): Promise<string[]> => {
  const texts = await page.evaluate(() => {
    const own: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element?.checkVisibility() || element.closest('bdi, [lang]:not([lang="ar"])')) continue;
      own.push(node.textContent ?? '');
    }
    return own;
  });
  return texts
    .flatMap((text) => text.match(/[A-Za-zÄÖÜäöüß]{3,}/g) ?? [])
    .filter((word) => germanOnly.has(word.toLowerCase()));
};

describe.each(families)('A family that speaks $language, with the keyboard alone,', (family) => {
  const { language } = family;
  const t = words[language];

  const expectLanguage = async (page: Page) => {
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
    if (language === 'ar') expect(await germanOn(page)).toEqual([]);
  };
  const shoot = (page: Page, step: string) =>
    process.env.SHOTS
      ? page.screenshot({ path: `${process.env.SHOTS}/e2e-${language}-${step}.png`, fullPage: true })
      : undefined;

  test('finds its social worker, writes, is answered, writes back, and sees that the case is closed', async () => {
    const { page, expectPrivate } = await visit({ locale: family.locale });
    const keyboard = keyboardOf(page);
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const title = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });

    // Who is responsible?
    await page.goto('/');
    await title(t['start.title']).waitFor();
    await expectLanguage(page);
    await keyboard.write(page.getByRole('searchbox'), family.search);
    await keyboard.enter(page.getByRole('list', { name: t['finder.results'] }).getByRole('button'));
    await page.getByText(family.person).waitFor();
    await expectLanguage(page);
    await shoot(page, '1-responsible');
    await keyboard.enter(button(t['responsible.write']));

    // Is a child in danger?
    await title(t['danger.title']).waitFor();
    await page.locator('h1:focus').waitFor();
    await shoot(page, '2-danger');
    await keyboard.enter(button(t['danger.no']));

    // A form sent too early says what is missing.
    await title(t['form.title']).waitFor();
    await expectLanguage(page);
    await expectAccessible(page, 'the form');
    await keyboard.enter(button(t['form.send']));
    await page.locator('.error-summary:focus').waitFor();
    await expectLanguage(page);
    await expectAccessible(page, 'the form after a failed try');
    await shoot(page, '3-errors');
    const links = page.locator('.error-summary').getByRole('link');
    expect(await links.allTextContents()).toEqual([
      problems[language]['iAm.required'],
      problems[language]['replyBy.required'],
    ]);
    await keyboard.enter(links.nth(1));
    await page.locator('[name="replyBy"]:focus').waitFor();
    await keyboard.to(links.first(), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.locator('[name="iAm"]:focus').waitFor();

    // Filled in, it arrives.
    await keyboard.choose(page.getByRole('radio', { name: t['iAm.carer'] }));
    await keyboard.write(page.getByRole('textbox', { name: t.name }), 'Weg');
    await keyboard.choose(page.getByRole('radio', { name: t['replyBy.e-mail'] }));
    await keyboard.write(page.getByRole('textbox', { name: t.email }), family.email);
    await keyboard.choose(page.getByRole('checkbox', { name: t[family.topic] }));
    await keyboard.write(page.getByRole('textbox', { name: t.message }), family.message);
    await shoot(page, '4-form');
    const told = await countMails(family.worker);
    await keyboard.enter(button(t['form.send']));
    await title(t['receipt.title']).waitFor();
    await expectLanguage(page);
    await expectAccessible(page, 'the receipt');
    await shoot(page, '5-receipt');
    const code = (await page.locator('.code').textContent())?.trim() ?? '';
    expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    const [received] = await until(async () => {
      const all = await mailsTo(family.email);
      return all.length > 0 && all;
    });
    expect(received?.subject).toBe(mails[language]['family.subject']);
    expect(received?.text.split('\n')[0]).toBe(mails[language]['family.received'].split('\n')[0]);
    await keyboard.enter(button(t['receipt.finish']));
    await title(t['start.title']).waitFor();
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain(code);

    // The social worker accepts, and answers.
    const office = await visit();
    const desk = keyboardOf(office.page);
    await untilTold(family.worker, told);
    await logIn(office.page, desk, family.worker);
    await heading(office.page, portal['tasks.title']).waitFor();
    await shoot(office.page, '6-tasks');
    await desk.enter(office.page.getByRole('table').getByRole('link').first());
    await office.page.getByText(family.message).waitFor();
    await shoot(office.page, '7-case');
    await desk.enter(control(office.page, 'button', 'action.accept'));
    await office.page.getByText(portal['done.accept']).waitFor();
    await desk.write(office.page.getByRole('textbox', { name: portal['reply.label'] }), family.reply);
    await desk.enter(control(office.page, 'button', 'reply.send'));
    await office.page.getByText(portal['reply.sent']).waitFor();
    await shoot(office.page, '8-replied');

    // The family reads it by its code, on another device, and writes back.
    const [, news] = await until(async () => {
      const all = await mailsTo(family.email);
      return all.length > 1 && all;
    });
    expect(news?.text.split('\n')[0]).toBe(mails[language]['family.news'].split('\n')[0]);
    const mailbox = new URL(news?.text.match(/https?:\/\/\S+/)?.[0] ?? '');
    const phone = await visit({ locale: family.locale });
    const thumb = keyboardOf(phone.page);
    await phone.page.goto(mailbox.pathname + mailbox.search);
    await thumb.write(phone.page.getByRole('textbox', { name: t['mailbox.code'] }), code.toLowerCase());
    await expectLanguage(phone.page);
    await thumb.enter(phone.page.getByRole('button', { name: t['mailbox.open'], exact: true }));
    await phone.page.getByText(family.reply).waitFor();
    await expectLanguage(phone.page);
    await expectAccessible(phone.page, 'the mailbox');
    await thumb.write(phone.page.getByRole('textbox', { name: t.message }), family.back);
    await shoot(phone.page, '9-mailbox');
    await thumb.enter(phone.page.getByRole('button', { name: t['mailbox.send'], exact: true }));
    await phone.page.getByText(t['mailbox.sent']).waitFor();

    // The case ends with an outcome.
    await desk.enter(control(office.page, 'button', 'case.reload'));
    await office.page.getByText(family.back).waitFor();
    await desk.enter(control(office.page, 'button', 'action.close'));
    await desk.enter(control(office.page, 'button', 'close.confirm'));
    await office.page.getByRole('link', { name: portal['problem.outcome.required'] }).waitFor();
    await expectAccessible(office.page, 'the dialog after a failed try');
    await desk.choose(office.page.getByRole('radio', { name: portal['outcome.advised'] }));
    await shoot(office.page, '10-close');
    await desk.enter(control(office.page, 'button', 'close.confirm'));
    await office.page.getByText(portal['done.close']).waitFor();
    await shoot(office.page, '11-closed');

    // And the family sees it.
    await thumb.enter(phone.page.getByRole('button', { name: t['mailbox.refresh'], exact: true }));
    await phone.page.getByText(t['mailbox.state.closed-text']).waitFor();
    await expectLanguage(phone.page);
    await shoot(phone.page, '12-closed');
    await thumb.enter(phone.page.getByRole('button', { name: t['close.open'], exact: true }));
    await phone.page.getByText(t['close.done']).waitFor();

    const personal = [code, family.email, family.message, family.back, family.reply];
    for (const one of [expectPrivate, office.expectPrivate, phone.expectPrivate]) one(...personal);
  });
});
