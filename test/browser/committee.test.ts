import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SessionFile } from '../../domain/api/committee.ts';
import { newId } from '../../web/portal/case/new-id.ts';
import { callAs } from './api.ts';
import { apply, decideAs, openBudget, untilAt } from './applications.ts';
import { large, putOnAgenda, setDay, TODAY } from './committee.ts';
import { expectAccessible, look } from './look.ts';
import { button, enter, heading, rewrite } from './portal.ts';
import { useBrowser } from './visit.ts';
import { committee, office, portal, problems } from './words.ts';

useBrowser();

const CONDITION = 'Befristet bis Ende Juni 2028.';
const DAY = 'Di., 21. Apr. 2026';

/** An application that waits for the committee. */
const waiting = async (): Promise<string> => {
  const id = await apply(large);
  await decideAs('clerk', id, 'complete', { then: 'opinion' });
  await decideAs('coordinator', id, 'recommend', { comment: 'Der Bedarf ist belegt.', then: 'decision' });
  await decideAs('clerk-2', id, 'grant', { then: 'committee' });
  return id;
};

const word = (key: keyof typeof committee, values: Record<string, string | number>): string =>
  Object.entries(values).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, String(value)),
    committee[key],
  );
const errorsOf = (page: Page) => page.locator('.error-summary').getByRole('link').allTextContents();

const sessionOf = (id: string) => callAs<SessionFile>('committee', 'GET', `/api/committee-sessions/${id}`);

const save = (id: string, body: object, ifMatch?: number) =>
  callAs<{ saved: number }>('committee', 'PUT', `/api/committee-sessions/${id}`, {
    body,
    ...(ifMatch !== undefined && { ifMatch }),
  });

beforeAll(() => openBudget(2027));

describe("The committee's office, with the keyboard alone,", () => {
  test('prepares a session, convenes it, and records what it resolved', async () => {
    const cases = [await waiting(), await waiting()];
    const secretary = await enter('committee', '#/sitzungen');
    const { page, keyboard, expectPrivate } = secretary;
    await heading(page, committee['list.title']).waitFor();
    expect(await page.getByRole('combobox', { name: committee['list.year'] }).inputValue()).toBe('2026');

    // Nothing is convened that has no day and no agenda.
    await keyboard.enter(button(page, committee['list.new']));
    await heading(page, committee['edit.title']).waitFor();
    const id = new URL(page.url()).hash.split('/').at(-1) ?? '';
    await look(page, 'a new session');
    await keyboard.enter(button(page, committee['edit.convene']));
    await page.locator('.error-summary:focus').waitFor();
    expect(await errorsOf(page)).toEqual([portal['problem.on.required'], portal['problem.items.required']]);

    await setDay(secretary, TODAY);
    for (const of of cases) await putOnAgenda(secretary, of);
    const rows = page.getByRole('group', { name: /^Punkt \d/ });
    expect(await rows.count()).toBe(2);

    // The first item is not public, and says why.
    const first = rows.first();
    await keyboard.to(first.getByRole('radio').first(), 'Shift+Tab');
    await keyboard.choose(first.getByRole('radio', { name: committee['edit.public.no'] }));
    await keyboard.enter(button(page, committee['edit.convene']));
    await page.locator('.error-summary:focus').waitFor();
    expect(await errorsOf(page)).toEqual([`TOP 1: ${portal['problem.items.reason.required']}`]);
    await look(page, 'a session, with an error');
    await keyboard.to(first.getByRole('combobox'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');

    // The order of the agenda is changed by buttons, which keep the focus.
    await keyboard.enter(button(page, word('edit.down.of', { number: 1 })));
    await page.locator('#up-1:focus').waitFor();
    await keyboard.enter(button(page, committee['edit.convene']));
    await page.getByText(portal['done.convene']).waitFor();
    const session = await sessionOf(id);
    expect(session).toMatchObject({
      at: 'convened',
      on: TODAY,
      items: [{ public: true }, { public: false, reason: 'personal-interest' }],
    });
    expect(session.items.map((item) => item.case).sort()).toEqual(cases.toSorted());
    await look(page, 'a convened session');

    // What is recorded is checked item by item.
    await keyboard.enter(page.locator('#act-record'));
    await heading(page, committee['record.title']).waitFor();
    await keyboard.enter(button(page, committee['record.send']));
    await page.locator('.error-summary:focus').waitFor();
    const outcomeRequired = portal['problem.resolutions.outcome.required'];
    expect(await errorsOf(page)).toEqual([`TOP 1: ${outcomeRequired}`, `TOP 2: ${outcomeRequired}`]);
    const items = page.getByRole('group', { name: /^TOP \d/ });
    const [one, two] = [items.nth(0), items.nth(1)];
    await keyboard.choose(one.getByRole('radio', { name: committee['outcome.changed'] }));
    await keyboard.write(one.getByRole('textbox', { name: committee['record.amount'] }), '200.000,00');
    await keyboard.write(one.getByRole('textbox', { name: committee['record.conditions'] }), CONDITION);
    await keyboard.write(one.getByRole('textbox', { name: committee['votes.yes'] }), '5');
    await keyboard.write(one.getByRole('textbox', { name: committee['votes.no'] }), '5');
    await keyboard.choose(two.getByRole('radio', { name: committee['outcome.approved'] }));
    await keyboard.write(two.getByRole('textbox', { name: committee['votes.yes'] }), '9');
    await keyboard.write(two.getByRole('textbox', { name: committee['votes.no'] }), 'zwei');
    await keyboard.enter(button(page, committee['record.send']));
    await page.locator('.error-summary:focus').waitFor();
    expect(await errorsOf(page)).toEqual([
      `TOP 1: ${problems.de['more-than-asked']}`,
      `TOP 1: ${problems.de['no-majority']}`,
      `TOP 2: ${portal['problem.resolutions.votes.no.whole-number']}`,
    ]);
    await look(page, 'what was resolved, with errors');
    await rewrite(secretary, one.getByRole('textbox', { name: committee['record.amount'] }), '120.000,00');
    await rewrite(secretary, one.getByRole('textbox', { name: committee['votes.yes'] }), '8');
    await rewrite(secretary, two.getByRole('textbox', { name: committee['votes.no'] }), '2');
    await keyboard.enter(button(page, committee['record.send']));

    // It is carried out while somebody looks on.
    await heading(page, committee.closed).waitFor();
    await page.getByText(CONDITION).waitFor();
    const [changed = '', approved = ''] = session.items.map((item) => item.case);
    await untilAt(changed, 'decision');
    await untilAt(approved, 'approval');
    await look(page, 'a closed session');
    await keyboard.enter(page.getByRole('link', { name: committee.back }));
    await page.getByText(`${DAY}, 2 Anträge`).waitFor();
    await look(page, 'sessions');
    expectPrivate(CONDITION);
  });
});

describe('What the committee has changed', () => {
  test('limits the draft of the decision, and begins it', async () => {
    const id = await waiting();
    const session = newId();
    await save(session, { kind: 'urgent', on: TODAY, items: [{ case: id, public: true }] });
    const decide = (version: number, step: string, action: string, more: object) =>
      callAs('committee', 'POST', `/api/submissions/${session}/decisions`, {
        body: { step, action, version, ...more },
      });
    const { version } = await sessionOf(session);
    await decide(version, 'prepare', 'convene', { saved: 1 });
    const resolution = { case: id, outcome: 'changed', amount: 120_000_00, conditions: [CONDITION] };
    await decide((await sessionOf(session)).version, 'convened', 'record', {
      resolutions: [resolution],
      decidedBy: 'Landrätin Muster',
    });
    await untilAt(id, 'decision');
    const { page, keyboard } = await enter('clerk', `#/antraege/${id}`);
    await heading(page, office['notes.title']).waitFor();
    await page.getByText('Landrätin Muster').waitFor();
    expect(await button(page, `${portal['action.grant']} …`).count()).toBe(0);
    await keyboard.enter(button(page, `${portal['action.partial']} …`));
    await page.getByText(office['grant.resolved'].replace('{sum}', '120.000,00 €')).waitFor();
    expect(
      await page
        .getByRole('textbox', { name: /^Nebenbestimmung/ })
        .last()
        .inputValue(),
    ).toBe(CONDITION);
    await keyboard.to(page.getByRole('textbox', { name: 'Elterncafé und Gruppen' }), 'Shift+Tab');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('1.000,00');
    await keyboard.enter(button(page, office['act.partial.send']));
    await page.locator('.error-summary:focus').getByText(problems.de['more-than-resolved']).waitFor();
    await look(page, 'a partial grant after a resolution');
  });
});

describe('A session', () => {
  test('keeps what was typed when somebody else has saved it meanwhile', async () => {
    const id = newId();
    await save(id, { kind: 'session' });
    const mine = await enter('committee', `#/sitzungen/${id}`);
    const { page, keyboard } = mine;
    await setDay(mine, TODAY);
    await save(id, { kind: 'urgent', on: '2026-05-05' }, 1);
    await keyboard.enter(button(page, committee['edit.save']));
    await page.getByText(committee['edit.changed.title']).waitFor();
    await expectAccessible(page, 'a session that somebody else has saved');
    await keyboard.enter(button(page, committee['edit.changed.mine']));
    await page.getByText(committee['edit.saved']).waitFor();
    expect(await sessionOf(id)).toMatchObject({ kind: 'session', on: TODAY, saved: 3 });
  });

  test('is cancelled only by who is asked before, and is read by the office', async () => {
    const id = newId();
    await save(id, { kind: 'urgent', on: '2026-05-05' });
    const { page, keyboard } = await enter('committee', `#/sitzungen/${id}`);
    await keyboard.enter(button(page, committee['cancel.open']));
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page, 'whether to cancel a session');
    await keyboard.enter(button(page, committee['cancel.confirm']));
    await heading(page, committee.cancelled).waitFor();
    const reader = await enter('head', `#/sitzungen/${id}`);
    await heading(reader.page, committee.cancelled).waitFor();
    await look(reader.page, 'a cancelled session');
  });
});

describe('A case that waits for the committee', () => {
  test('is given back with a reason', async () => {
    const id = await waiting();
    const { page, keyboard } = await enter('committee', '#/aufgaben');
    await page.getByRole('table').waitFor();
    await page.goto(`/portal/#/antraege/${id}`);
    await heading(page, committee['waiting.title']).waitFor();
    await look(page, 'a case that waits for the committee');
    await keyboard.enter(button(page, committee['give-back.open']));
    await page.getByRole('dialog').waitFor();
    await keyboard.enter(button(page, committee['give-back.confirm']));
    await page.locator('.error-summary:focus').waitFor();
    await expectAccessible(page, 'a case that goes back, with an error');
    await keyboard.write(
      page.getByRole('textbox', { name: committee['give-back.comment'] }),
      'Der Träger hat den Antrag geändert.',
    );
    await keyboard.enter(button(page, committee['give-back.confirm']));
    await page.getByText(portal['done.give-back']).first().waitFor();
    await untilAt(id, 'decision');
  });
});
