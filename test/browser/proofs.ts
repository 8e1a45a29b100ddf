import type { GrantAnswer } from '../../domain/api/payments.ts';
import type { ProofFile } from '../../domain/api/proof.ts';
import { proofOfUseExample } from '../../domain/forms/proof-of-use/example.ts';
import { derivedId } from '../../functions/cases/derived-id.ts';
import { newId } from '../../web/portal/case/new-id.ts';
import { callAs } from './api.ts';
import { apply, decideAs, untilAt } from './applications.ts';

/** The day of the machine's clock. */
export const TODAY = '2026-04-21';
export const COMMENT = { comment: 'Ein Satz dazu.' };

/** A grant that nobody objects to any more. */
export const granted = async (): Promise<string> => {
  const id = await apply();
  await decideAs('clerk', id, 'complete', { then: 'opinion' });
  await decideAs('coordinator', id, 'recommend', { ...COMMENT, then: 'decision' });
  await decideAs('clerk-2', id, 'grant', { then: 'approval' });
  const { sha256 } = await callAs<{ sha256: string }>('head', 'POST', `/api/submissions/${id}/notice`);
  await decideAs('head', id, 'approve', { document: sha256, then: 'announce' });
  await decideAs('clerk', id, 'post', { sentOn: TODAY, then: 'objection-period' });
  await decideAs('clerk', id, 'waive', { receivedOn: TODAY, then: 'final' });
  return id;
};
/** Its proof, which is awaited. */
export const proofOf = (application: string) => derivedId(application, 'proof-of-use');
export const awaited = async (): Promise<string> => proofOf(await granted());

/** The first instalment of a grant, paid: 17,808.64 €. */
export const payFirst = async (application: string): Promise<void> => {
  const path = `/api/budget-applications/${application}/payments`;
  const { instalments } = await callAs<GrantAnswer>('clerk', 'GET', path);
  const order = instalments[0]?.order ?? '';
  await decideAs('clerk', order, 'certify-now', { then: 'certify' });
  await decideAs('clerk', order, 'certify', { then: 'order' });
  await decideAs('head', order, 'order', { then: 'export' });
  await callAs('treasurer', 'POST', `/api/payment-exports/${newId()}`);
  await untilAt(order, 'booking');
  const booking = { reference: `FS-${order.slice(-8)}`, bookedOn: TODAY };
  await decideAs('treasurer', order, 'book', { ...booking, then: 'booked' });
};

/** Of what was granted 10,000.00 € are stated as spent: less than was paid. */
export const LITTLE = {
  ...proofOfUseExample,
  positions: proofOfUseExample.positions.map((one, n) => ({ ...one, cost: n === 0 ? 9_000_00 : 1_000_00 })),
  training: 0,
  thirdParty: 0,
  receipts: [{ id: 'b1', on: TODAY, amount: 10_000_00, purpose: 'Lohnkonten' }],
};

/** What its provider reads of a proof. */
export const fileOf = (id: string) => callAs<ProofFile>('provider', 'GET', `/api/proofs-of-use/${id}`);

/** Files a proof past the pages, and waits until it lies with the office. */
export const fileProof = async (id: string, answers: unknown): Promise<void> => {
  await callAs('provider', 'PUT', `/api/proofs-of-use/${id}`, { body: answers, ifMatch: 0 });
  await callAs('provider', 'POST', `/api/proofs-of-use/${id}/submission`, { body: { saved: 1 } });
  await untilAt(id, 'check');
};

/** Takes back the orders that were not handed over. */
export const cancelOrders = async (application: string): Promise<void> => {
  const path = `/api/budget-applications/${application}/payments`;
  const { instalments } = await callAs<GrantAnswer>('clerk', 'GET', path);
  for (const { order = '' } of instalments)
    await decideAs('clerk', order, 'cancel', { ...COMMENT, then: 'cancelled' });
};
