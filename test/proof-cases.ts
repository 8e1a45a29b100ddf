import { minus, plus } from '../domain/budget/amounts.ts';
import { dateOf } from '../domain/calendar/due.ts';
import type { BudgetApplicationAnswers } from '../domain/forms/budget-application/answers.ts';
import { proofOfUseExample } from '../domain/forms/proof-of-use/example.ts';
import type { ProofHead } from '../domain/forms/proof-of-use/particulars.ts';
import { partOfPaid } from '../domain/forms/proof-of-use/proof-money.ts';
import { moneyWrites } from '../functions/cases/budget-writes.ts';
import { proofIdOf } from '../functions/cases/open-proof.ts';
import { createRegisters } from '../functions/cases/registers.ts';
import { changeHeadOf, readHead } from '../functions/store/heads.ts';
import { logged } from '../functions/store/log.ts';
import type { BudgetCases } from './budget-cases.ts';
import type { TestServer } from './server.ts';

const SYSTEM = { system: true } as const;

/** Proofs of use on a test's server: grants that were paid, and proofs that are awaited, filed and brought further. */
export const proofCases = (server: TestServer, cases: BudgetCases) => {
  const { store, clock } = server;
  const county = () => createRegisters(store).county();
  const headOf = async (id: string) => (await readHead(store, id)) as ProofHead;
  const today = () => dateOf(clock.now());

  /** So much of what is committed is paid: which orders did it is no matter here. */
  const pay = async (application: string, amount: number) => {
    const settings = await county();
    await changeHeadOf(store, 'budget-application', application, (now) => {
      const { committed, paid } = now.about.money;
      const amounts = partOfPaid(amount, committed);
      const money = {
        ...now.about.money,
        committed: minus(committed, amounts),
        paid: plus(paid, amounts),
      };
      const done = { at: clock.now(), by: SYSTEM, what: 'instalment-paid' };
      const entry = logged(store, { ...now, about: { ...now.about, money } }, done);
      return {
        head: entry.head,
        with: [...entry.with, ...moneyWrites(store, now, entry.head, { ...done, county: settings })],
      };
    });
    await server.idle();
  };

  /** A grant that nobody can object to any more, and of which so much was paid. */
  const granted = async (paid = 71_234_56, change: Partial<BudgetApplicationAnswers> = {}) => {
    const application = await cases.goTo(await cases.submitted(change), 'announce');
    await cases.decide('clerk', application, 'post', { sentOn: today() });
    await cases.decide('clerk', application, 'waive', { receivedOn: today() });
    await server.idle();
    if (paid > 0) await pay(application, paid);
    return application;
  };

  /** What is planned to be paid of a grant is paid no more. */
  const cancelOrders = async (application: string) => {
    const { grant } = (await cases.headOf(application)).about;
    for (const { order, amount } of grant?.instalments ?? [])
      if (amount > 0) await cases.decide('clerk', order, 'cancel', { comment: 'Wird nicht mehr gezahlt.' });
  };

  /** The proof of a grant, which is awaited. */
  const awaited = async (application: string) => {
    await server.idle();
    return proofIdOf(await cases.headOf(application));
  };

  const save = (id: string, body: unknown, { as = 'provider', seen = 0 } = {}) =>
    server.api('PUT', `/api/proofs-of-use/${id}`, { as, body, headers: { 'if-match': `"${seen}"` } });

  const send = async (id: string, saved = 1, as = 'provider') => {
    const sent = await server.api('POST', `/api/proofs-of-use/${id}/submission`, { as, body: { saved } });
    await server.idle();
    return sent;
  };

  /** A proof like the example, filed: it states 47,489.71 €. */
  const filed = async (paid?: number, answers: unknown = proofOfUseExample) => {
    const application = await granted(paid);
    const id = await awaited(application);
    const saved = await save(id, answers);
    if (saved.status !== 200) throw new Error(`the proof was answered with ${saved.text}`);
    const { status, text } = await send(id);
    if (status !== 200) throw new Error(`the proof was answered with ${text}`);
    return { application, id };
  };

  const file = async (id: string, as = 'clerk') =>
    (await server.api('GET', `/api/proofs-of-use/${id}`, { as })).body;

  /** The head looks at the claim, and approves exactly that document. */
  const approve = async (id: string, as = 'head') => {
    const { body } = await server.api('POST', `/api/submissions/${id}/notice`, { as });
    await cases.decide(as, id, 'approve', { document: body.sha256 });
    return body.sha256 as string;
  };

  return {
    headOf,
    at: async (id: string) => (await headOf(id)).at,
    pay,
    granted,
    cancelOrders,
    awaited,
    save,
    send,
    filed,
    file,
    approve,
    today,
  };
};
export type ProofCases = ReturnType<typeof proofCases>;
