import { beforeAll, describe, expect, test } from 'vitest';
import { callAs } from './api.ts';
import { decideAs, openBudget, untilAt } from './applications.ts';
import { expectAccessible, look } from './look.ts';
import { heading } from './portal.ts';
import { answers, button, enter, field, fileOf, link, PROVIDER, rewrite, send } from './provider.ts';
import { useBrowser } from './visit.ts';
import { form, applications as words } from './words.ts';

useBrowser();
beforeAll(() => openBudget(2027));

test('A provider answers a query with the keyboard alone: only what was asked is open, and the office goes on from there', async () => {
  const id = await send(answers({ goals: 'Zwei Sprechstunden in der Woche.' }));
  await decideAs('clerk', id, 'query', {
    then: 'queries',
    fields: [{ path: 'positions.elterncafe.hours', reason: 'Im Stellenplan stehen 15 Stunden.' }],
  });
  const { page, keyboard } = await enter(PROVIDER, `#/antraege/${id}`);
  await page.getByText(words['clock.stands']).waitFor();
  for (const key of ['clock.office', 'clock.applicant'] as const)
    await page.getByText(words[key], { exact: true }).waitFor();
  await look(page, 'an application with a query');
  await keyboard.enter(link(page, words['file.queries.open']));
  await heading(page, words['queries.title']).waitFor();
  const hours = field(page, form['positions.hours']);
  await hours.waitFor();
  await expectAccessible(page, 'queries');
  // Hours, what may follow from them, and the signature.
  expect(await page.getByRole('textbox').count()).toBe(5);
  expect(
    await hours.evaluate(
      (input) =>
        document.getElementById(input.getAttribute('aria-describedby')?.split(' ')[0] ?? '')?.textContent,
    ),
  ).toContain('15 Stunden');
  await rewrite(page, keyboard, { name: form['positions.hours'], text: '45' });
  await keyboard.enter(button(page, words['queries.send']));
  await page.locator('.error-summary:focus').waitFor();
  await look(page, 'queries, with an error');
  await rewrite(page, keyboard, { name: form['positions.hours'], text: '15' });
  await keyboard.enter(button(page, words['queries.send']));
  await heading(page, words['sent.correct.title']).waitFor();
  await untilAt(id, 'completeness');
  expect((await fileOf(id)).answers?.positions?.[1]?.hours).toBe(1_500);

  // Both versions stay to be read, with what the answer has changed.
  await keyboard.enter(link(page, words['sent.file']));
  await keyboard.enter(button(page, form['versions.compare']));
  const changed = page.getByRole('row', { name: form['positions.hours'] });
  await changed.getByText('19,5').waitFor();
  await look(page, 'two versions');
});

test('A provider is heard before a refusal, with the keyboard alone', async () => {
  const id = await send(answers({ goals: 'Ein Elterncafé in der Woche.' }));
  await decideAs('clerk', id, 'complete', { then: 'opinion' });
  await decideAs('coordinator', id, 'advise-against', { then: 'decision', comment: 'Kein Bedarf.' });
  await decideAs('clerk', id, 'refuse', { then: 'hearing', comment: 'Der Bedarf ist nicht belegt.' });
  const { page, keyboard } = await enter(PROVIDER, `#/antraege/${id}`);
  const answer = button(page, words['file.hearing.send']);
  await answer.waitFor();
  await page.getByText('Der Bedarf ist nicht belegt.').first().waitFor();
  expect(await page.getByText('Kein Bedarf.').count()).toBe(0);
  await expectAccessible(page, 'a hearing');
  await keyboard.enter(answer);
  await page.locator('.error-summary:focus').waitFor();
  await look(page, 'a hearing, with an error');
  await keyboard.write(field(page, words['file.hearing.label']), 'Die Zahlen reichen wir nach.');
  await keyboard.enter(answer);
  await page.locator('.case-said:focus').getByText(words['file.hearing.done']).waitFor();
  await untilAt(id, 'decision');
});

/** Others send the example as it is: it must not go on from this grant unchanged. */
const GOALS = 'Ein Elterncafé im Monat.';

describe('A provider whose application was granted', () => {
  /** A grant for this year, posted today. */
  const granted = async (): Promise<string> => {
    const id = await send(JSON.parse(JSON.stringify(answers({ goals: GOALS })).replaceAll('2027', '2026')));
    await decideAs('clerk', id, 'complete', { then: 'opinion' });
    await decideAs('coordinator', id, 'recommend', { then: 'decision', comment: 'Der Bedarf ist belegt.' });
    await decideAs('clerk', id, 'grant', { then: 'approval' });
    const { sha256: document } = await callAs<{ sha256: string }>(
      'head',
      'POST',
      `/api/submissions/${id}/notice`,
    );
    await decideAs('head', id, 'approve', { then: 'announce', document });
    await decideAs('clerk', id, 'post', { then: 'objection-period', sentOn: '2026-04-21' });
    return id;
  };

  test('reads the notice and how to object, and goes on from it next year: what is changed is said', async () => {
    await openBudget(2026);
    const id = await granted();
    const { page } = await enter(PROVIDER, `#/antraege/${id}`);
    await page.getByText(words['notice.objection.not']).waitFor();
    // Posted on a Tuesday, announced on Saturday, and a month later is Whit Monday.
    await page.getByText('Sa., 25. Apr. 2026').waitFor();
    await page.getByText('Di., 26. Mai 2026').first().waitFor();
    await look(page, 'a notice');
    for (const kind of ['notice', 'proof-of-filing'] as const) {
      const saved = page.waitForEvent('download');
      await button(page, words[`document.${kind}`]).click();
      expect((await saved).suggestedFilename()).toMatch(/^(Bescheid|Eingangsnachweis-1)-.*\.pdf$/);
    }
    await page.goto('/portal/#/antraege');
    await page.getByRole('table').waitFor();
    await look(page, 'own applications');
    await page.goto('/portal/#/antraege/neu');
    await page
      .getByRole('radio', {
        name: words['new.from.last'].replace('{purpose}', form['purpose.kita-social-work']),
      })
      .check();
    await button(page, words['new.create']).click();
    const parts = page.getByRole('navigation', { name: words['steps.title'] });
    await parts.getByText(words['mark.unchanged']).nth(7).waitFor();
    await parts.getByRole('link', { name: form['section.positions'] }).click();
    await page.getByText(words['last-year.unchanged'].replace('{year}', '2026')).waitFor();
    expect(await field(page, form['positions.from']).last().inputValue()).toBe('15.03.2027');
    await field(page, form['positions.hours']).last().fill('25');
    await parts.getByRole('link', { name: words['mark.changed'], exact: false }).waitFor();
    expect(await parts.getByText(words['mark.changed']).count()).toBe(1);
  });
});
