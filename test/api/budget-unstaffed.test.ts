import { afterEach, expect, test } from 'vitest';
import { type BudgetCases, budgetCases } from '../budget-cases.ts';
import { startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
let cases: BudgetCases;
afterEach(() => server.close());

/** An office whose people are these; registers are read once a minute, so that they must be there from the beginning. */
const office = async (people: Record<string, ('clerk' | 'head' | 'admin')[]>) => {
  server = await startTestServer();
  cases = budgetCases(server);
  const all = { 'head-2': ['admin' as const], ...people };
  for (const [id, roles] of Object.entries(all)) await cases.person(id, { roles });
  await cases.frame();
};
const mailsTo = (user: string) =>
  server
    .mails()
    .filter(({ to }) => to.join() === `${user}@alzey-worms.example.org`)
    .map(({ subject }) => subject);

test('where nobody would remain to approve, the head learns it at the submission, and the file says so', async () => {
  await office({ clerk: ['admin'], 'clerk-2': ['admin'], head: ['clerk', 'head'] });
  const id = await cases.submitted();
  expect(mailsTo('head')).toEqual(['Neue Aufgabe im Portal', 'Ein Antrag braucht Ihren Blick']);
  const file = (as: string) => server.api('GET', `/api/budget-applications/${id}`, { as });
  expect((await file('head')).body.unstaffed).toEqual(['approval']);
  // The applicant learns nothing of the office's people.
  expect((await file('provider')).body.unstaffed).toEqual([]);
  expect(await cases.at(id)).toBe('completeness');
});

test('an only clerk and an only head are enough', async () => {
  await office({ 'clerk-2': ['admin'] });
  const id = await cases.submitted();
  expect(mailsTo('head')).toEqual([]);
  expect((await cases.headOf(id)).about.unstaffed).toEqual([]);
});

test('a head who also checks is told so only where no other remains', async () => {
  await office({ clerk: ['admin'], 'clerk-2': ['clerk', 'head'], head: ['clerk', 'head'] });
  const id = await cases.submitted();
  expect((await cases.headOf(id)).about.unstaffed).toEqual([]);
  expect(mailsTo('head')).toEqual(['Neue Aufgabe im Portal']);
});
