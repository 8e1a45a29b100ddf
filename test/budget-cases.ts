import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { BudgetSettings } from '../domain/budget/settings.ts';
import { dateOf } from '../domain/calendar/due.ts';
import type { BudgetApplicationAnswers } from '../domain/forms/budget-application/answers.ts';
import { budgetApplicationExample } from '../domain/forms/budget-application/example.ts';
import type { BudgetHead } from '../domain/forms/budget-application/particulars.ts';
import type { Deputyship, Person } from '../domain/people/person.ts';
import { changeHeadOf, readHead } from '../functions/store/heads.ts';
import { countyKey, deputyshipKey, personKey, subjectKey } from '../functions/store/keys.ts';
import { readCounty } from '../functions/store/registers-read.ts';
import { issuerOf } from '../local/login/tokens.ts';
import { newId, type TestServer } from './server.ts';

/** The document that a test approves. */
export const SHA = 'd0c'.padEnd(64, '0');
const COMMENT = { comment: 'Ein Satz dazu.' };

/** What is done to bring an application from one step to the next, by whom, and with what. */
const WAY: readonly [at: string, as: string, action: string, more: object][] = [
  ['completeness', 'clerk', 'complete', {}],
  ['opinion', 'coordinator', 'recommend', COMMENT],
  ['decision', 'clerk', 'grant', {}],
  ['approval', 'head', 'approve', { document: SHA }],
];

/** Budget applications on a test's server: how they come to be, and how they are brought to where a test begins. */
export const budgetCases = (server: TestServer) => {
  const save = (
    id: string,
    body: unknown,
    { as = 'provider', seen }: { as?: string; seen?: number | undefined } = {},
  ) =>
    server.api('PUT', `/api/budget-applications/${id}`, {
      as,
      body,
      ...(seen !== undefined && { headers: { 'if-match': `"${seen}"` } }),
    });

  const send = async (id: string, saved = 1, as = 'provider') => {
    const sent = await server.api('POST', `/api/budget-applications/${id}/submission`, {
      as,
      body: { saved },
    });
    await server.idle();
    return sent;
  };

  const headOf = async (id: string) => (await readHead(server.store, id)) as BudgetHead;

  /** A draft that was saved once. */
  const draft = async (answers: unknown = budgetApplicationExample, as = 'provider') => {
    const id = newId();
    const { status, text } = await save(id, answers, { as });
    if (status !== 201) throw new Error(`the draft was answered with ${text}`);
    return id;
  };

  const submitted = async (change: Partial<BudgetApplicationAnswers> = {}) => {
    const id = await draft({ ...budgetApplicationExample, ...change });
    const { status, text } = await send(id);
    if (status !== 200) throw new Error(`the application was answered with ${text}`);
    return id;
  };

  /** The document that this person looks at is written into the head: who renders it is no matter here. */
  const looked = async (id: string, person = 'head') => {
    const on = dateOf(server.clock.now());
    await changeHeadOf(server.store, 'budget-application', id, (now) => ({
      head: { ...now, about: { ...now.about, notice: { sha256: SHA, for: person, on } } },
    }));
  };

  const decide = async (as: string, id: string, action: string, more: object = {}) => {
    const decided = await server.decide(as, id, action, more);
    if (decided.status !== 200) throw new Error(`${as} could not ${action}: ${decided.text}`);
    return decided;
  };

  /** Goes the usual way from where it stands until it stands at `goal`. */
  const goTo = async (id: string, goal: string) => {
    for (const [at, as, action, more] of WAY) {
      const head = await headOf(id);
      if (head.at === goal) return id;
      if (head.at !== at) continue;
      if (action === 'approve') await looked(id, as);
      await decide(as, id, action, more);
    }
    const { at } = await headOf(id);
    if (at !== goal) throw new Error(`it stands at ${at} and not at ${goal}`);
    return id;
  };

  return {
    save,
    send,
    draft,
    submitted,
    looked,
    decide,
    goTo,
    headOf,
    at: async (id: string) => (await headOf(id)).at,

    /** The frame of a year as the treasurer sets it; 2,232,015.00 € in force unless told otherwise. */
    frame: async (of: { year?: number; figure?: number; state?: string; voluntary?: number } = {}) => {
      const { year = 2027, figure = 133_920_900, state = 'in-force', voluntary = 0 } = of;
      const path = `/api/budgets/${year}`;
      const { body } = await server.api('GET', path, { as: 'treasurer' });
      const set = await server.api('PUT', path, {
        as: 'treasurer',
        body: { state, figure, voluntary },
        headers: { 'if-match': `"${body.version}"` },
      });
      if (set.status !== 200) throw new Error(`the frame was answered with ${set.text}`);
    },

    /** What the county chooses otherwise; settings are read once a minute, so that it is said before anything else. */
    choose: async (change: Partial<BudgetSettings>) => {
      const { db, table: TableName } = server.store;
      const county = await readCounty(server.store);
      const Item = { ...countyKey, county: { ...county, budget: { ...county.budget, ...change } } };
      await db.send(new PutCommand({ TableName, Item }));
    },

    /** Somebody who is written directly into the register, and can log in. */
    person: async (id: string, of: Partial<Person>) => {
      const known = server.people.find((one) => one.id === id);
      const item = {
        name: `Person ${id}`,
        roles: [],
        email: `${id}@example.org`,
        language: 'de',
        kitas: [],
        ...known,
        ...of,
        id,
      };
      const put = (Item: Record<string, unknown>) =>
        server.store.db.send(new PutCommand({ TableName: server.store.table, Item }));
      await put({ ...personKey(id), ...item });
      await put({ ...subjectKey(issuerOf(server.url), id), person: id });
    },

    deputy: (one: Deputyship) =>
      server.store.db.send(
        new PutCommand({ TableName: server.store.table, Item: { ...deputyshipKey(one), ...one } }),
      ),
  };
};
export type BudgetCases = ReturnType<typeof budgetCases>;
