import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ApplicationFile } from '../../domain/api/budget.ts';
import type { MyRounds } from '../../domain/api/survey-rounds.ts';
import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import { kitaSurveyExample } from '../../domain/forms/kita-survey/example.ts';
import survey from '../../domain/languages/de/survey.json' with { type: 'json' };
import words from '../../domain/languages/de/survey-results.json' with { type: 'json' };
import { newId } from '../../web/portal/case/new-id.ts';
import { callAs } from './api.ts';
import { openBudget } from './applications.ts';
import { save } from './download.ts';
import { look } from './look.ts';
import { until } from './machine.ts';
import { button, enter, heading } from './portal.ts';
import { useBrowser } from './visit.ts';
import { form, goals } from './words.ts';

useBrowser();

const KITAS = ['biebelnheim', 'wahlheim', 'nieder-wiesen', 'rappelkiste'];
const path = (round: string) => `/api/submissions/${round}`;

interface Shown {
  at: string;
  version: number;
}

const decide = async (round: string, action: string, then: string, more: object = {}) => {
  const { at, version } = await callAs<Shown>('coordinator', 'GET', path(round));
  const body = { step: at, action, version, ...more };
  await callAs('coordinator', 'POST', `${path(round)}/decisions`, { body });
  await until(async () => (await callAs<Shown>('coordinator', 'GET', path(round))).at === then);
};

/** Parents of a Kita on paper: enough of them, and who wrote something. */
const answer = (round: string, kita: string, n: number, shift: number) =>
  callAs('coordinator', 'PUT', `/api/survey-rounds/${round}/answers/${randomUUID()}`, {
    body: {
      group: 'parents',
      unit: `kita:${kita}`,
      answers: {
        known: n % 3 === 0 ? 'used' : 'no',
        'need-mobility': n % 4 < 2 + shift ? '4' : '1',
        'need-money': n % 2 === 0 ? '3' : '2',
        offers: n % 2 === 0 ? ['cafe'] : ['advice'],
        ...(n === 0 && { good: `Das Fest in ${kita}.` }),
      },
    },
  });

/** What a Kita answers of itself, accepted. */
const answerAsKita = async (round: string): Promise<void> => {
  const { items } = await callAs<MyRounds>('kita', 'GET', '/api/survey-rounds');
  const form = items.find(({ id }) => id === round)?.units[0]?.form?.id ?? '';
  await callAs('kita', 'PUT', `/api/kita-surveys/${form}`, { body: kitaSurveyExample, ifMatch: 0 });
  await callAs('kita', 'POST', `/api/kita-surveys/${form}/submission`, { body: { saved: 1 } });
  await until(async () => (await callAs<Shown>('coordinator', 'GET', path(form))).at === 'plausibility');
  await decide(form, 'accept-answers', 'accepted');
};

const evaluated = async (year: number, shift: number, previous?: string): Promise<string> => {
  const round = newId();
  const about = {
    year,
    from: '2026-04-21',
    to: '2026-05-29',
    groups: ['parents', 'children', 'staff'],
    previous,
  };
  await callAs('coordinator', 'PUT', `/api/survey-rounds/${round}`, { body: about });
  await until(() => callAs('coordinator', 'GET', path(round)).catch(() => undefined));
  await decide(round, 'open', 'open', { saved: 1 });
  for (const [at, kita] of KITAS.entries())
    for (let n = 0; n < (at === 3 ? 2 : 16); n += 1) await answer(round, kita, n, shift);
  if (previous) await answerAsKita(round);
  await decide(round, 'end-round', 'evaluation');
  await decide(round, 'evaluate', 'published');
  return round;
};

let round: string;
beforeAll(async () => {
  round = await evaluated(2026, 1, await evaluated(2025, 0));
}, 120_000);

const table = (page: Page, name: string) => page.getByRole('table', { name, exact: true });
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });

describe('The results of a round', () => {
  test('are read by the coordinator from the county down to a Kita, with own words, and saved as files', async () => {
    const person = await enter('coordinator', '#/ergebnisse');
    const { page, keyboard, expectPrivate } = person;
    await look(page, 'rounds with results');
    await keyboard.enter(link(page, words['rounds.open'].replace('{year}', '2026')));
    await heading(page, words.title.replace('{year}', '2026')).waitFor();
    await page.getByLabel(words.group, { exact: true }).selectOption({ label: words['group.parents'] });

    // Bars, and the same figures in a table beside them, with the round before.
    const topics = table(page, words.topics);
    await topics.getByText(survey['need-mobility']).waitFor();
    expect(await topics.getByRole('row').nth(1).locator('th, td').allTextContents()).toEqual([
      survey['need-mobility'],
      '38',
      '76 %',
      '52 %',
      words.points.replace('{points}', '+24'),
    ]);
    expect(await page.locator('.chart-bars').count()).toBeGreaterThan(5);
    await look(page, 'results of the county');

    // One question, and what it was counted from.
    await keyboard.enter(link(page, `${words['parts.open']} ${survey['need-money']}`));
    await heading(page, survey['need-money']).waitFor();
    await look(page, 'a question and its parts');
    await keyboard.enter(link(page, 'VG Alzey-Land'));
    await table(page, `Kita Wahlheim: ${survey['need-money']}`).waitFor();
    await keyboard.enter(link(page, 'Kita Wahlheim'));
    await keyboard.enter(link(page, words['parts.back']));
    await page.getByText('16 Antworten').first().waitFor();

    // Own words, for the coordinator alone.
    await keyboard.enter(button(page, words['texts.show']));
    await page.getByText('Das Fest in wahlheim.').waitFor();
    await look(page, 'results of a Kita with own words');

    for (const format of ['csv', 'xlsx', 'pdf'] as const) {
      const file = await save(person, button(page, words[`export.${format}`]));
      expect(file.name).toBe(`Bedarfserhebung-2026.${format}`);
      expect(file.bytes.length).toBeGreaterThan(500);
    }
    expectPrivate('Das Fest');
  });

  test('of a Kita and of the county are what its staff see; too few are said to be too few', async () => {
    const { page } = await enter('kita', `#/ergebnisse/${round}?gruppe=parents`);
    await heading(page, words.topics).waitFor();
    const areas = page.getByLabel(words.area, { exact: true });
    expect(await areas.locator('option').allTextContents()).toHaveLength(2);
    expect(await page.getByText(words['texts.show']).count()).toBe(0);
    await page.getByLabel(words.group, { exact: true }).selectOption({ label: words['group.children'] });
    await page.getByText(words['hidden.text']).waitFor();
    await look(page, 'too few answers');
  });
});

test('What a Kita said of itself opens the form that was counted, for who may read it', async () => {
  const hash = `#/ergebnisse/${round}?gruppe=staff&ort=kita:biebelnheim`;
  const { page, keyboard } = await enter('coordinator', hash);
  await link(page, words['turnout.form']).waitFor();
  await look(page, 'results of an institution');
  await keyboard.enter(link(page, words['turnout.form']));
  await page.getByText(String(kitaSurveyExample.answers.good)).first().waitFor();
  const head = await enter('head', hash);
  await heading(head.page, words.turnout).waitFor();
  expect(await link(head.page, words['turnout.form']).count()).toBe(0);
});

test('A provider names a result in its application, and the head follows it to the figures', async () => {
  await openBudget(2027);
  const id = newId();
  await callAs('provider', 'PUT', `/api/budget-applications/${id}`, { body: budgetApplicationExample });
  const { page, keyboard } = await enter('provider', `#/antraege/${id}?abschnitt=zweck`);
  const question = page.getByRole('combobox', { name: goals['edit.result.question'] });
  await keyboard.to(question);
  await question.selectOption({ value: 'parents need-mobility' });
  await keyboard.enter(button(page, goals['edit.result.add']));
  await link(page, form.surveyResults).or(heading(page, form.surveyResults)).waitFor();
  await look(page, 'the results that an application can name');
  const { saved } = await until(async () => {
    const file = await callAs<ApplicationFile>('provider', 'GET', `/api/budget-applications/${id}`);
    return file.answers?.surveyResults?.length === 1 && file;
  });
  await callAs('provider', 'POST', `/api/budget-applications/${id}/submission`, { body: { saved } });
  const head = await enter('head', `#/antraege/${id}`);
  await heading(head.page, form.surveyResults).first().waitFor();
  await look(head.page, 'an application with results');
  await head.keyboard.enter(link(head.page, /^20\d\d, Eltern: /).first());
  await heading(head.page, survey['need-mobility']).waitFor();
  // Who may not see results reads which one is meant.
  const clerk = await enter('clerk', `#/antraege/${id}`);
  await clerk.page.getByText(`Eltern: ${survey['need-mobility']}`).first().waitFor();
  expect(await link(clerk.page, /Eltern: /).count()).toBe(0);
});
