import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import { totalsOf } from '../../domain/forms/budget-application/totals.ts';
import { formatEuros } from '../../domain/money/euros.ts';
import { readPdf } from '../../functions/documents/read-pdf.test-data.ts';
import { applicationHash, partHash, queriesHash } from '../../web/portal/applications/addresses.ts';
import { newId } from '../../web/portal/case/new-id.ts';
import { callAs } from './api.ts';
import { untilAt } from './applications.ts';
import { large, putOnAgenda, setDay, TODAY } from './committee.ts';
import { save } from './download.ts';
import { expectGerman } from './german.ts';
import { expectAccessible, look, WIDE } from './look.ts';
import { opener, said } from './office.ts';
import { button, enter, heading, type Person, rewrite } from './portal.ts';
import { useBrowser } from './visit.ts';
import { applications, committee, form, office, portal } from './words.ts';

useBrowser();

/** No other file has applications for this year, so nobody else moves its money. */
const YEAR = 2028;
const QUERY = 'Im Stellenplan stehen 140.000,00 Euro.';
const OPINION = 'Der Bedarf ist belegt, die Ziele passen zum Konzept.';
const CORRECTED = 140_000_00;

/** The example, for this year, with a sum from which the committee resolves. */
const answers: typeof budgetApplicationExample = JSON.parse(
  JSON.stringify({ ...budgetApplicationExample, ...large }).replaceAll('2027', String(YEAR)),
);
const corrected = {
  ...answers,
  positions: answers.positions.map((row, n) => (n === 0 ? { ...row, annualCost: CORRECTED } : row)),
};
const sum = formatEuros(totalsOf(corrected).total);

/** A view with axe, and in German. */
const see = async (page: Page, view: string): Promise<void> => {
  await expectAccessible(page, view);
  await expectGerman(page, view);
};

/** A view that no other file sees, in every window. */
const seeAround = async (page: Page, view: string): Promise<void> => {
  await look(page, view);
  await expectGerman(page, view);
};

const wrong = async (page: Page): Promise<string[]> => {
  await page.locator('.error-summary:focus').waitFor();
  return page.locator('.error-summary').getByRole('link').allTextContents();
};

/** The treasurer puts the year's frame in force. */
const enterFrame = async () => {
  const treasurer = await enter('treasurer', `#/budget/${YEAR}`);
  const { page, keyboard } = treasurer;
  await rewrite(treasurer, page.getByRole('textbox', { name: office['frame.figure'] }), '1.339');
  await keyboard.enter(button(page, office['frame.send']));
  await wrong(page);
  await see(page, 'a new budget, with an error');
  await rewrite(treasurer, page.getByRole('textbox', { name: office['frame.figure'] }), '1.339.209,00');
  await rewrite(treasurer, page.getByRole('textbox', { name: office['frame.voluntary'] }), '50.000,00');
  await keyboard.choose(page.getByRole('radio', { name: office['frame.in-force'] }));
  await keyboard.enter(button(page, office['frame.send']));
  await page.getByText(office['frame.done']).waitFor();
  return treasurer;
};

/** The clerk asks about one field. */
const query = async ({ page, keyboard }: Person) => {
  await keyboard.enter(opener(page, 'query'));
  await see(page, 'a query');
  await keyboard.enter(button(page, office['act.query.send']));
  expect(await wrong(page)).toHaveLength(2);
  const field = page.getByRole('combobox', { name: office['query.field'] });
  await keyboard.to(field);
  await field.selectOption('positions.kita-sozialarbeit.annualCost');
  await keyboard.write(page.getByRole('textbox', { name: office['query.reason'] }), QUERY);
  await keyboard.enter(button(page, office['act.query.send']));
  await said(page, 'query');
};

/** The provider goes on with a draft, forgets to sign it, and sends it. */
const send = async (): Promise<{ id: string; provider: Person }> => {
  const id = newId();
  const { signature, ...unsigned } = answers;
  await callAs('provider', 'PUT', `/api/budget-applications/${id}`, {
    body: { ...unsigned, signature: { on: signature.on } },
  });
  const provider = await enter('provider', partHash(id, 'review'));
  const { page, keyboard } = provider;
  await keyboard.enter(button(page, applications['review.send']));
  const [missing = ''] = await wrong(page);
  expect(missing).toContain(form['signature.name']);
  await see(page, 'an application that nobody has signed');
  await keyboard.enter(page.locator('.error-summary').getByRole('link').first());
  await page.locator('input:focus').waitFor();
  await page.keyboard.type(signature.name);
  await keyboard.enter(page.getByRole('link', { name: applications['steps.review'], exact: true }));
  await page.locator('h2:focus', { hasText: applications['steps.review'] }).waitFor();
  await keyboard.enter(button(page, applications['review.send']));
  await heading(page, applications['sent.title']).waitFor();
  await see(page, 'an application that was sent');
  await untilAt(id, 'completeness');
  return { id, provider };
};

/** The provider corrects the one field that is open, and sends it. */
const correct = async (id: string, { page, keyboard, ...provider }: Person) => {
  await untilAt(id, 'queries');
  await page.goto(`/portal/${queriesHash(id)}`);
  await heading(page, applications['queries.title']).waitFor();
  await page.getByText(QUERY).first().waitFor();
  const label = applications['field.euros'].replace('{label}', form['positions.annualCost']);
  const cost = page.getByRole('textbox', { name: label, exact: true });
  await rewrite({ page, keyboard, ...provider }, cost, '140.000');
  await keyboard.enter(button(page, applications['queries.send']));
  expect((await wrong(page))[0]).toContain(form['positions.annualCost']);
  await see(page, 'queries, with an error');
  await rewrite({ page, keyboard, ...provider }, cost, '140.000,00');
  await keyboard.enter(button(page, applications['queries.send']));
  await heading(page, applications['sent.correct.title']).waitFor();
  await untilAt(id, 'completeness');
};

/** The Kita says that it agrees. */
const cosign = async (id: string) => {
  const { page, keyboard } = await enter('kita', applicationHash(id));
  const answer = button(page, applications['kita.send']).first();
  await keyboard.enter(answer);
  await page.locator('.error-summary:focus').waitFor();
  await see(page, 'co-signing, with an error');
  await keyboard.choose(page.getByRole('radio', { name: applications['kita.yes'] }).first());
  await keyboard.enter(answer);
  await page.locator('.case-said:focus').getByText(applications['kita.done']).waitFor();
};

/** The clerk sees what is different, and finds the application complete. */
const complete = async ({ page, keyboard }: Person) => {
  await keyboard.enter(button(page, portal['case.reload']));
  await heading(page, form['versions.title']).waitFor();
  await keyboard.enter(button(page, form['versions.compare']));
  const between = form['versions.between'].replace('{older}', '1').replace('{younger}', '2');
  const differences = page.getByRole('table', { name: between });
  await differences.waitFor();
  expect(await differences.getByRole('row').count()).toBe(2);
  expect(await differences.getByRole('cell').allTextContents()).toEqual([
    formatEuros(147_888_00),
    formatEuros(CORRECTED),
  ]);
  await seeAround(page, 'two versions');
  await keyboard.to(opener(page, 'complete'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await keyboard.enter(button(page, office['act.complete.send']));
  await said(page, 'complete');
};

/** The coordinator finds it among her tasks, and recommends it. */
const advise = async (id: string) => {
  await untilAt(id, 'opinion');
  const { page, keyboard, expectPrivate } = await enter('coordinator', '#/aufgaben');
  await keyboard.enter(page.locator(`a[href="#/antraege/${id}"]`).first());
  await keyboard.enter(opener(page, 'recommend'));
  await see(page, 'an opinion');
  await keyboard.write(page.getByRole('textbox', { name: office['act.recommend.comment'] }), OPINION);
  await keyboard.enter(button(page, office['act.recommend.send']));
  await said(page, 'recommend');
  return expectPrivate;
};

/** The clerk sees the sum reserved, and drafts a grant of all of it. */
const draft = async (id: string, { page, keyboard }: Person) => {
  await untilAt(id, 'decision');
  await keyboard.enter(button(page, portal['case.reload']));
  await page.getByText(office['left.reserved'].replace('{sum}', sum)).waitFor();
  await keyboard.enter(opener(page, 'grant'));
  await page.getByText(office['grant.sum'].replace('{sum}', sum)).waitFor();
  await see(page, 'a grant');
  await keyboard.enter(button(page, office['act.grant.send']));
  await said(page, 'grant');
};

/** The committee's office convenes a session, takes its papers, and records what was resolved. */
const resolve = async (id: string) => {
  await untilAt(id, 'committee');
  const secretary = await enter('committee', '#/sitzungen');
  const { page, keyboard } = secretary;
  await keyboard.enter(button(page, committee['list.new']));
  await heading(page, committee['edit.title']).waitFor();
  await setDay(secretary, TODAY);
  await putOnAgenda(secretary, id);
  await see(page, 'a session that is prepared');
  await keyboard.enter(button(page, committee['edit.convene']));
  await page.getByText(portal['done.convene']).waitFor();

  await heading(page, committee['papers.title']).waitFor();
  const paper = await save(secretary, button(page, committee['papers.public.pdf']));
  expect(paper.name).toBe(`Vorlage-${TODAY}.pdf`);
  const text = (await readPdf(paper.bytes)).pages.map((one) => one.text).join('\n');
  expect(text.replaceAll('\u00a0', ' ')).toContain(sum.replace('\u00a0', ' '));
  expect(text).not.toMatch(/Trägermuster|Der Bedarf ist belegt|Im Stellenplan/);
  const word = await save(secretary, button(page, committee['papers.public.docx']));
  expect(word.name).toBe(`Vorlage-${TODAY}.docx`);
  expect(await button(page, committee['papers.non-public.pdf']).count()).toBe(0);
  await seeAround(page, 'a session with its papers');

  await keyboard.enter(page.locator('#act-record'));
  await see(page, 'what is to be recorded');
  await keyboard.enter(button(page, committee['record.send']));
  expect(await wrong(page)).toEqual([`TOP 1: ${portal['problem.resolutions.outcome.required']}`]);
  await keyboard.choose(page.getByRole('radio', { name: committee['outcome.approved'] }));
  await keyboard.write(page.getByRole('textbox', { name: committee['votes.yes'] }), '11');
  await keyboard.write(page.getByRole('textbox', { name: committee['votes.no'] }), '2');
  await keyboard.enter(button(page, committee['record.send']));
  await heading(page, committee.closed).waitFor();
  await see(page, 'a session that is over');
};

/** The head has all that decides on one screen, and approves the bytes that she has saved. */
const approve = async (id: string): Promise<Buffer> => {
  await untilAt(id, 'approval');
  const head = await enter('head', '#/aufgaben');
  const { page, keyboard } = head;
  await page.getByRole('table').waitFor();
  await see(page, "a head's tasks");
  await keyboard.enter(page.locator(`a[href="#/antraege/${id}"]`).first());
  const summary = page.getByRole('region', { name: office['summary.title'] });
  await summary.getByText(office['left.reserved'].replace('{sum}', sum)).waitFor();
  for (const said of [sum, OPINION, office['voice.committee.approved'], 'Olga Annahme'])
    await summary.getByText(said, { exact: false }).first().waitFor();
  expect((await summary.boundingBox())?.height).toBeLessThan(WIDE.height);
  await seeAround(page, 'an application to be approved');

  await keyboard.enter(opener(page, 'approve'));
  await see(page, 'approving');
  await keyboard.enter(button(page, office['act.approve.send']));
  expect(await wrong(page)).toEqual([portal['problem.document.required']]);
  const { bytes } = await save(head, button(page, office['approve.draw']));
  await page.getByText(createHash('sha256').update(bytes).digest('hex')).waitFor();
  await keyboard.enter(button(page, office['act.approve.send']));
  await said(page, 'approve');
  return bytes;
};

/** The clerk has the same bytes to print, and says when they were posted. */
const post = async (id: string, clerk: Person, approved: Buffer) => {
  const { page, keyboard } = clerk;
  await untilAt(id, 'announce');
  await keyboard.enter(button(page, portal['case.reload']));
  const { bytes } = await save(clerk, button(page, office['decision.notice']));
  expect(bytes.equals(approved)).toBe(true);
  await keyboard.to(opener(page, 'post'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  const posted = page.getByLabel(office['act.sentOn']);
  await keyboard.to(posted);
  await posted.fill(TODAY);
  await see(page, 'posting');
  await keyboard.enter(button(page, office['act.post.send']));
  await said(page, 'post');
  // Posted on a Tuesday: announced on Saturday, and a month later is Whit Monday.
  await page.getByText('gilt als bekannt gegeben am Sa., 25. Apr. 2026').waitFor();
  await page.getByText('Di., 26. Mai 2026').first().waitFor();
  await see(page, 'a posted notice');
};

test('An application goes the whole way, from the draft through a query and the committee to the posted notice, seven people with the keyboard alone', {
  timeout: 480_000,
}, async () => {
  const treasurer = await enterFrame();
  const { id, provider } = await send();
  const clerk = await enter('clerk', `#/antraege?jahr=${YEAR}`);
  await clerk.keyboard.enter(clerk.page.locator(`a[href="#/antraege/${id}"]`).first());
  await query(clerk);
  await correct(id, provider);
  await cosign(id);
  await complete(clerk);
  const expectPrivate = await advise(id);
  await draft(id, clerk);
  await resolve(id);
  const approved = await approve(id);
  await post(id, clerk, approved);

  // The money has gone through the ledger, and its sums agree.
  await treasurer.page.reload();
  const entries = treasurer.page.getByRole('table', { name: office['entries.title'] });
  await entries.getByText(office['entries.kind.commit'], { exact: true }).waitFor();
  await seeAround(treasurer.page, 'a budget with a grant');
  clerk.expectPrivate(QUERY, OPINION);
  expectPrivate(QUERY, OPINION);
  provider.expectPrivate(QUERY, answers.reasons);
});
