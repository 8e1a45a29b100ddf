import { beforeAll, expect, test } from 'vitest';
import { proofOfUseExample } from '../../domain/forms/proof-of-use/example.ts';
import { callAs } from './api.ts';
import { decideAs, openBudget, untilAt } from './applications.ts';
import { expectAccessible, look } from './look.ts';
import { opener, said } from './office.ts';
import { button, enter, heading } from './portal.ts';
import {
  COMMENT,
  cancelOrders,
  fileOf,
  fileProof,
  granted,
  LITTLE,
  payFirst,
  proofOf,
  TODAY,
} from './proofs.ts';
import { useBrowser } from './visit.ts';
import { api, office, portal, proofs } from './words.ts';

useBrowser();

beforeAll(() => openBudget(2027));

/** A proof of 10,000.00 € of 17,808.64 € that were paid, in the hands of the office. */
const littleProven = async (): Promise<string> => {
  const application = await granted();
  await payFirst(application);
  const id = proofOf(application);
  await fileProof(id, LITTLE);
  return id;
};

test('A claim is approved with its document, and not while its grant’s money may still come or go: the page says why', async () => {
  const id = await littleProven();
  await decideAs('clerk', id, 'intend-claim', { ...COMMENT, then: 'hearing' });
  await decideAs('provider', id, 'respond', { ...COMMENT, then: 'claim' });
  await decideAs('clerk', id, 'claim', { ...COMMENT, then: 'approval' });

  const { page, keyboard } = await enter('head', `#/nachweise/${id}`);
  await keyboard.enter(opener(page, 'approve'));
  await keyboard.enter(button(page, office['act.approve.send']));
  await page.locator('.error-summary:focus').getByText(portal['problem.document.required']).waitFor();
  await look(page, 'a claim that is approved, without its document');
  const saved = page.waitForEvent('download');
  await keyboard.enter(button(page, office['approve.draw']));
  expect((await saved).suggestedFilename()).toMatch(/\.pdf$/);
  await page.getByText(/[0-9a-f]{64}/).waitFor();
  await keyboard.enter(button(page, office['act.approve.send']));
  await page.getByText(api['payments-open.detail']).waitFor();
  await look(page, 'a claim that is not approved yet');
});

test('A proof is accepted when all of its grant’s money is paid or taken back, and says what was released', async () => {
  const application = await granted();
  await cancelOrders(application);
  const id = proofOf(application);
  await fileProof(id, proofOfUseExample);
  const { page, keyboard } = await enter('clerk', `#/nachweise/${id}`);
  await keyboard.enter(opener(page, 'accept-proof'));
  await expectAccessible(page, 'a proof that is accepted');
  await keyboard.enter(button(page, office['act.accept-proof.send']));
  await said(page, 'accept-proof');
  await heading(page, proofs['result.title']).waitFor();
  await look(page, 'a proof that was accepted');
  await page.getByText('71.234,56 €').first().waitFor();
  expect((await fileOf(id)).result).toMatchObject({ on: TODAY });
});

test('A notice of which nothing was paid is withdrawn while its proof is awaited, and the draft says that nothing is due', async () => {
  const application = await granted();
  await cancelOrders(application);
  const id = proofOf(application);
  await callAs('provider', 'PUT', `/api/proofs-of-use/${id}`, { body: LITTLE, ifMatch: 0 });
  const { page, keyboard } = await enter('clerk', `#/nachweise/${id}`);
  // The provider has the turn, and has begun to write.
  await heading(page, proofs['recon.title']).waitFor();
  await keyboard.enter(opener(page, 'intend-withdrawal'));
  await keyboard.enter(button(page, office['act.intend-withdrawal.send']));
  await page.locator('.error-summary:focus').waitFor();
  await page.getByText(proofs['act.draft']).waitFor();
  await look(page, 'a withdrawal that is intended, with an error');
  await keyboard.write(
    page.getByRole('textbox', { name: office['act.intend-withdrawal.comment'] }),
    'Die Stellen wurden nie besetzt.',
  );
  await keyboard.enter(button(page, office['act.intend-withdrawal.send']));
  await untilAt(id, 'hearing');
  const provider = await enter('provider', `#/nachweise/${id}`);
  await provider.page.getByText(proofs['draft.kept']).waitFor();
  await look(provider.page, 'a hearing before a withdrawal');
  await decideAs('provider', id, 'respond', { ...COMMENT, then: 'claim' });

  await keyboard.enter(button(page, portal['case.reload']));
  await keyboard.enter(opener(page, 'claim'));
  await keyboard.write(page.getByRole('textbox', { name: office['act.claim.comment'] }), 'Es bleibt dabei.');
  await look(page, 'a withdrawal that is drafted');
  await keyboard.enter(button(page, office['act.claim.send']));
  await untilAt(id, 'approval');
  await heading(page, proofs['claim.title.unpaid']).waitFor();
  await page.getByText(proofs['claim.kind.unpaid']).waitFor();

  const { sha256 } = await callAs<{ sha256: string }>('head', 'POST', `/api/submissions/${id}/notice`);
  await decideAs('head', id, 'approve', { document: sha256, then: 'announce' });
  await decideAs('clerk', id, 'post', { sentOn: TODAY, then: 'objection-period' });
  await decideAs('clerk', id, 'waive', { receivedOn: TODAY, then: 'closed' });
  await keyboard.enter(button(page, portal['case.reload']));
  await heading(page, proofs['result.title']).waitFor();
  await look(page, 'a notice that was withdrawn');
});
