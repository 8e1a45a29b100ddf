import { beforeAll, describe, expect, test } from 'vitest';
import type { ProofFile } from '../../domain/api/proof.ts';
import { proofOfUseExample } from '../../domain/forms/proof-of-use/example.ts';
import { derivedId } from '../../functions/cases/derived-id.ts';
import { callAs } from './api.ts';
import { apply, decideAs, openBudget, untilAt } from './applications.ts';
import { look } from './look.ts';
import { until } from './machine.ts';
import { button, enter, heading } from './portal.ts';
import { useBrowser } from './visit.ts';
import { office, portal, proofs } from './words.ts';

useBrowser();

const TODAY = '2026-04-21';
const COMMENT = { comment: 'Ein Satz dazu.' };

/** A grant that nobody objects to any more, and its proof, which is awaited. */
const awaited = async (): Promise<string> => {
  const id = await apply();
  await decideAs('clerk', id, 'complete', { then: 'opinion' });
  await decideAs('coordinator', id, 'recommend', { ...COMMENT, then: 'decision' });
  await decideAs('clerk-2', id, 'grant', { then: 'approval' });
  const { sha256 } = await callAs<{ sha256: string }>('head', 'POST', `/api/submissions/${id}/notice`);
  await decideAs('head', id, 'approve', { document: sha256, then: 'announce' });
  await decideAs('clerk', id, 'post', { sentOn: TODAY, then: 'objection-period' });
  await decideAs('clerk', id, 'waive', { receivedOn: TODAY, then: 'final' });
  return derivedId(id, 'proof-of-use');
};
const fileOf = (id: string) => callAs<ProofFile>('provider', 'GET', `/api/proofs-of-use/${id}`);

beforeAll(() => openBudget(2027));

describe('A proof of use', () => {
  test('is filled in and filed by the provider, returned by the clerk, and corrected where it was named', async () => {
    const id = await awaited();
    const provider = await enter('provider', `#/nachweise/${id}`);
    const { page, keyboard } = provider;
    await heading(page, proofs['edit.title']).waitFor();
    await look(page, 'a proof that is filled in');

    // Nothing is filed that is not complete; what is wrong is named at once.
    await keyboard.enter(button(page, proofs['edit.send']));
    await page.locator('.error-summary:focus').waitFor();
    await look(page, 'a proof, with errors');

    // Saved half-filled, and gone on with from another place.
    await keyboard.write(page.getByRole('textbox', { name: proofs['edit.training'] }), '558,50');
    await keyboard.enter(button(page, proofs['edit.save']));
    await page.getByText(proofs['edit.saved']).waitFor();
    expect(await fileOf(id)).toMatchObject({ saved: 1, answers: { training: 558_50 } });
    await callAs('provider', 'PUT', `/api/proofs-of-use/${id}`, { body: proofOfUseExample, ifMatch: 1 });
    await keyboard.enter(button(page, portal['case.reload']));
    await until(async () => (await page.getByRole('group', { name: /^Beleg \d/ }).count()) === 3);
    await keyboard.enter(button(page, proofs['edit.send']));
    await page.getByText(proofs['edit.sent']).waitFor();
    await untilAt(id, 'check');

    const clerk = await enter('clerk', `#/nachweise/${id}`);
    await heading(clerk.page, proofs['recon.title']).waitFor();
    await look(clerk.page, 'a proof that is checked');
    await clerk.keyboard.enter(clerk.page.locator('#act-query'));
    await clerk.keyboard.to(clerk.page.getByRole('combobox'));
    await clerk.page.getByRole('combobox').selectOption('report.goals');
    await clerk.keyboard.write(
      clerk.page.getByRole('textbox', { name: proofs['query.reason'] }),
      'Bitte mit Zahlen.',
    );
    await clerk.keyboard.enter(button(clerk.page, office['act.query.send']));
    await untilAt(id, 'queries');

    await keyboard.enter(button(page, portal['case.reload']));
    await page.getByText(proofs['edit.return']).waitFor();
    expect(await page.getByRole('textbox', { name: proofs['edit.training'] }).isEditable()).toBe(false);
    await look(page, 'a proof that was returned');
    await keyboard.write(
      page.getByRole('textbox', { name: proofs['report.goals'] }),
      '64 Familien, 12 Cafés.',
    );
    await keyboard.enter(button(page, proofs['edit.sendReturn']));
    await page.getByText(proofs['edit.sent']).waitFor();
    await untilAt(id, 'check');
    expect((await fileOf(id)).answers?.report?.goals).toContain('12 Cafés.');
  });

  test('stands in the list of its provider and of the office, and its money in the year', async () => {
    await awaited();
    const { page } = await enter('provider', '#/nachweise');
    await heading(page, proofs['list.title']).waitFor();
    await page.getByRole('table').waitFor();
    await look(page, 'the proofs of a provider');
    const treasurer = await enter('treasurer', '#/budget/2027');
    await heading(treasurer.page, office['overview.title']).waitFor();
    await treasurer.page.getByRole('table', { name: office['closing.table'] }).waitFor();
    await look(treasurer.page, 'a year with its overview and its closing');

    // From a figure of a social area to its applications, and to the entries of one.
    await treasurer.keyboard.to(treasurer.page.getByRole('radio', { name: office['overview.by.purpose'] }));
    await treasurer.page.keyboard.press('ArrowRight');
    await treasurer.page.getByText(office['overview.area.hint']).waitFor();
    const figure = treasurer.page.getByRole('button', { name: /bewilligt, .*: woraus das besteht$/ });
    await treasurer.keyboard.enter(figure.first());
    await treasurer.page.locator('.behind h3:focus').waitFor();
    const entries = treasurer.page.getByRole('button', { name: /^Buchungen zu / });
    await entries.first().waitFor();
    await look(treasurer.page, 'what a figure of the overview is made of');
    await treasurer.keyboard.enter(entries.first());
    await treasurer.page.getByText(/^Diese Buchungen ergeben /).waitFor();
  });
});
