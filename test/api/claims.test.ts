import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proofOfUseExample as example } from '../../domain/forms/proof-of-use/example.ts';
import { PROOF_DEFAULTS } from '../../domain/proof/settings.ts';
import { type BudgetCases, budgetCases } from '../budget-cases.ts';
import { type ProofCases, proofCases } from '../proof-cases.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

const REASON = { comment: 'Ein Satz dazu.' };
const INTEREST = { points: 500, baseRates: [{ from: '2027-07-01', rate: 127 }] };

let server: TestServer;
let cases: BudgetCases;
let proofs: ProofCases;
beforeAll(async () => {
  server = await startTestServer({ clock: '2028-05-11T09:00:00.000Z' });
  cases = budgetCases(server);
  proofs = proofCases(server, cases);
  await cases.choose({ proof: { ...PROOF_DEFAULTS, setOff: true, interest: INTEREST } });
  await cases.frame();
});
afterAll(() => server.close());

/** A proof of which the provider was heard on 23,744.85 €: the claim is drafted next. */
const heard = async () => {
  const { application, id } = await proofs.filed();
  await cases.decide('clerk', id, 'intend-claim', REASON);
  await cases.decide('provider', id, 'respond', REASON);
  return { application, id };
};
const fieldsOf = async (id: string, more: object) => {
  const { status, body } = await server.decide('clerk', id, 'claim', { ...REASON, ...more });
  return [status, (body.errors ?? []).map(({ path }: { path: string }) => path)];
};

describe('the notice on a claim', () => {
  /** Approved, and to be announced. */
  const toAnnounce = async (answers: object) => {
    const { application, id } = await proofs.filed(undefined, { ...example, ...answers });
    await cases.decide('clerk', id, 'intend-claim', REASON);
    await cases.decide('provider', id, 'respond', REASON);
    await cases.decide('clerk', id, 'claim', REASON);
    await proofs.cancelOrders(application);
    await proofs.approve(id);
    return id;
  };

  test('is announced through the portal to whoever filed the proof and agreed to that, else by post', async () => {
    const posted = await toAnnounce({});
    expect(await proofs.file(posted)).toMatchObject({ electronicNotice: false });
    const refused = await server.decide('clerk', posted, 'notify');
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/no-electronic-notice']);

    const id = await toAnnounce({ electronicNotice: true });
    expect(await proofs.file(id)).toMatchObject({ electronicNotice: true });
    const before = server.mails().length;
    await cases.decide('clerk', id, 'notify');
    await server.idle();
    const told = server.mails().slice(before);
    expect(told.filter(({ subject }) => subject === 'Ein Bescheid ist für Sie da')).toMatchObject([
      { to: ['provider@alzey-worms.example.org'] },
    ]);
    expect(await proofs.file(id, 'provider')).toMatchObject({
      at: 'objection-period',
      announced: { by: 'electronic', sentOn: '2028-05-11', announcedOn: '2028-05-14' },
    });
    const read = await server.api('GET', `/api/submissions/${id}/documents/notice`, { as: 'provider' });
    expect(read.status).toBe(200);
  });
});

describe('where the county claims interest and sets off, a claim', () => {
  test('names both, and is drafted with what is recognised part by part', async () => {
    const other = await proofs.granted(0);
    const { application, id } = await heard();
    const { rules } = await proofs.file(id);
    expect(rules.interest).toEqual(INTEREST);
    const choices = rules.grants.map((one: { application: string; committed: number }) => [
      one.application,
      one.committed,
    ]);
    expect(choices).toContainEqual([other, 71_234_56]);
    expect(choices.map(([id]: [string]) => id)).not.toContain(application);
    expect((await proofs.file(id, 'provider')).rules).toBeUndefined();

    await cases.decide('clerk', id, 'claim', {
      ...REASON,
      interestFrom: '2028-02-02',
      setOff: { amount: 3_744_85, against: other },
    });
    const file = await proofs.file(id);
    expect(file.claim).toMatchObject({
      repayment: 23_744_85,
      interest: { from: '2028-02-02', to: '2028-05-11', amount: 406_78 },
      setOff: { amount: 3_744_85, against: other },
      payable: 20_406_78,
    });
    expect(file.claim.setOff.fileNumber).toMatch(/^51\.3-SRB-2027-/);
    // What it can be set off against is asked for while it is drafted, and not after.
    expect(file.rules.grants).toEqual([]);
    const drafted = await server.api('POST', `/api/submissions/${id}/notice`, { as: 'clerk' });
    expect(drafted.body).toMatchObject({ draft: true });
  });

  test('is refused field by field', async () => {
    const { application, id } = await heard();
    const other = await proofs.granted(0);
    expect(await fieldsOf(id, { interestFrom: '2028-05-12' })).toEqual([422, ['interestFrom']]);
    expect(await fieldsOf(id, { interestFrom: '2026-12-31' })).toEqual([422, ['interestFrom']]);
    // There is no rate for this day.
    expect(await fieldsOf(id, { interestFrom: '2027-06-30' })).toEqual([422, ['interestFrom']]);
    const setOff = (against: string, amount: number) => fieldsOf(id, { setOff: { against, amount } });
    expect(await setOff(newId(), 1)).toEqual([422, ['setOff.against']]);
    expect(await setOff(application, 1)).toEqual([422, ['setOff.against']]);
    expect(await setOff(other, 71_234_57)).toEqual([422, ['setOff.amount']]);
    expect(await setOff(other, 23_744_86)).toEqual([422, ['setOff.amount']]);
    const granted = {
      positions: example.positions.map((one) => ({ id: one.id, amount: one.cost + 1 })),
      training: 0,
      thirdParty: example.thirdParty,
    };
    expect(await fieldsOf(id, { granted })).toEqual([
      422,
      ['granted.positions.0.amount', 'granted.positions.1.amount'],
    ]);
  });
});

describe('a notice is withdrawn', () => {
  const NOTHING = { state: 0, county: 0, voluntary: 0 };
  const moneyOf = async (application: string) => (await cases.headOf(application)).about.money;
  /** From the hearing to the notice that nobody contests. */
  const withdrawn = async (application: string, id: string) => {
    await cases.decide('clerk', id, 'intend-withdrawal', REASON);
    await cases.decide('provider', id, 'respond', REASON);
    await cases.decide('clerk', id, 'claim', REASON);
    await proofs.cancelOrders(application);
    await proofs.approve(id);
    await cases.decide('clerk', id, 'post', { sentOn: proofs.today() });
    await cases.decide('clerk', id, 'waive', { receivedOn: proofs.today() });
    await server.idle();
  };
  const unsettled = async (): Promise<string[]> =>
    (await server.api('GET', '/api/budgets/2027/closing', { as: 'treasurer' })).body.unsettled.map(
      ({ application }: { application: string }) => application,
    );

  test('before its proof is filed and where nothing was paid: nothing is claimed, all is released, and it is closed', async () => {
    const application = await proofs.granted(0);
    const id = await proofs.awaited(application);
    expect(await proofs.at(id)).toBe('filing');
    expect(await unsettled()).toContain(application);
    // Whose turn it is makes no difference, and nobody but the clerk may.
    expect((await server.decide('provider', id, 'intend-withdrawal', REASON)).status).toBe(403);
    await withdrawn(application, id);
    expect(await proofs.file(id)).toMatchObject({
      at: 'closed',
      claim: { kind: 'withdrawal', repayment: 0, payable: 0 },
      result: { returned: NOTHING, released: { state: 42_740_74, county: 28_493_82, voluntary: 0 } },
    });
    expect(await moneyOf(application)).toMatchObject({
      committed: NOTHING,
      paid: NOTHING,
      returned: NOTHING,
    });
    expect(await unsettled()).not.toContain(application);
    expect((await server.api('GET', '/api/budgets/2027', { as: 'treasurer' })).body.agrees).toBe(true);
  });

  test('not in the end: the provider is given time after the hearing, goes on with its draft, and files it', async () => {
    const id = await proofs.awaited(await proofs.granted(17_808_64));
    expect((await proofs.save(id, example)).status).toBe(200);
    await cases.decide('clerk', id, 'intend-withdrawal', REASON);
    expect((await proofs.send(id)).status).toBe(409);
    await cases.decide('provider', id, 'respond', REASON);
    await cases.decide('clerk', id, 'recheck', REASON);
    await cases.decide('clerk', id, 'extend', { fileBy: '2028-06-30' });
    const file = await proofs.file(id, 'provider');
    expect(file).toMatchObject({ at: 'filing', fileBy: '2028-06-30', saved: 1, answers: example });
    expect(file.intended).toBeUndefined();
    expect((await proofs.send(id)).status).toBe(200);
    expect(await proofs.at(id)).toBe('check');
    // What was filed is returned instead.
    const late = await server.decide('clerk', id, 'extend', { fileBy: '2028-07-31' });
    expect([late.status, late.body.type]).toEqual([409, '/problems/sent-already']);
  });

  test('not at all where nothing was paid and nothing filed: that is accepted, and not amended any more', async () => {
    const application = await proofs.granted(0);
    const id = await proofs.awaited(application);
    await cases.decide('clerk', id, 'intend-withdrawal', REASON);
    await cases.decide('provider', id, 'respond', REASON);
    await cases.decide('clerk', id, 'recheck', REASON);
    await proofs.cancelOrders(application);
    await cases.decide('clerk', id, 'accept-proof');
    expect(await proofs.file(id)).toMatchObject({ at: 'closed', result: { accepted: NOTHING } });
    expect(await moneyOf(application)).toMatchObject({ committed: NOTHING, accepted: NOTHING });
    expect(await unsettled()).not.toContain(application);
    const amendment = await server.api('POST', `/api/budget-applications/${application}/amendments`, {
      as: 'provider',
      body: { id: newId(), reason: 'positions' },
    });
    expect([amendment.status, amendment.body.type]).toEqual([409, '/problems/not-granted']);
  });

  test('where something was paid: it is claimed back with the notice, and nothing of the grant is amended any more', async () => {
    const application = await proofs.granted(17_808_64);
    const id = await proofs.awaited(application);
    await withdrawn(application, id);
    expect(await proofs.file(id)).toMatchObject({
      at: 'repayment',
      claim: { kind: 'withdrawal', recognised: 0, payable: 17_808_64 },
    });
    const amendment = await server.api('POST', `/api/budget-applications/${application}/amendments`, {
      as: 'provider',
      body: { id: newId(), reason: 'positions' },
    });
    expect([amendment.status, amendment.body.type]).toEqual([409, '/problems/not-granted']);
    await cases.decide('treasurer', id, 'money-back', { receivedOn: proofs.today() });
    expect(await proofs.at(id)).toBe('closed');
    expect(await moneyOf(application)).toMatchObject({
      committed: NOTHING,
      paid: NOTHING,
      returned: { state: 10_685_19, county: 7_123_45, voluntary: 0 },
    });
  });
});
