import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { views } from '../../web/families/navigation/views.ts';
import { look, WIDE } from './look.ts';
import { submit } from './machine.ts';
import { useBrowser, visit } from './visit.ts';
import { type Spoken, type Word, words } from './words.ts';

useBrowser();

/** Views that the other tests go through, in all their states. */
const shownElsewhere = ['start', 'danger', 'emergency', 'form', 'mailbox'];

const locales: Record<Spoken, string> = { de: 'de-DE', ar: 'ar-SY' };

describe.each(['de', 'ar'] as const)(
  'In the language %s, in a wide, a small and a zoomed window,',
  (language) => {
    const t = words[language];
    const open = async (path: string) => {
      const visitor = await visit({ locale: locales[language], viewport: WIDE });
      await visitor.page.goto(path);
      return visitor;
    };
    const press = (page: Page, word: Word) =>
      page.getByRole('button', { name: t[word], exact: true }).click();
    const heading = (page: Page, word: Word) =>
      page.getByRole('heading', { name: t[word], exact: true }).waitFor();

    test('the finder and the question about danger are accessible and fit', async () => {
      const { page } = await open('/');
      await heading(page, 'start.title');
      await look(page, 'start');
      await page.getByRole('searchbox').fill('xxxx');
      await page.getByText(t['finder.nothing']).waitFor();
      await look(page, 'start, nothing found');
      await page.getByRole('searchbox').fill('kita');
      await page.locator('.result').nth(9).waitFor();
      await look(page, 'start, many found');
      await press(page, 'finder.unknown');
      await page.getByRole('combobox').waitFor();
      await look(page, 'start, place of residence');
      await press(page, 'finder.search-again');
      await page.getByRole('searchbox').fill('Krötenkönig');
      await page.locator('.result').click();
      await page.locator('.person').waitFor();
      await page.getByRole('checkbox').check();
      await look(page, 'start, not to this person');
      await press(page, 'responsible.write');
      await heading(page, 'danger.title');
      await look(page, 'danger');
      await press(page, 'danger.yes');
      await heading(page, 'emergency.title');
      await look(page, 'emergency');
    });

    test('the form is accessible and fits, before and after a failed try', async () => {
      const { page } = await open('/anfrage');
      await press(page, 'danger.no');
      await heading(page, 'form.title');
      await look(page, 'form');
      await page.getByRole('radio', { name: t['replyBy.telephone'] }).check();
      await page.getByRole('textbox', { name: t.message }).fill('lang '.repeat(250));
      await press(page, 'form.send');
      await page.locator('.error-summary').waitFor();
      await look(page, 'form with errors');
      await press(page, 'draft.delete');
      await page.getByRole('dialog').waitFor();
      await look(page, 'form, delete the draft?');
    });

    test('every other address is accessible and fits, and so does one that leads nowhere', async () => {
      const { page } = await open('/');
      const addresses = Object.entries(views).filter(([view]) => !shownElsewhere.includes(view));
      for (const [view, path] of [...addresses, ['missing', '/nirgendwo'] as const]) {
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle');
        await look(page, view);
      }
      await heading(page, 'missing.title');
    });

    test('the receipt and the mailbox are accessible and fit, before and after a failed try', async () => {
      const kita = language === 'de' ? 'eich-muster' : 'bechtheim-muster';
      const { receipt } = await submit({
        kita,
        language,
        replyBy: 'receipt',
        phone: undefined,
        mayLeaveMessage: undefined,
      });
      const { page } = await open('/postfach');
      await heading(page, 'mailbox.title');
      await look(page, 'mailbox, closed');
      await press(page, 'mailbox.open');
      await page.locator('.error-summary').waitFor();
      await look(page, 'mailbox, no code');
      await page.getByRole('textbox').fill('3467-9ACD-EFGH-JKMN');
      await press(page, 'mailbox.open');
      await page.getByText(t['mailbox.unknown'], { exact: true }).waitFor();
      await look(page, 'mailbox, unknown code');
      await page.getByRole('textbox').fill(receipt);
      await press(page, 'mailbox.open');
      await heading(page, 'mailbox.write');
      await page
        .getByRole('textbox')
        .fill('Ein langes Wort: Kindertagesstättensozialarbeitsbedarfserhebungsbogen.');
      await press(page, 'mailbox.send');
      await page.getByText(t['mailbox.sent']).waitFor();
      await press(page, 'mailbox.send');
      await page.locator('.error-summary').waitFor();
      await look(page, 'mailbox with an error');
      await press(page, 'replace.open');
      await page.getByRole('dialog').waitFor();
      await look(page, 'mailbox, a new code?');
      await press(page, 'replace.confirm');
      await heading(page, 'replace.done');
      await look(page, 'mailbox, new code');
      await press(page, 'withdraw.open');
      await press(page, 'withdraw.confirm');
      await page.getByText(t['mailbox.state.withdrawn-text']).waitFor();
      await look(page, 'mailbox, withdrawn');
      await press(page, 'close.open');
      await page.getByText(t['close.done']).waitFor();
      expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    });

    test('a request that is sent shows its receipt, accessible and fitting', async () => {
      const { page } = await open('/anfrage');
      await press(page, 'danger.no');
      await page.getByRole('searchbox').fill('Gimbsheim');
      await page.locator('.result').click();
      await page.getByRole('radio', { name: t['iAm.guardian'] }).check();
      await page.getByRole('radio', { name: t['replyBy.receipt'] }).check();
      await press(page, 'form.send');
      await heading(page, 'receipt.title');
      await look(page, 'receipt');
    });
  },
);
