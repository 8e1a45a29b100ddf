import { describe, expect, test } from 'vitest';
import type { ApplicationFile } from '../../domain/api/budget.ts';
import type { GoalAnswer, GoalList } from '../../domain/api/goals.ts';
import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import { goalExample } from '../../domain/goals/example.ts';
import { newId } from '../../web/portal/case/new-id.ts';
import { callAs } from './api.ts';
import { openBudget } from './applications.ts';
import { expectGerman } from './german.ts';
import { look } from './look.ts';
import { until } from './machine.ts';
import { button, enter, heading } from './portal.ts';
import { useBrowser } from './visit.ts';
import { form, problems, goals as words } from './words.ts';

useBrowser();

const word = (key: keyof typeof words, values: Record<string, string | number>): string =>
  Object.entries(values).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, String(value)),
    words[key],
  );
const goalsOf = async (year: number) =>
  (await callAs<GoalList>('clerk', 'GET', `/api/goals?year=${year}`)).items;
const goalOf = (id: string) => callAs<GoalAnswer>('clerk', 'GET', `/api/goals/${id}`);
const save = (id: string, change: object, ifMatch = 0) =>
  callAs<GoalAnswer>('coordinator-2', 'PUT', `/api/goals/${id}`, {
    body: { ...goalExample, ...change },
    ifMatch,
  });

const FINE = 'In fünf Kitas gibt es ein Elterncafé.';

describe('The coordinator, with the keyboard alone,', () => {
  test('writes a goal with a fine goal and a measure; a reload loses nothing', async () => {
    const person = await enter('coordinator', '#/ziele/2026');
    const { page, keyboard, expectPrivate } = person;
    await heading(page, word('title', { year: 2026 })).waitFor();
    await page.getByText(words.none).waitFor();
    await keyboard.enter(page.getByRole('link', { name: words['new.open'] }));
    await heading(page, word('new.title', { year: 2026 })).waitFor();
    await keyboard.write(
      page.getByRole('textbox', { name: words['edit.text'], exact: true }),
      'Eltern lernen sich kennen.',
    );
    await keyboard.enter(button(page, words['edit.fine.add']));
    const fine = page.getByRole('group', { name: word('edit.fine.number', { number: 1 }) });
    await page.locator('[name="fine.0.text"]:focus').waitFor();
    await page.keyboard.type(FINE);
    await keyboard.enter(button(page, word('edit.measure.add.of', { number: 1 })));
    await page.locator('[name="fine.0.measures.0.text"]:focus').waitFor();
    await page.keyboard.type('Räume und Zeiten absprechen');
    await keyboard.enter(button(page, words['edit.save']));
    await page.locator('.error-summary:focus').waitFor();
    expect(await page.locator('.error-summary').getByRole('link').allTextContents()).toEqual(
      ['Zielgruppe', 'Indikator', 'Bis wann', 'Maßnahme 1, Dimension', 'Maßnahme 1, Wer'].map(
        (field) => `Feinziel 1, ${field}: ${problems.de.required}`,
      ),
    );
    await look(page, 'a goal with errors');

    await page.reload();
    await heading(page, word('new.title', { year: 2026 })).waitFor();
    expect(await fine.getByRole('textbox', { name: words['fine.text'], exact: true }).inputValue()).toBe(
      FINE,
    );
    await fine
      .getByRole('textbox', { name: words['fine.targetGroup'] })
      .fill('Eltern mit Kindern unter drei');
    await fine.getByLabel(words['fine.date']).fill('2026-03-31');
    await fine.getByRole('textbox', { name: words['fine.indicator'] }).fill('Kitas mit Elterncafé: 5');
    await fine.getByRole('combobox', { name: words['measure.dimension'] }).selectOption('across');
    await fine.getByRole('textbox', { name: words['measure.responsible'] }).fill('Kita-Sozialarbeit');
    await keyboard.enter(button(page, words['edit.save']));
    await page.getByText(words['edit.saved']).waitFor();
    const [goal] = await goalsOf(2026);
    expect(goal).toMatchObject({
      text: 'Eltern lernen sich kennen.',
      version: 1,
      fine: [{ text: FINE, measures: [{ dimension: 'across', state: 'planned' }] }],
    });
    await page.getByRole('heading', { name: words['history.title'] }).waitFor();
    await look(page, 'a goal');
    await expectGerman(page, 'a goal');
    expectPrivate('Eltern lernen');
  });

  test('sees what is overdue, says what came of it, and carries the rest over', async () => {
    const [goal] = await goalsOf(2026);
    const id = goal?.id ?? '';
    const person = await enter('coordinator', '#/ziele/2026');
    const { page, keyboard } = person;
    await page.getByText('Ein Feinziel ist überfällig').waitFor();
    await look(page, 'a year’s goals, one overdue');
    await keyboard.enter(page.getByRole('link', { name: word('edit.open.of', { number: 1 }) }));
    const reached = page.getByRole('combobox', { name: words['edit.reached'] });
    await reached.waitFor();
    await reached.selectOption('partly');
    await page.getByLabel(words['edit.evaluation.on']).fill('2026-04-20');
    await page.getByRole('textbox', { name: words['edit.evaluation.text'] }).fill('In drei Kitas.');
    await look(page, 'an evaluation');

    // The other coordinator was faster: nothing that was typed is lost, and nobody overwrites without knowing.
    const {
      id: _id,
      version: _v,
      at: _at,
      byName: _by,
      versions: _all,
      actions: _may,
      ...rest
    } = await goalOf(id);
    await save(id, { ...rest, text: 'Eltern kennen sich.' }, 1);
    await keyboard.enter(button(page, words['edit.save']));
    await page.getByText(word('edit.changed.by', { by: 'Nils Fantasie' })).waitFor();
    await look(page, 'somebody was faster');
    await keyboard.enter(button(page, words['edit.changed.mine']));
    await page.getByText(words['edit.saved']).waitFor();
    expect((await goalOf(id)).fine[0]?.evaluation).toEqual({
      reached: 'partly',
      on: '2026-04-20',
      text: 'In drei Kitas.',
    });

    // An earlier state is looked at, and said to be one.
    await keyboard.enter(page.getByRole('link', { name: word('history.version', { version: 2 }) }));
    await page.getByText('Eltern kennen sich.').waitFor();
    await page.getByText(words['history.latest']).waitFor();

    await page.goto('/portal/#/ziele/2027');
    await heading(page, word('carry.title', { year: 2026 })).waitFor();
    await keyboard.enter(page.getByRole('link', { name: /^Übernehmen: Eltern/ }));
    await heading(page, word('new.title', { year: 2027 })).waitFor();
    expect(await page.getByLabel(words['fine.date']).inputValue()).toBe('2027-03-31');
    await keyboard.enter(button(page, words['edit.save']));
    await page.getByText(words['edit.saved']).waitFor();
    const [next] = await goalsOf(2027);
    expect(next).toMatchObject({ carriedFrom: id, fine: [{ text: FINE }] });
    expect(next?.fine[0]?.evaluation).toBeUndefined();
  });
});

test('A provider names a goal in its application, and the office sees it with its coarse goal', async () => {
  const own = newId();
  const [fine] = goalExample.fine;
  await save(newId(), { year: 2027, text: 'Kurze Wege zur Beratung.', fine: [{ ...fine, id: own }] });
  await openBudget(2027);
  const id = newId();
  await callAs('provider', 'PUT', `/api/budget-applications/${id}`, { body: budgetApplicationExample });
  const provider = await enter('provider', `#/antraege/${id}?abschnitt=zweck`);
  const goals = provider.page.getByRole('group', { name: form.countyGoals });
  await goals.waitFor();
  await look(provider.page, 'the goals that an application can name');
  await provider.keyboard.choose(goals.getByRole('checkbox', { name: fine?.text ?? '' }).first());
  const fileOf = () => callAs<ApplicationFile>('provider', 'GET', `/api/budget-applications/${id}`);
  const { saved } = await until(async () => {
    const file = await fileOf();
    return file.answers?.countyGoals?.length === 1 && file;
  });
  await callAs('provider', 'POST', `/api/budget-applications/${id}/submission`, { body: { saved } });
  const clerk = await enter('clerk', `#/antraege/${id}`);
  await clerk.page.getByText(form.countyGoals).nth(1).waitFor();
  await look(clerk.page, 'an application with goals');
});

test('A Kita reads the goals of a year, by where they stand, and changes nothing', async () => {
  await save(newId(), { year: 2028 });
  await save(newId(), { year: 2028, text: 'Aufgegeben.', dropped: true, fine: [] });
  const { page, keyboard } = await enter('kita', '#/ziele/2028');
  await heading(page, word('title', { year: 2028 })).waitFor();
  await page.locator('section.goal').nth(1).waitFor();
  expect(await page.getByRole('link', { name: words['new.open'] }).count()).toBe(0);
  await page.getByRole('combobox', { name: words['filter.state'] }).selectOption('dropped');
  await keyboard.enter(page.getByRole('button', { name: 'Anzeigen' }));
  await page.waitForFunction(() => document.querySelectorAll('section.goal').length === 1);
  await page.getByText('Aufgegeben.').waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('link', { name: /Verlauf/ }).count()).toBe(0);
});
