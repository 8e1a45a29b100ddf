import type { Page } from 'playwright-core';
import { beforeAll, describe, test } from 'vitest';
import { look, WIDE } from './look.ts';
import { type OpenRound, openRound } from './survey-rounds.ts';
import { useBrowser, visit } from './visit.ts';
import { type Spoken, type Word, words } from './words.ts';

useBrowser();

const KITA = 'kita:biebelnheim';
const locales: Record<Spoken, string> = { de: 'de-DE', ar: 'ar-SY' };
let round: OpenRound;
beforeAll(async () => {
  round = await openRound();
});

describe.each(['de', 'ar'] as const)(
  'In the language %s, in a wide, a small and a zoomed window,',
  (language) => {
    const t = words[language];
    const press = (page: Page, word: Word) =>
      page.getByRole('button', { name: t[word], exact: true }).click();
    const heading = (page: Page, word: Word) =>
      page.getByRole('heading', { level: 1, name: t[word], exact: true }).waitFor();
    const begin = async () => {
      const visitor = await visit({ locale: locales[language], viewport: WIDE });
      await visitor.page.goto(`/umfrage#${round.linkOf(KITA)}`);
      await heading(visitor.page, 'survey.title');
      return visitor.page;
    };
    const goOn = async (page: Page, next: Word) => {
      await press(page, 'survey.next');
      await heading(page, next);
    };

    test('every screen of the survey is accessible and fits, before and after a failed try', async () => {
      const page = await begin();
      await look(page, `survey ${language}`);
      await press(page, 'survey.begin');
      await heading(page, 'part.parents.known');
      await page.getByRole('radio').first().check();
      await look(page, `survey ${language}, known`);
      await goOn(page, 'part.parents.needs');
      await page.getByRole('radio').nth(7).check();
      await look(page, `survey ${language}, needs`);
      await press(page, 'survey.next');
      await goOn(page, 'part.parents.offers');
      await look(page, `survey ${language}, offers`);
      await goOn(page, 'part.parents.access');
      await look(page, `survey ${language}, access`);
      await goOn(page, 'part.parents.own-words');
      await page.getByRole('textbox').first().fill('lang '.repeat(110));
      await press(page, 'survey.send');
      await page.locator('.error-summary:focus').waitFor();
      await look(page, `survey ${language}, a text that is too long`);
      await page.getByRole('textbox').first().fill('');
      await press(page, 'survey.drop');
      await page.getByRole('dialog').waitFor();
      await look(page, `survey ${language}, delete?`);
      await page.keyboard.press('Escape');
      await page.context().setOffline(true);
      await press(page, 'survey.send');
      await heading(page, 'survey.waiting');
      await look(page, `survey ${language}, waiting`);
      await page.context().setOffline(false);
      await heading(page, 'survey.thanks');
      await look(page, `survey ${language}, sent`);
      await page.reload();
      await heading(page, 'survey.already');
      await look(page, `survey ${language}, already answered`);
    });

    test('every screen of the survey of a social area is accessible and fits', async () => {
      const { page } = await visit({ locale: locales[language], viewport: WIDE });
      await page.goto(`/umfrage#${round.linkOf(round.area)}`);
      await heading(page, 'survey.title');
      await press(page, 'survey.begin');
      const next = page.getByRole('button', { name: t['survey.next'], exact: true });
      const title = page.locator('h1:focus');
      for (let screen = 1; ; screen += 1) {
        await title.waitFor();
        await page
          .getByRole('radio')
          .or(page.getByRole('checkbox'))
          .or(page.getByRole('textbox'))
          .first()
          .waitFor();
        if (screen === 1) await page.getByRole('radio').first().check();
        await look(page, `survey of a social area ${language}, ${screen}`);
        if (!(await next.isVisible())) break;
        await next.click();
      }
      await press(page, 'survey.send');
      await heading(page, 'survey.thanks');
    });

    test('a survey that has ended, and one that was never there, are accessible and fit', async () => {
      const page = await begin();
      await press(page, 'survey.begin');
      await page.getByRole('radio').first().check();
      await page.route('**/api/surveys/*', async (route) => {
        const answer = await (await route.fetch()).json();
        await route.fulfill({ json: { ...answer, state: 'ended' } });
      });
      await page.reload();
      await heading(page, 'survey.ended');
      await look(page, `survey ${language}, ended`);
      await page.unrouteAll();
      await page.route('**/api/surveys/*', async (route) => {
        const answer = await (await route.fetch()).json();
        await route.fulfill({ json: { ...answer, state: 'not-yet' } });
      });
      await page.reload();
      await heading(page, 'survey.not-yet');
      await look(page, `survey ${language}, not yet`);
      await page.unrouteAll();
      await page.goto('/umfrage#2222222222');
      await heading(page, 'survey.unknown');
      await press(page, 'survey.open');
      await look(page, `survey ${language}, unknown`);
    });
  },
);
