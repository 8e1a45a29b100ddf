import { describe, expect, test } from 'vitest';
import type { ActivityAnswer } from '../../domain/api/activities.ts';
import { callAs } from './api.ts';
import { save } from './download.ts';
import { expectGerman } from './german.ts';
import { look } from './look.ts';
import { button, enter, heading } from './portal.ts';
import { useBrowser } from './visit.ts';
import { problems, activities as words } from './words.ts';

useBrowser();

const word = (key: keyof typeof words, values: Record<string, string | number>): string =>
  Object.entries(values).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, String(value)),
    words[key],
  );
const shown = (person: string, year: number) =>
  callAs<ActivityAnswer>(person, 'GET', `/api/activity-counts?year=${year}`);
const count = (person: string, id: string, counts: object, ifMatch = 0) =>
  callAs(person, 'PUT', `/api/activity-counts/${id}`, { body: { counts }, ifMatch });

describe('A social worker, with the keyboard alone,', () => {
  test('finds the missing months, counts one, and corrects it while another window has saved', async () => {
    const { page, keyboard } = await enter('social-worker-2', '#/taetigkeiten');
    await heading(page, word('own.title', { year: 2026 })).waitFor();
    // Three Kitas, three months that are over.
    await page.getByText('9 Monate fehlen noch').waitFor();
    await look(page, 'own months, some missing');
    await expectGerman(page, 'own months');
    await keyboard.enter(page.getByRole('link', { name: 'Februar, Kita Am Effenkranz', exact: true }));
    await heading(page, words['count.title']).waitFor();
    await keyboard.write(page.getByRole('textbox', { name: words['kind.advice'], exact: true }), 'viele');
    await keyboard.write(page.getByRole('textbox', { name: words['kind.network'] }), '2');
    await keyboard.enter(button(page, words['count.save']));
    await page.locator('.error-summary:focus').waitFor();
    expect(await page.locator('.error-summary').getByRole('link').allTextContents()).toEqual([
      `${words['kind.advice']}: ${problems.de['whole-number']}`,
    ]);
    await look(page, 'a month with an error');
    await page.reload();
    const advice = page.getByRole('textbox', { name: words['kind.advice'], exact: true });
    await advice.waitFor();
    // What was typed is still there.
    expect(await advice.inputValue()).toBe('viele');
    await advice.fill('14');
    await keyboard.enter(button(page, words['count.save']));
    await page.getByText('Februar 2026, Kita Am Effenkranz: gespeichert.').waitFor();
    await page.getByText('8 Monate fehlen noch').waitFor();
    await page.getByText('16 gezählt').waitFor();

    await keyboard.enter(page.getByRole('link', { name: /^Februar, Kita Am Effenkranz: 16/ }));
    await advice.waitFor();
    await count('social-worker-2', '2026-02.am-effenkranz', { advice: 20 }, 1);
    await advice.fill('15');
    await keyboard.enter(button(page, words['count.save']));
    await page.getByText(words['count.changed'], { exact: true }).waitFor();
    await look(page, 'a month that was counted in another window');
    await keyboard.enter(button(page, words['count.changed.mine']));
    await page.getByText('17 gezählt').waitFor();
    const { own = [] } = await shown('social-worker-2', 2026);
    const month = own.find(({ kita }) => kita === 'am-effenkranz')?.months[1];
    expect(month).toMatchObject({ version: 3, counts: { advice: 15, network: 2 } });
  });
});

describe('The yearly report', () => {
  test('shows the coordinator sums in charts, tables and files, and is closed', async () => {
    await count('social-worker-4', '2025-05.alzey-muster-nord', { advice: 8, group: 3 });
    await count('social-worker-10', '2025-06.regenbogen', { network: 5, crisis: 1 });
    const person = await enter('coordinator', '#/taetigkeiten/2025');
    const { page, keyboard } = person;
    await heading(page, word('report.title', { year: 2025 })).waitFor();
    const months = page.getByRole('table', { name: words['report.months'] });
    await months.waitFor();
    expect(await months.getByRole('row').last().textContent()).toBe('Jahr 202593517');
    expect(await page.getByRole('table').count()).toBe(4);
    await look(page, 'the yearly report');
    await expectGerman(page, 'the yearly report');
    const file = await save(
      person,
      button(page, word('csv.of', { caption: words['report.municipalities'] })),
    );
    expect(file.name).toBe('Taetigkeiten Nach Gemeinden 2025.csv');
    expect(file.bytes.toString('utf8').split('\r\n').slice(1)).toEqual([
      '"Stadt Alzey";8;3;0;11',
      expect.stringMatching(/^".*Wörrstadt.*";1;0;5;6$/),
      '"Jahr 2025";9;3;5;17',
      '',
    ]);
    await keyboard.enter(button(page, words['closing.close']));
    await heading(page, words['closing.closed']).waitFor();
    await page.getByText(/abgeschlossen, Marta Erfunden$/).waitFor();
    const worker = await enter('social-worker-4', '#/taetigkeiten/2025');
    await worker.page.getByText(words.closed).waitFor();
    await keyboard.enter(button(page, words['closing.reopen']));
    await heading(page, words['closing.open']).waitFor();
  });

  test('shows the head the county’s sums, and no Kita', async () => {
    const { page } = await enter('head', '#/taetigkeiten/2025');
    await page.getByRole('table', { name: words['report.months'] }).waitFor();
    expect(await page.getByRole('table').count()).toBe(2);
    expect(await button(page, words['closing.close']).count()).toBe(0);
    await look(page, 'the county’s sums');
  });
});
