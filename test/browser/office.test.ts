import { beforeAll, describe, expect, test } from 'vitest';
import { apply, decideAs, openBudget, untilAt } from './applications.ts';
import { expectAccessible, look } from './look.ts';
import { opener, said } from './office.ts';
import { button, enter, heading } from './portal.ts';
import { useBrowser } from './visit.ts';
import { office, portal, problems } from './words.ts';

useBrowser();

const OPINION = 'Der Bedarf ist belegt, die Ziele passen zum Konzept.';
const REASONS = 'Die Stelle im Elterncafé beginnt erst im Mai.';

beforeAll(() => openBudget(2027));

describe('The office, with the keyboard alone,', () => {
  test('checks an application, advises on it, drafts its decision, approves its document and announces it', async () => {
    const id = await apply();
    const hash = `#/antraege/${id}`;

    // The clerk cannot send a query without words, and says that the application is complete.
    const clerk = await enter('clerk', '#/antraege?jahr=2027');
    await clerk.page.getByRole('table').waitFor();
    await look(clerk.page, 'applications');
    await clerk.page.goto(`/portal/${hash}`);
    await heading(clerk.page, office['summary.title']).waitFor();
    await clerk.page.getByText(office['voice.completeness.open']).waitFor();
    // Whose turn it is, and how long each side has had it.
    for (const key of ['times.turn', 'times.office', 'times.applicant'] as const)
      await clerk.page.getByText(office[key], { exact: true }).waitFor();
    await look(clerk.page, 'an application');
    await clerk.keyboard.enter(opener(clerk.page, 'query'));
    await clerk.keyboard.enter(button(clerk.page, office['act.query.send']));
    await clerk.page.locator('.error-summary:focus').waitFor();
    expect(await clerk.page.locator('.error-summary').getByRole('link').allTextContents()).toEqual([
      `Rückfrage 1: ${portal['problem.fields.path.required']}`,
      `Rückfrage 1: ${portal['problem.fields.reason.required']}`,
    ]);
    await clerk.keyboard.enter(button(clerk.page, office['query.add']));
    await look(clerk.page, 'queries, with errors');
    await clerk.keyboard.enter(button(clerk.page, portal['app.cancel']));
    await clerk.page.locator('#act-query:focus').waitFor();
    await clerk.keyboard.to(opener(clerk.page, 'complete'), 'Shift+Tab');
    await clerk.page.keyboard.press('Enter');
    await clerk.keyboard.enter(button(clerk.page, office['act.complete.send']));
    await said(clerk.page, 'complete');

    // The coordinator's opinion needs words.
    const adviser = await enter('coordinator', hash);
    await adviser.keyboard.enter(opener(adviser.page, 'recommend'));
    await adviser.keyboard.enter(button(adviser.page, office['act.recommend.send']));
    await adviser.page
      .locator('.error-summary:focus')
      .getByText(portal['problem.comment.required'])
      .waitFor();
    await expectAccessible(adviser.page, 'an opinion, with an error');
    await adviser.keyboard.write(
      adviser.page.getByRole('textbox', { name: office['act.recommend.comment'] }),
      OPINION,
    );
    await adviser.keyboard.enter(button(adviser.page, office['act.recommend.send']));
    await said(adviser.page, 'recommend');
    await untilAt(id, 'decision');

    // The clerk drafts a partial grant: its sum follows from what is typed.
    await clerk.keyboard.enter(button(clerk.page, portal['case.reload']));
    await clerk.page.getByText(OPINION).first().waitFor();
    await clerk.keyboard.enter(opener(clerk.page, 'partial'));
    const amount = clerk.page.getByRole('textbox', { name: 'Elterncafé und Gruppen' });
    await clerk.keyboard.to(amount);
    await clerk.page.keyboard.press('ControlOrMeta+a');
    await clerk.page.keyboard.type('15.000');
    await clerk.keyboard.enter(button(clerk.page, office['act.partial.send']));
    await clerk.page.locator('.error-summary:focus').getByText(problems.de.amount).waitFor();
    await look(clerk.page, 'a partial grant, with errors');
    await clerk.keyboard.to(amount);
    await clerk.page.keyboard.press('ControlOrMeta+a');
    await clerk.page.keyboard.type('15.000,00');
    await clerk.page.getByText(office['grant.sum'].replace('{sum}', '63.594,56 €')).waitFor();
    await clerk.keyboard.write(
      clerk.page.getByRole('textbox', { name: office['act.partial.comment'] }),
      REASONS,
    );
    await clerk.keyboard.enter(button(clerk.page, office['act.partial.send']));
    await said(clerk.page, 'partial');
    await untilAt(id, 'approval');
    await clerk.page.getByText(REASONS).first().waitFor();
    await expectAccessible(clerk.page, 'an application with a draft of its decision');

    // The head approves the document that was drawn up for her, and no other.
    const head = await enter('head', '#/aufgaben');
    await head.page.getByRole('table').waitFor();
    await head.page.goto(`/portal/${hash}`);
    await head.keyboard.enter(opener(head.page, 'approve'));
    await head.keyboard.enter(button(head.page, office['act.approve.send']));
    await head.page.locator('.error-summary:focus').getByText(portal['problem.document.required']).waitFor();
    await expectAccessible(head.page, 'approving without the document');
    const saved = head.page.waitForEvent('download');
    await head.keyboard.enter(button(head.page, office['approve.draw']));
    expect((await saved).suggestedFilename()).toMatch(/^Bescheid-51\.3-SRB-2027-\w{6}\.pdf$/);
    await head.page.getByText(/[0-9a-f]{64}/).waitFor();
    await look(head.page, 'approving with the document');
    await head.keyboard.enter(button(head.page, office['act.approve.send']));
    await said(head.page, 'approve');

    // The clerk says when it was posted; the days follow from that.
    await clerk.keyboard.enter(button(clerk.page, portal['case.reload']));
    await clerk.keyboard.enter(opener(clerk.page, 'post'));
    await clerk.page.getByText(office['post.only']).waitFor();
    const posted = clerk.page.getByLabel(office['act.sentOn']);
    await clerk.keyboard.to(posted);
    await posted.fill('2026-04-30');
    await clerk.keyboard.enter(button(clerk.page, office['act.post.send']));
    await clerk.page.locator('.error-summary:focus').getByText(problems.de['date-future']).waitFor();
    await expectAccessible(clerk.page, 'announcing, with an error');
    await posted.fill('2026-04-21');
    await clerk.keyboard.enter(button(clerk.page, office['act.post.send']));
    await said(clerk.page, 'post');
    await clerk.page.getByText('gilt als bekannt gegeben am Sa., 25. Apr. 2026').waitFor();
    await look(clerk.page, 'an announced application');
    for (const { expectPrivate } of [clerk, adviser, head]) expectPrivate(OPINION, REASONS);
  });
});

test('Who has checked an application may not approve it, and reads why; who stands in for somebody says so', async () => {
  const id = await apply();
  await decideAs('head-2', id, 'complete', { then: 'opinion' });
  await decideAs('coordinator', id, 'recommend', { comment: OPINION, then: 'decision' });
  const deputy = await enter('clerk-2', `#/antraege/${id}`);
  await deputy.keyboard.enter(opener(deputy.page, 'grant'));
  const inName = deputy.page.getByRole('combobox', { name: office['act.for'] });
  await deputy.keyboard.to(inName);
  await inName.selectOption('clerk');
  await expectAccessible(deputy.page, 'a grant, for somebody');
  await deputy.keyboard.enter(button(deputy.page, office['act.grant.send']));
  await said(deputy.page, 'grant');
  await deputy.page.getByText('Paul Fiktion (in Vertretung für Olga Annahme)').first().waitFor();

  const { page } = await enter('head-2', `#/antraege/${id}`);
  await page.getByText(office['barred.who']).waitFor();
  expect(await opener(page, 'approve').count()).toBe(0);
  await page.getByText(/Sie haben in diesem Fall schon gehandelt: Prüfung auf Vollständigkeit/).waitFor();
  await look(page, 'barred by four eyes');
});

describe('What somebody of the office has typed', () => {
  test('is still there when a colleague was faster', async () => {
    const id = await apply();
    await decideAs('clerk', id, 'complete', { then: 'opinion' });
    await decideAs('coordinator', id, 'recommend', { comment: OPINION, then: 'decision' });
    const { page, keyboard } = await enter('clerk', `#/antraege/${id}`);
    await keyboard.enter(opener(page, 'refuse'));
    const reasons = page.getByRole('textbox', { name: office['act.refuse.comment'] });
    await keyboard.write(reasons, 'Vielleicht eine Ablehnung.');
    await decideAs('clerk-2', id, 'reexamine', { comment: 'Noch einmal.', then: 'completeness' });
    await keyboard.enter(button(page, office['act.refuse.send']));
    await page.getByText(portal['failure.conflict.title']).waitFor();
    await expectAccessible(page, 'somebody was faster');
    await decideAs('clerk', id, 'complete', { then: 'opinion' });
    await decideAs('coordinator', id, 'recommend', { comment: OPINION, then: 'decision' });
    await keyboard.enter(button(page, portal['case.reload']));
    await keyboard.enter(opener(page, 'refuse'));
    expect(await reasons.inputValue()).toBe('Vielleicht eine Ablehnung.');
    await page.goto('/portal/#/auswertung?jahr=2027');
    await heading(page, office['statistics.days']).waitFor();
    await look(page, 'statistics');
  });
});

describe('The budget of a year', () => {
  test('is entered by the treasurer, and read by the others with every movement', async () => {
    const { page, keyboard } = await enter('treasurer', '#/budget/2029');
    const figure = page.getByRole('textbox', { name: office['frame.figure'] });
    await keyboard.write(figure, '1.339');
    await keyboard.enter(button(page, office['frame.send']));
    await page.locator('.error-summary').waitFor();
    await expectAccessible(page, 'a budget, with an error');
    await keyboard.write(figure, '1.339.209,00');
    await page.getByText('2.232.015,00 €').first().waitFor();
    await keyboard.choose(page.getByRole('radio', { name: office['frame.in-force'] }));
    await keyboard.enter(button(page, office['frame.send']));
    await page.getByText(office['entries.kind.frame-set'], { exact: true }).waitFor();

    // A correction moves nothing until somebody else confirms it.
    await keyboard.enter(page.getByRole('button', { name: office['entries.correct'] }));
    await keyboard.write(page.getByRole('textbox', { name: office['sums.county'], exact: true }), '0');
    await keyboard.enter(button(page, office['correction.send']));
    await page.locator('.error-summary:focus').waitFor();
    await look(page, 'a budget, correcting, with an error');
    await keyboard.write(
      page.getByRole('textbox', { name: office['sums.county'], exact: true }),
      '892.806,00',
    );
    await keyboard.write(page.getByRole('textbox', { name: office['correction.reason'] }), 'Zahlendreher');
    await keyboard.enter(button(page, office['correction.send']));
    await page.getByText(office['correction.barred']).waitFor();
    await look(page, 'a budget with a proposal');

    const head = await enter('head', '#/budget/2029');
    await head.keyboard.enter(button(head.page, `${office['correction.confirm']} …`));
    await expectAccessible(head.page, 'confirm a correction?');
    await head.keyboard.enter(button(head.page, office['correction.confirm.send']));
    await head.page.getByText(office['entries.kind.correct']).waitFor();
    expect(await head.page.getByRole('textbox').count()).toBe(0);
    await expectAccessible(head.page, 'a budget, to be read');
  });
});
