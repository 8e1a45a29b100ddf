import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { keyboardOf } from './keyboard.ts';
import { look, WIDE } from './look.ts';
import { submit } from './machine.ts';
import { control, heading, logIn } from './portal.ts';
import { useBrowser, visit } from './visit.ts';
import { portal } from './words.ts';

useBrowser();

type Text = keyof typeof portal;

describe('In a wide, a small and a zoomed window,', () => {
  const press = (page: Page, key: Text) => control(page, 'button', key).click();
  const enter = async (person: string, hash = '') => {
    const { page } = await visit({ viewport: WIDE });
    await logIn(page, keyboardOf(page), person, hash);
    return page;
  };

  test('login, empty lists, an address that leads nowhere and logout are accessible and fit', async () => {
    const { page } = await visit({ viewport: WIDE });
    await page.goto('/portal/');
    await heading(page, portal['login.title']).waitFor();
    await look(page, 'login');
    await press(page, 'login.button');
    await page.locator('button[value="clerk"]').waitFor();
    await page.locator('summary').click();
    await look(page, 'whom to be');
    await page.locator('button[value="social-worker-12"]').click();
    await heading(page, portal['tasks.empty.title']).waitFor();
    await look(page, 'no tasks');
    await page.goto('/portal/#/nirgendwo');
    await heading(page, portal['app.unknown.title']).waitFor();
    await look(page, 'unknown view');
    await page.goto('/portal/#/faelle/019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6a');
    await heading(page, portal['failure.missing.title']).waitFor();
    await look(page, 'unknown case');
    await press(page, 'login.logout');
    await page.locator('button[name="logout"]').waitFor();
    await look(page, 'logout');
    await page.locator('button[name="logout"]').click();
    await control(page, 'button', 'login.button').waitFor();
  });

  test('tasks, cases and a case are accessible and fit, before and after a failed try', async () => {
    const { id } = await submit({ kita: 'albig-muster' });
    const page = await enter('social-worker-3');
    await page.getByRole('table').waitFor();
    await look(page, 'tasks');
    await control(page, 'link', 'cases.nav').click();
    await page.getByRole('table').waitFor();
    await look(page, 'cases');
    await page.goto(`/portal/#/faelle/${id}`);
    await heading(page, portal['answers.title']).waitFor();
    await heading(page, portal['reply.label']).or(page.getByRole('textbox')).first().waitFor();
    await look(page, 'case');
    await press(page, 'action.pass');
    await press(page, 'pass.confirm');
    await page.getByRole('link', { name: portal['problem.reason.required'] }).waitFor();
    await look(page, 'pass, with an error');
    await page.getByRole('dialog').getByRole('button', { name: portal['app.cancel'] }).click();
    await press(page, 'action.accept');
    await page.getByText(portal['done.accept']).waitFor();
    await press(page, 'reply.send');
    await page.getByRole('link', { name: portal['problem.text.required'] }).waitFor();
    await page.locator('summary').click();
    await look(page, 'case, with an error and sentences');
    await press(page, 'release.open');
    await press(page, 'release.confirm');
    await page.getByText(portal['release.nothing']).first().waitFor();
    await look(page, 'release, with errors');
    await page.getByRole('radio').first().check();
    await page.getByRole('checkbox', { name: portal['release.answers'] }).check();
    await page.getByRole('checkbox', { name: portal['release.sure'] }).check();
    await press(page, 'release.confirm');
    await page.getByText(portal['release.sheet.title']).waitFor();
    await look(page, 'release, the sheet');
    await press(page, 'release.close');
    await press(page, 'hold-end.open');
    await press(page, 'hold-end.confirm');
    await page.getByRole('link', { name: portal['problem.reason.required'] }).waitFor();
    await look(page, 'the end of a hold, with an error');
    await page.getByRole('radio', { name: portal['hold-end-reason.averted'] }).check();
    await press(page, 'hold-end.confirm');
    await page.getByText(portal['hold-end.done']).waitFor();
    await control(page, 'button', 'hold-end.open').waitFor({ state: 'detached' });
    await press(page, 'receipt.reissue');
    await page.getByRole('dialog').waitFor();
    await look(page, 'a new code?');
    await press(page, 'receipt.confirm');
    await page.getByText(portal['receipt.close']).waitFor();
    await look(page, 'a new code');
    await press(page, 'block.block');
    await press(page, 'block.confirm');
    await page.getByText(portal['block.done']).waitFor();
    await look(page, 'case, mailbox blocked');
  });

  test('a spoken request is accessible and fits, before and after a failed try', async () => {
    const page = await enter('social-worker-9', '#/gespraech');
    await heading(page, portal['spoken.title']).waitFor();
    await look(page, 'spoken');
    await page.getByRole('radio', { name: portal['replyBy.telephone'], exact: true }).check();
    await press(page, 'spoken.send');
    await page.locator('.error-summary').waitFor();
    await look(page, 'spoken, with errors');
    await page.getByRole('radio', { name: portal['iAm.guardian'] }).check();
    await page.getByRole('radio', { name: portal['replyBy.receipt'] }).check();
    await page.getByRole('combobox', { name: portal['spoken.where'] }).selectOption('wendelsheim-muster');
    await press(page, 'spoken.send');
    await heading(page, portal['spoken.done']).waitFor();
    await look(page, 'spoken, done');
  });

  test('what the coordinator sees is accessible and fits', async () => {
    const { id } = await submit({ kita: 'alzey-muster-west' });
    const page = await enter('coordinator', `#/faelle/${id}`);
    await page.getByText(portal['content.none']).waitFor();
    await look(page, 'case, without content');
    await control(page, 'link', 'cases.nav').click();
    await page.getByRole('table').waitFor();
    await look(page, 'all cases');
  });

  test('the pages of one machine are accessible and fit', async () => {
    const { page } = await visit({ viewport: WIDE });
    for (const path of ['/mails', '/clock']) {
      await page.goto(path);
      await page.locator('h1').waitFor();
      await look(page, path);
    }
    await page.evaluate(() => {
      const input = document.querySelector('input');
      if (input) input.type = 'text';
      if (input) input.value = 'gestern';
    });
    await page.locator('form').last().getByRole('button').click();
    await page.getByRole('alert').waitFor();
    await look(page, '/clock, with an error');
    expect(await page.locator('h1').count()).toBe(1);
  });
});
