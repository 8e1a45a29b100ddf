import { budgetApplicationExample } from '../domain/forms/budget-application/example.ts';
import { newId, type TestServer } from './server.ts';

/** The year of the example. */
const YEAR = 2027;

/** What people of the demonstration do with budget applications, in short. */
export const budgetOfficeOf = (server: TestServer) => {
  const at = async (id: string, as = 'clerk'): Promise<string> =>
    (await server.api('GET', `/api/submissions/${id}`, { as })).body.at;

  /** Saves a draft, or corrections to it from the saved state that was seen. */
  const save = (id: string, body: unknown, { as = 'provider', seen }: { as?: string; seen?: number } = {}) =>
    server.api('PUT', `/api/budget-applications/${id}`, {
      as,
      body,
      ...(seen !== undefined && { headers: { 'if-match': `"${seen}"` } }),
    });

  const send = async (id: string, saved: number, as = 'provider') => {
    const sent = await server.api('POST', `/api/budget-applications/${id}/submission`, {
      as,
      body: { saved },
    });
    await server.idle();
    return sent;
  };

  /** An application like the example that was sent. */
  const submitted = async (change: object = {}): Promise<string> => {
    const id = newId();
    await save(id, { ...budgetApplicationExample, ...change });
    const { status, text } = await send(id, 1);
    if (status !== 200) throw new Error(`the application was not taken: ${text}`);
    return id;
  };

  return {
    at,
    save,
    send,
    submitted,
    /** Enters the frame of the example's year, which grants need. */
    setBudget: () =>
      server.api('PUT', `/api/budgets/${YEAR}`, {
        as: 'treasurer',
        body: { state: 'in-force', figure: 133_920_900, voluntary: 0 },
      }),
    /** An application that lies with the clerk for the draft of its decision. */
    toDecision: async (change: object = {}): Promise<string> => {
      const id = await submitted(change);
      await server.decide('clerk', id, 'complete');
      await server.decide('coordinator', id, 'recommend', { comment: 'Der Bedarf ist belegt.' });
      return id;
    },
  };
};
export type BudgetOffice = ReturnType<typeof budgetOfficeOf>;
