import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { InstitutionFile, RoundFile } from '../../domain/api/survey-rounds.ts';
import { kitaSurveyExample } from '../../domain/forms/kita-survey/example.ts';
import { newId } from '../../web/portal/case/new-id.ts';
import { callAs } from './api.ts';
import { decideAs } from './applications.ts';
import { look } from './look.ts';
import { until } from './machine.ts';
import { button, enter, heading, rewrite } from './portal.ts';
import { useBrowser } from './visit.ts';
import { portal, questions, surveys } from './words.ts';

useBrowser();

const ROUND = {
  year: 2026,
  from: '2026-04-20',
  to: '2026-06-12',
  groups: ['children', 'parents', 'staff', 'providers', 'social-area'],
};

const roundOf = (id: string) => callAs<RoundFile>('coordinator', 'GET', `/api/survey-rounds/${id}`);
const stepOf = (id: string, at: string) => until(async () => (await roundOf(id)).at === at);
const kitaForm = async (round: string) =>
  (await roundOf(round)).units.find(({ unit }) => unit === 'kita:biebelnheim')?.form?.id ?? '';
const formOf = (id: string) => callAs<InstitutionFile>('kita', 'GET', `/api/kita-surveys/${id}`);
const accept = async (id: string) => {
  const { at: step, version } = await formOf(id);
  const body = { step, action: 'accept-answers', version };
  await callAs('coordinator', 'POST', `/api/submissions/${id}/decisions`, { body });
};
const untilForm = (id: string, at: string) => until(async () => (await formOf(id)).at === at);

/** A round that asks everybody, opened past the pages. */
const openRound = async (more: object = {}): Promise<string> => {
  const id = newId();
  await callAs('coordinator', 'PUT', `/api/survey-rounds/${id}`, { body: { ...ROUND, ...more } });
  await decideAs('coordinator', id, 'open', { saved: 1, then: 'open' });
  return id;
};

const radio = (page: Page, question: keyof typeof questions, option: keyof typeof questions) =>
  page
    .getByRole('radiogroup', { name: questions[question] })
    .getByRole('radio', { name: questions[option], exact: true });
const checkbox = (page: Page, question: keyof typeof questions, option: keyof typeof questions) =>
  page
    .getByRole('group', { name: questions[question] })
    .getByRole('checkbox', { name: questions[option], exact: true });

/** What children are asked, one after the other. */
const CHILD = [
  'child-kita',
  'child-friends',
  'child-play',
  'child-heard',
  'child-help',
  'child-way',
] as const;

let round: string;
beforeAll(async () => {
  round = await openRound();
});

describe('A round of the needs survey', () => {
  test('is prepared and opened by the coordinator, who gives one Kita more time', async () => {
    const coordinator = await enter('coordinator', '#/erhebung');
    const { page, keyboard } = coordinator;
    await heading(page, surveys['list.title']).waitFor();
    await look(page, 'rounds');
    await keyboard.enter(button(page, surveys['list.new']));
    await heading(page, surveys['form.title']).waitFor();
    const id = new URL(page.url()).hash.split('/').at(-1) ?? '';
    await look(page, 'a round that is prepared');

    // It cannot end before it begins; that is said before anything is opened.
    await page.getByLabel(surveys['form.to']).fill('2026-01-01');
    await keyboard.enter(button(page, surveys['form.open']));
    await page.locator('.error-summary:focus').waitFor();
    await look(page, 'a round that is prepared, with errors');
    await page.getByLabel(surveys['form.from']).fill(ROUND.from);
    await page.getByLabel(surveys['form.to']).fill(ROUND.to);
    await keyboard.enter(button(page, surveys['form.open']));
    await look(page, 'asked whether to open a round');
    await keyboard.enter(button(page, surveys['ask.open.confirm']));
    await heading(page, surveys['units.title']).waitFor();
    await stepOf(id, 'open');
    await look(page, 'a round that is answered');

    await keyboard.enter(button(page, surveys['units.more.of'].replace('{name}', 'Kita Biebelnheim')));
    await page.getByLabel(surveys['extend.to']).fill('2026-06-01');
    await keyboard.enter(button(page, surveys['extend.send']));
    await page.locator('dialog .kern-error').waitFor();
    await look(page, 'more time, refused');
    await page.getByLabel(surveys['extend.to']).fill('2026-06-26');
    await keyboard.enter(button(page, surveys['extend.send']));
    await until(
      async () =>
        (await roundOf(id)).units.find(({ unit }) => unit === 'kita:biebelnheim')?.until === '2026-06-26',
    );
    await page.getByText(surveys['units.extended'], { exact: true }).waitFor();
  });
});

describe('What a Kita answers', () => {
  test('is filled in from its own page, saved, sent, returned and corrected where it was named', async () => {
    const id = await kitaForm(round);
    const kita = await enter('kita', '#/erhebung');
    const { page, keyboard } = kita;
    await heading(page, surveys['list.title']).waitFor();
    await look(page, 'what a Kita is asked');
    await page.goto(`/portal/#/erhebung/kita/${id}`);
    await heading(page, surveys['inst.edit.title']).waitFor();
    await look(page, 'a questionnaire of a Kita');

    // Nothing is sent that says nothing.
    await keyboard.enter(button(page, surveys['inst.send']));
    await page.locator('.error-summary:focus').waitFor();
    await look(page, 'a questionnaire of a Kita, with errors');

    await keyboard.choose(radio(page, 'strain', 'strain.3'));
    await keyboard.choose(checkbox(page, 'strain-by', 'strain-by.talks'));
    await keyboard.write(page.getByRole('textbox', { name: questions.good }), 'Die Sprechstunde.');
    await keyboard.enter(button(page, surveys['inst.save']));
    await page.getByText(surveys['inst.saved']).waitFor();
    expect((await formOf(id)).answers).toEqual({
      answers: { strain: '3', 'strain-by': ['talks'], good: 'Die Sprechstunde.' },
    });
    await page.reload();
    await heading(page, surveys['inst.edit.title']).waitFor();
    expect(await radio(page, 'strain', 'strain.3').isChecked()).toBe(true);
    await keyboard.enter(button(page, surveys['inst.send']));
    await page.getByText(surveys['inst.sent']).waitFor();
    await untilForm(id, 'plausibility');
    await look(page, 'a questionnaire that was sent');

    const coordinator = await enter('coordinator', `#/erhebung/kita/${id}`);
    await button(coordinator.page, surveys['check.accept']).waitFor();
    await look(coordinator.page, 'a questionnaire that is checked');
    await coordinator.keyboard.enter(coordinator.page.locator('#act-return'));
    await coordinator.page.getByRole('combobox').selectOption('strain');
    await coordinator.keyboard.write(
      coordinator.page.getByRole('textbox', { name: surveys['check.reason'] }),
      'Im Gespräch klang das anders.',
    );
    await look(coordinator.page, 'questions that are returned');
    await coordinator.keyboard.enter(button(coordinator.page, surveys['check.send']));
    await untilForm(id, 'corrections');

    await keyboard.enter(button(page, portal['case.reload']));
    await heading(page, surveys['inst.edit.title']).waitFor();
    await page.getByText('Im Gespräch klang das anders.').waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    await look(page, 'a questionnaire that was returned');
    await keyboard.choose(radio(page, 'strain', 'strain.4'));
    await keyboard.enter(button(page, surveys['inst.sendReturn']));
    await untilForm(id, 'plausibility');
    await coordinator.keyboard.enter(button(coordinator.page, portal['case.reload']));
    await coordinator.keyboard.enter(button(coordinator.page, surveys['check.accept']));
    await untilForm(id, 'accepted');
  });

  test('is kept on the page while there is no network, and saved when it is back', async () => {
    const id = await kitaForm(await openRound({ groups: ['staff'] }));
    const { page, keyboard } = await enter('kita', `#/erhebung/kita/${id}`);
    const good = page.getByRole('textbox', { name: questions.good });
    await good.waitFor();
    await page.context().setOffline(true);
    await keyboard.write(good, 'Die Sprechstunde.');
    await keyboard.enter(button(page, surveys['inst.save']));
    await page.getByText(portal['failure.network.title']).first().waitFor();
    await look(page, 'a questionnaire without a network');
    expect(await good.inputValue()).toBe('Die Sprechstunde.');
    await page.context().setOffline(false);
    await keyboard.enter(button(page, surveys['inst.save']));
    await page.getByText(surveys['inst.saved']).waitFor();
    expect((await formOf(id)).answers).toEqual({ answers: { good: 'Die Sprechstunde.' } });
  });

  test('begins with the answers of the round before, each confirmed or changed', async () => {
    const before = await openRound();
    const last = await kitaForm(before);
    await callAs('kita', 'PUT', `/api/kita-surveys/${last}`, { body: kitaSurveyExample, ifMatch: 0 });
    await callAs('kita', 'POST', `/api/kita-surveys/${last}/submission`, { body: { saved: 1 } });
    await untilForm(last, 'plausibility');
    await accept(last);
    const id = await kitaForm(await openRound({ previous: before }));
    const kita = await enter('kita', `#/erhebung/kita/${id}`);
    const { page, keyboard } = kita;
    await heading(page, surveys['inst.edit.title']).waitFor();
    await keyboard.choose(radio(page, 'strain', 'strain.1'));
    await keyboard.enter(button(page, surveys['inst.send']));
    await page.locator('.error-summary:focus').waitFor();
    await look(page, 'a questionnaire with answers of the round before');
    await keyboard.enter(button(page, surveys['inst.allUnchanged']));
    await keyboard.enter(button(page, surveys['inst.send']));
    await untilForm(id, 'plausibility');
    expect((await formOf(id)).answers?.answers.strain).toBe('1');
  });
});

test('A provider answers its questionnaire', async () => {
  const id =
    (await roundOf(round)).units.find(({ unit }) => unit === 'provider:vg-alzey-land')?.form?.id ?? '';
  const provider = await enter('provider', `#/erhebung/traeger/${id}`);
  const { page, keyboard } = provider;
  await heading(page, surveys['inst.edit.title']).waitFor();
  await look(page, 'a questionnaire of a provider');
  await keyboard.choose(radio(page, 'rooms', 'quantity.1-4'));
  await rewrite(provider, page.getByRole('textbox', { name: questions.more }), 'Ein Raum wird frei.');
  await keyboard.enter(button(page, surveys['inst.send']));
  await page.getByText(surveys['inst.sent']).waitFor();
});

describe('What is answered without a name', () => {
  test('is entered by the coordinator where it came on paper, one sheet after the other', async () => {
    const coordinator = await enter('coordinator', `#/erhebung/${round}/papier`);
    const { page, keyboard } = coordinator;
    const unit = page.getByRole('combobox', { name: surveys['paper.unit'] });
    await unit.waitFor();
    await unit.selectOption({ label: 'Kita Biebelnheim' });
    const save = button(page, surveys['paper.save']);
    await keyboard.enter(save);
    await page.getByText(surveys['paper.empty']).waitFor();
    await keyboard.choose(radio(page, 'known', 'known.used'));
    await look(page, 'a sheet of paper that is entered');
    await keyboard.enter(save);
    await page.getByText('Gespeichert: 1 Bogen').waitFor();
    expect(await radio(page, 'known', 'known.used').isChecked()).toBe(false);
    await keyboard.choose(radio(page, 'known', 'known.no'));
    await keyboard.enter(save);
    await page.getByText('Gespeichert: 2 Bögen').waitFor();
  });

  test('is asked of children with pictures, one child after the other on a tablet', async () => {
    const kita = await enter('kita', `#/erhebung/${round}/kinder/biebelnheim`);
    const { page, keyboard } = kita;
    const face = (of: 'face.good' | 'face.bad') => page.getByRole('button', { name: questions[of] });
    for (let child = 1; child <= 2; child += 1) {
      await heading(page, questions['child-kita']).waitFor();
      if (child === 1) await look(page, 'a question for children');
      await keyboard.enter(face('face.good'));
      await heading(page, questions['child-friends']).waitFor();
      await keyboard.enter(button(page, surveys['children.skip']));
      await heading(page, questions['child-play']).waitFor();
      await keyboard.enter(button(page, surveys['children.back']));
      await heading(page, questions['child-friends']).waitFor();
      for (const code of ['child-friends', 'child-play', 'child-heard', 'child-help', 'child-way'] as const) {
        await heading(page, questions[code]).waitFor();
        await keyboard.enter(face('face.bad'));
      }
      await heading(page, surveys['children.done.title']).waitFor();
      if (child === 1) await look(page, 'a child is done');
      await keyboard.enter(button(page, surveys['children.save']));
      await page.getByText(`Gespeichert: ${child} Kind`).waitFor();
    }
    const entered = kita.sent().filter(({ url }) => url.includes('/answers/'));
    expect(entered).toHaveLength(2);
    expect(JSON.parse(entered[0]?.body ?? '{}')).toEqual({
      group: 'children',
      unit: 'kita:biebelnheim',
      answers: {
        'child-kita': 'good',
        'child-friends': 'bad',
        'child-play': 'bad',
        'child-heard': 'bad',
        'child-help': 'bad',
        'child-way': 'bad',
      },
    });
  });

  test('of a child is still there when the network was not, and counts once', async () => {
    const id = await openRound({ groups: ['children'] });
    const { page, keyboard, sent } = await enter('kita', `#/erhebung/${id}/kinder/biebelnheim`);
    await heading(page, questions['child-kita']).waitFor();
    await page.context().setOffline(true);
    for (const code of CHILD) {
      await heading(page, questions[code]).waitFor();
      await keyboard.enter(page.getByRole('button', { name: questions['face.good'] }));
    }
    await keyboard.enter(button(page, surveys['children.save']));
    await page.getByText(portal['failure.network.title']).first().waitFor();
    await look(page, 'a child’s answers without a network');
    await page.context().setOffline(false);
    await keyboard.enter(button(page, surveys['children.save']));
    await page.getByText('Gespeichert: 1 Kind').waitFor();
    const ids = new Set(sent().map(({ url }) => url.split('/').at(-1)));
    expect(ids.size).toBe(1);
  });

  test('is counted before the coordinator where five have answered, and not before', async () => {
    const id = await openRound({ groups: ['parents'] });
    const enterPaper = (n: number) =>
      callAs('coordinator', 'PUT', `/api/survey-rounds/${id}/answers/${crypto.randomUUID()}`, {
        body: { group: 'parents', unit: 'kita:biebelnheim', answers: { known: n % 2 ? 'used' : 'no' } },
      });
    for (let n = 0; n < 4; n += 1) await enterPaper(n);
    const { page, keyboard } = await enter('coordinator', `#/erhebung/${id}`);
    await heading(page, surveys['units.title']).waitFor();
    await page.getByText(`Eltern: ${surveys['units.few']}`).first().waitFor();
    await enterPaper(4);
    await keyboard.enter(button(page, portal['case.reload']));
    await page.reload();
    await page.getByText(`Eltern: ${surveys['units.enough']}`).waitFor();
  });
});
