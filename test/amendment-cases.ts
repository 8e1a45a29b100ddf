import type { BudgetHead } from '../domain/forms/budget-application/particulars.ts';
import { type BudgetCases, SHA } from './budget-cases.ts';
import { newId, type TestServer } from './server.ts';

/** Amendments on a test's server, from a grant that is final on. */
export const amendmentCases = (server: TestServer, cases: BudgetCases) => {
  const today = () => server.clock.now().slice(0, 10);

  /** Brought to the head of office, approved, posted and not objected to. */
  const finished = async (id: string) => {
    await cases.goTo(id, 'announce');
    await cases.decide('clerk', id, 'post', { sentOn: today() });
    await cases.decide('clerk', id, 'waive', { receivedOn: today() });
    await server.idle();
    return id;
  };

  const begin = (grant: string, body: object = {}, { as = 'provider', id = newId() } = {}) =>
    server
      .api('POST', `/api/budget-applications/${grant}/amendments`, {
        as,
        body: { id, reason: 'positions', ...body },
      })
      .then((answer) => ({ ...answer, id }));

  /** What somebody declares and signs anew. */
  const signed = {
    declarations: {
      truthful: true,
      reportsChanges: true,
      earmarked: true,
      notPaidTwice: true,
      provesUse: true,
    },
    signature: { name: 'Samir Trägermuster', on: '2027-03-01' },
  };

  return {
    finished,
    begin,

    /** A grant of the example that nobody objects to any more. */
    granted: async (change = {}) => finished(await cases.submitted(change)),

    /** Begun with changes by the provider, and sent as it is. */
    sent: async (grant: string, changes: object[], more: object = {}) => {
      const { id, status, text } = await begin(grant, { changes, ...more });
      if (status !== 201) throw new Error(`the amendment was answered with ${text}`);
      const { body } = await server.api('GET', `/api/budget-applications/${id}`, { as: 'provider' });
      await cases.save(id, { ...body.answers, ...signed }, { seen: 1 });
      const sent = await cases.send(id, 2);
      if (sent.status !== 200) throw new Error(`the amendment was not sent: ${sent.text}`);
      return id;
    },

    /** Approved as it stands, whatever the frame says. */
    approve: async (id: string) => {
      await cases.looked(id);
      const approved = await server.decide('head', id, 'approve', { document: SHA });
      await server.idle();
      return approved;
    },

    moneyOf: async (id: string) => ((await cases.headOf(id)) as BudgetHead).about.money,
  };
};
