import { beforeAll, describe, expect, test } from 'vitest';
import type { ProofFile } from '../../domain/api/proof.ts';
import { callAs } from './api.ts';
import { decideAs, openBudget, untilAt } from './applications.ts';
import { look } from './look.ts';
import { button, enter, heading, rewrite } from './portal.ts';
import { awaited, COMMENT, fileOf, fileProof, granted, LITTLE, payFirst, proofOf } from './proofs.ts';
import { useBrowser } from './visit.ts';
import { office, portal, proofs } from './words.ts';

useBrowser();

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
    // Months and hours stand there as they were granted; costs, receipts and reasons are the provider's.
    for (const [name, cost] of [
      ['Kita-Sozialarbeit in beiden Kitas', '50.388,00'],
      ['Elterncafé und Gruppen', '22.640,00'],
    ]) {
      const position = page.getByRole('group', { name });
      await keyboard.write(position.getByRole('textbox', { name: proofs['edit.cost'] }), cost ?? '');
    }
    await keyboard.enter(button(page, proofs['edit.receipt.add']));
    const receipt = page.getByRole('group', { name: 'Beleg 1' });
    await keyboard.to(receipt.getByLabel(proofs['receipts.on']));
    await receipt.getByLabel(proofs['receipts.on']).fill('2026-04-20');
    await keyboard.write(receipt.getByRole('textbox', { name: proofs['receipts.amount'] }), '73.586,49');
    await keyboard.write(receipt.getByRole('textbox', { name: proofs['receipts.purpose'] }), 'Lohnkonten');
    for (const field of ['caseSpecific', 'acrossCases', 'unrelated'] as const)
      await keyboard.write(page.getByRole('textbox', { name: proofs[`report.${field}`] }), '12');
    await keyboard.write(page.getByRole('textbox', { name: proofs['report.goals'] }), '64 Familien. ');
    for (const field of ['truthful', 'earmarked', 'receiptsKept'] as const)
      await keyboard.choose(page.getByRole('checkbox', { name: proofs[`edit.${field}`] }));
    await keyboard.write(page.getByRole('textbox', { name: proofs['edit.signature'] }), 'Samir Trägermuster');
    const declared = page.getByRole('region', { name: proofs['edit.declarations'] });
    await declared.getByLabel(proofs['edit.on'], { exact: true }).fill('2026-04-21');
    // A receipt of a cent less than was spent.
    await keyboard.enter(button(page, proofs['edit.send']));
    await page.locator('.error-summary:focus').waitFor();
    expect(await page.locator('.error-summary').getByRole('link').count()).toBe(1);
    await look(page, 'a proof that was filled in, with an error');
    await rewrite(provider, receipt.getByRole('textbox', { name: proofs['receipts.amount'] }), '73.586,50');
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

  test('that proves less than was paid is claimed back: recognised part by part, heard on, and drafted', async () => {
    const application = await granted();
    await payFirst(application);
    const id = proofOf(application);
    await fileProof(id, LITTLE);

    const clerk = await enter('clerk', `#/nachweise/${id}`);
    const { page, keyboard } = clerk;
    await keyboard.enter(page.locator('#act-intend-claim'));
    await keyboard.choose(page.getByRole('radio', { name: proofs['act.how.parts'] }));
    await rewrite(clerk, page.getByLabel(proofs['field.training'], { exact: true }), '1,00');
    await keyboard.enter(button(page, office['act.intend-claim.send']));
    await page.locator('.error-summary:focus').waitFor();
    // More than was stated, and no reasons.
    expect(await page.locator('.error-summary').getByRole('link').count()).toBe(2);
    await look(page, 'a claim that is intended, with errors');
    await rewrite(clerk, page.getByLabel(proofs['field.training'], { exact: true }), '0,00');
    await rewrite(clerk, page.getByLabel('Elterncafé und Gruppen', { exact: true }), '500,00');
    await keyboard.write(
      page.getByRole('textbox', { name: office['act.intend-claim.comment'] }),
      'Für das Elterncafé ist nur die Hälfte belegt.',
    );
    await keyboard.enter(button(page, office['act.intend-claim.send']));
    await untilAt(id, 'hearing');
    await decideAs('provider', id, 'respond', { ...COMMENT, then: 'claim' });

    // Something more than that is recognised after the hearing.
    await keyboard.enter(button(page, portal['case.reload']));
    await keyboard.enter(page.locator('#act-claim'));
    await keyboard.choose(page.getByRole('radio', { name: proofs['act.how.parts'] }));
    await rewrite(clerk, page.getByLabel('Elterncafé und Gruppen', { exact: true }), '400,00');
    await keyboard.enter(button(page, office['act.claim.send']));
    await page.locator('.error-summary:focus').waitFor();
    await look(page, 'a claim that is drafted, with errors');
    await rewrite(clerk, page.getByLabel('Elterncafé und Gruppen', { exact: true }), '700,00');
    await keyboard.write(page.getByRole('textbox', { name: office['act.claim.comment'] }), 'So ist es.');
    await keyboard.enter(button(page, office['act.claim.send']));
    await untilAt(id, 'approval');
    expect((await callAs<ProofFile>('clerk', 'GET', `/api/proofs-of-use/${id}`)).claim).toMatchObject({
      recognised: 9_700_00,
      payable: 8_108_64,
    });
    await heading(page, proofs['claim.title']).waitFor();
    await look(page, 'a claim that is drafted');
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

test('A year that is over is closed by the treasurer, who is asked first; one that runs says when it can be', async () => {
  const runs = await enter('treasurer', '#/budget/2027');
  await runs.page.getByText(office['closing.year-runs']).waitFor();
  expect(await button(runs.page, office['closing.close']).count()).toBe(0);

  await openBudget(2025);
  const { page, keyboard } = await enter('treasurer', '#/budget/2025');
  await page.getByText(office['closing.unsettled.none']).waitFor();
  await keyboard.enter(button(page, office['closing.close']));
  await page.getByRole('dialog').waitFor();
  await look(page, 'asked whether to close a year');
  await keyboard.enter(button(page, portal['app.cancel']));
  await keyboard.enter(button(page, office['closing.close']));
  await keyboard.enter(button(page, office['closing.close.confirm']));
  await page.getByText(/^Abgeschlossen am .* durch /).waitFor();
  await look(page, 'a year that is closed');
  expect(await callAs('auditor', 'GET', '/api/budgets/2025')).toMatchObject({
    state: 'closed',
    agrees: true,
  });
});
