import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyFrame } from '../../domain/budget/frame.ts';
import { setFrame } from '../../domain/budget/set-frame.ts';
import { dateOf } from '../../domain/calendar/due.ts';
import type { Instant } from '../../domain/calendar/period.ts';
import type { BudgetAbout } from '../../domain/forms/budget-application/about.ts';
import type { BudgetApplicationAnswers } from '../../domain/forms/budget-application/answers.ts';
import type { BudgetHead } from '../../domain/forms/budget-application/particulars.ts';
import { budgetApplicationV1 } from '../../domain/forms/budget-application/process.ts';
import { totalsOf } from '../../domain/forms/budget-application/totals.ts';
import { addUp } from '../../domain/money/cents.ts';
import type { Role } from '../../domain/people/role.ts';
import { possibleActions, roleFor } from '../../domain/process/apply-act.ts';
import type { Process } from '../../domain/process/process.ts';
import type { Registers } from '../../domain/registers/registers.ts';
import { readFrame } from '../../functions/store/ledger.ts';
import { readCounty } from '../../local/read-county.ts';
import { type BudgetCases, budgetCases, SHA } from '../budget-cases.ts';
import { expectDriven } from '../faults/expect-done.ts';
import { type Inside, insideOf } from '../faults/running-case.ts';
import { startTestServer, type TestServer } from '../server.ts';
import {
  applicationOf,
  fits,
  lacks,
  particularsOf,
  type Sent,
  sentWith,
  towardsEnd,
} from './budget-choices.ts';
import { type Beginning, begins, byRole, type Command, command } from './budget-commands.ts';
import { type BudgetAfter, type BudgetModel, type BudgetState, budgetModelOf } from './budget-model.ts';

const process1: Process = budgetApplicationV1;
const HOUR = 60 * 60 * 1000;

let server: TestServer;
let office: BudgetCases;
let inside: Inside;
let registers: Registers;
let model: BudgetModel;
/** Each application has a year of its own, with no grant in the year before that it could go on from. */
let year = 2028;

beforeAll(async () => {
  server = await startTestServer();
  office = budgetCases(server);
  inside = insideOf({
    dynamodb: process.env.AWS_ENDPOINT_URL_DYNAMODB ?? '',
    states: process.env.AWS_ENDPOINT_URL_SFN ?? '',
  });
  registers = await readCounty('alzey-worms');
  model = budgetModelOf(process1, registers);
});

afterAll(async () => {
  inside.close();
  await server.close();
});

/** An application, as it should be, and how many mails had been sent before the command. */
interface Walk extends BudgetState {
  id: string;
  answers: BudgetApplicationAnswers;
  sent: number;
}

/** What the head says beside its position; moments are left out, for time goes on while a test runs. */
const sayingOf = (of: BudgetAbout) => {
  const { acted, turns, approved, savedAt: _, passed, notice: _shown, grant, ...about } = of;
  return {
    ...about,
    acted: acted.map(({ person, step, action }) => [person, step, action]),
    turns: turns.map(({ side, to }) => [side, to !== undefined]),
    approved: approved && [approved.sha256, approved.by],
    passed: passed?.map(({ step }) => step),
    /** What all instalments come to. */
    grant: grant && addUp(grant.instalments.map(({ amount }) => amount)),
  };
};

const stateOf = (head: BudgetHead, frame: BudgetState['frame']) => {
  const { at, visit, version, missed, due, deleteAt, log } = head;
  return { at, visit, version, missed, due, deleteAt, entries: log.n, about: sayingOf(head.about), frame };
};

const expectAs = async (walk: Walk, after: BudgetAfter): Promise<Walk> => {
  await server.idle();
  const [head, frame] = [await office.headOf(walk.id), await readFrame(server.store, after.frame.year)];
  expect(head.owed).toEqual({});
  expect(stateOf(head, frame)).toEqual(stateOf(after.head, after.frame));
  const mails = server.mails();
  const news = mails.slice(walk.sent).flatMap(({ subject, to }) => to.map((one) => `${subject} → ${one}`));
  expect(news.sort()).toEqual(after.mails.sort());
  return { ...walk, head: after.head, frame: after.frame, sent: mails.length };
};

const unchanged = ({ head, frame }: Walk): BudgetAfter => ({ head, frame, mails: [] });

interface Tried {
  action: string;
  step: string;
  version: number;
  with: Sent;
}

/** What must become of a decision by the model; undefined when it must be refused. */
const decidedBy = (walk: Walk, user: string, tried: Tried, at: Instant): BudgetAfter | undefined => {
  const { head } = walk;
  const asker = model.asker(user, at);
  const standing = model.standing(head, asker);
  const { action, step } = tried;
  const isLate = step !== head.at || tried.version !== head.version;
  const rules = registers.county.budget;
  if (!standing || isLate || lacks(action, tried.with, at)) return undefined;
  if (!fits(action, head, asker, { at, process: process1, rules })) return undefined;
  const wanted = roleFor(process1, head.at, action);
  const as = standing.roles.find((role) => role === wanted) ?? standing.roles[0] ?? 'admin';
  const particulars = particularsOf(action, head, tried.with);
  const after = model.act(
    walk,
    { kind: 'action', step, action, as },
    { at, by: { person: user }, particulars },
  );
  return typeof after === 'string' ? undefined : after;
};

/** Sends a decision and expects what the model says of it. */
const decide = async (walk: Walk, user: string, tried: Tried): Promise<Walk> => {
  const at = server.clock.now();
  const { action, step, version } = tried;
  const after = decidedBy(walk, user, tried, at);
  const body = { action, step, version, ...tried.with };
  const { status } = await server.api('POST', `/api/submissions/${walk.id}/decisions`, { as: user, body });
  const isSeen = model.standing(walk.head, model.asker(user, at)) !== undefined;
  const what = `${user} ${action} at ${walk.head.at}`;
  if (after) expect([what, status]).toEqual([what, 200]);
  else if (!isSeen) expect([what, status]).toEqual([what, 404]);
  else expect([403, 409, 422], what).toContain(status);
  return expectAs(walk, after ?? unchanged(walk));
};

/** What a provider wrote is sent by a route of its own, which looks at it. */
const send = async (walk: Walk, user: string): Promise<Walk> => {
  const at = server.clock.now();
  const { id, head, answers } = walk;
  const path = `/api/budget-applications/${id}/submission`;
  const { status } = await server.api('POST', path, { as: user, body: { saved: 1 } });
  const { kitas, shares, purpose, electronicNotice = false } = answers;
  const { total: applied } = totalsOf(answers, registers.county.budget.fullWeek);
  const after = model.act(
    walk,
    {
      kind: 'action',
      step: head.at,
      action: head.at === 'queries' ? 'correct' : 'submit',
      as: user === 'provider' ? 'provider' : 'family',
    },
    {
      at,
      by: { person: user },
      particulars: { sent: { kitas, shares, purpose, applied, electronicNotice } },
    },
  );
  if (typeof after === 'string') expect([403, 404, 409], `${user} sends at ${head.at}`).toContain(status);
  else expect(status).toBe(200);
  return expectAs(walk, typeof after === 'string' ? unchanged(walk) : after);
};

/** Does one thing that the process names here, as the page would: whoever approves has looked at the document. */
const act = async (walk: Walk, user: string, action: string): Promise<Walk> => {
  const { head, id } = walk;
  if (action === 'submit' || action === 'correct') return send(walk, user);
  const { at: step, version } = head;
  const tried = { action, step, version, with: sentWith(action, server.clock.now()) };
  if (action !== 'approve') return decide(walk, user, tried);
  await office.looked(id, user);
  const notice = { sha256: SHA, for: user, on: dateOf(server.clock.now()) };
  return decide({ ...walk, head: { ...head, about: { ...head.about, notice } } }, user, tried);
};

/** @param hours how long, or past the next date of the application */
const wait = async (walk: Walk, hours: number | null): Promise<Walk> => {
  const now = server.clock.now();
  const from = Date.parse(hours === null ? (walk.head.due ?? now) : now);
  const until = new Date(from + (hours ?? 10) * HOUR).toISOString();
  await server.moveClock(until);
  return expectAs(walk, model.wait(walk, until));
};

const run = (walk: Walk, what: Command): Promise<Walk> | Walk => {
  const { head } = walk;
  switch (what.do) {
    case 'named': {
      const named = (Object.keys(byRole) as Role[]).flatMap((role) =>
        possibleActions(process1, head.at, [role])
          .filter((action) => action !== 'withdraw')
          .map((action) => ({ action, users: byRole[role] ?? [] })),
      );
      const { action, users } = named[what.which % named.length] ?? {};
      const user = users?.[what.who % users.length];
      return action && user ? act(walk, user, action) : walk;
    }
    case 'any': {
      const { action, complete } = what;
      const version = head.version - (what.late ? 1 : 0);
      const sent = complete ? sentWith(action, server.clock.now()) : {};
      return decide(walk, what.who, { action, step: what.step ?? head.at, version, with: sent });
    }
    case 'send':
      return send(walk, what.who);
    case 'wait':
      return wait(walk, what.hours);
  }
};

const begin = async ({ large, mailed, short }: Beginning): Promise<Walk> => {
  year += 2;
  // Not enough for either of them, but with voluntary money for the smaller one.
  const of = short ? { figure: 30_000_00, voluntary: 60_000_00 } : { figure: 900_000_00, voluntary: 0 };
  await office.frame({ year, ...of });
  const set = setFrame(emptyFrame(year), { state: 'in-force', ...of });
  if (!set.ok) throw new Error(set.refusal);
  const answers = applicationOf(year, { large, mailed });
  const sent = server.mails().length;
  const at = server.clock.now();
  const id = await office.draft(answers);
  const head = model.draft(id, answers, 'provider', at);
  const state = { head, frame: set.frame };
  return expectAs({ ...state, id, answers, sent }, { ...state, mails: [] });
};

/** Whatever came before, it can be brought to an end: by those whose turn it is, or by waiting. */
const end = async (walk: Walk, byWaiting: boolean): Promise<Walk> => {
  let now = walk;
  for (let acts = 0; !now.head.endedAt; acts += 1) {
    expect(acts, `it stands at ${now.head.at} and comes to no end`).toBeLessThan(40);
    const next = towardsEnd(now.head, byWaiting);
    now = next ? await act(now, ...next) : await wait(now, null);
  }
  return now;
};

test('the pure model and the running system agree after every command, and every application comes to an end', async () => {
  await fc.assert(
    fc.asyncProperty(
      begins,
      fc.array(command, { minLength: 4, maxLength: 16, size: 'max' }),
      fc.boolean(),
      async (beginning, commands, byWaiting) => {
        let walk = await begin(beginning);
        for (const what of commands) walk = await run(walk, what);
        const ended = await end(walk, byWaiting);
        await expectDriven(inside, ended.id);
        const { body } = await server.api('GET', `/api/budgets/${ended.frame.year}`, { as: 'treasurer' });
        expect(body.agrees).toBe(true);
      },
    ),
    // The clock and the ledger have moved on: a failed walk cannot be gone once more.
    { numRuns: 10, endOnFailure: true },
  );
}, 900_000);
