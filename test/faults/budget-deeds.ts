import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { dateOf } from '../../domain/calendar/due.ts';
import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import type { BudgetHead } from '../../domain/forms/budget-application/particulars.ts';
import { changeHeadOf } from '../../functions/store/heads.ts';
import type { Machine } from './machine.ts';
import { type Answer, newId } from './running-case.ts';

/** An application on a running machine, and its head before the deed. */
export interface Application {
  id: string;
  before: BudgetHead;
}

/** Something that somebody does, or that the calendar does, to an application. */
export interface BudgetDeed {
  /** Brings a new application to where the deed begins. */
  prepare(machine: Machine): Promise<Application>;
  /** Does it, or does it again. */
  act(machine: Machine, of: Application): Promise<Answer<unknown>>;
  /** The status of the first answer, and of the same once more. */
  statuses: readonly [number, number];
  /** Where it stands when all is done, and what the log says of it. */
  at: string;
  log: readonly string[];
  /** Who gets mails, each as often as it is named. */
  mails: readonly string[];
  /** What it holds in the end: the state's share in each stage (cents). */
  holds: { requested: number; reserved: number; committed: number };
  /** What else is there in the end. @param repeat what was answered the second time */
  leaves?(machine: Machine, of: Application, repeat: unknown): Promise<void>;
}

const SHA = 'd0c'.padEnd(64, '0');
const COMMENT = { comment: 'Ein Satz dazu.' };
const STATE = 42_740_74;
const NOTHING = { requested: 0, reserved: 0, committed: 0 };

const headOf = async (machine: Machine, id: string) => (await machine.inside.head(id)) as BudgetHead;

/** The year's frame, once for each data folder. */
const frame = async (machine: Machine) => {
  const { body } = await machine.api.ask<{ version: number }>('treasurer', 'GET', 'budgets/2027');
  const setting = { state: 'in-force', figure: 900_000_000, voluntary: 0 };
  if (body.version === 0) await machine.api.ask('treasurer', 'PUT', 'budgets/2027', setting);
};

/** The document that the head looked at is written into the application's head: who renders it is no matter here. */
const looked = async (machine: Machine, id: string) => {
  const on = dateOf(await machine.now());
  await changeHeadOf(machine.inside.store, 'budget-application', id, (now) => ({
    head: { ...now, about: { ...now.about, notice: { sha256: SHA, for: 'head', on } } },
  }));
};

const send = (machine: Machine, id: string) =>
  machine.api.ask('provider', 'POST', `budget-applications/${id}/submission`, { saved: 1 });

/** Decides from the state that is given: a repeat then comes too late, as somebody's second click. */
const decide = (
  machine: Machine,
  user: string,
  { id, before }: Application,
  action: string,
  more: object = {},
) => {
  const { at: step, version } = before;
  return machine.api.ask(user, 'POST', `submissions/${id}/decisions`, { step, version, action, ...more });
};

const WAY: Record<string, [user: string, action: string, more?: object]> = {
  completeness: ['clerk', 'complete'],
  opinion: ['coordinator', 'recommend', COMMENT],
  decision: ['clerk', 'grant'],
  approval: ['head', 'approve', { document: SHA }],
};

const drafted = async (machine: Machine): Promise<Application> => {
  await frame(machine);
  const id = newId();
  const body = { ...budgetApplicationExample, electronicNotice: true };
  await machine.api.ask('provider', 'PUT', `budget-applications/${id}`, body);
  await machine.idle();
  return { id, before: await headOf(machine, id) };
};

/** An application that was brought to this step on the usual way. */
const broughtTo = async (machine: Machine, goal: string): Promise<Application> => {
  const { id } = await drafted(machine);
  await send(machine, id);
  await machine.idle();
  for (;;) {
    const before = await headOf(machine, id);
    if (before.at === 'approval') await looked(machine, id);
    if (before.at === goal) return { id, before };
    const [user, action, more] = WAY[before.at] ?? [];
    if (!user || !action) throw new Error(`it stands at ${before.at} and not at ${goal}`);
    await decide(machine, user, { id, before }, action, more);
    await machine.idle();
  }
};

/** One of which the applicant was reminded already that a query is open. */
const reminded = async (machine: Machine): Promise<Application> => {
  const of = await broughtTo(machine, 'completeness');
  await decide(machine, 'clerk', of, 'query', { fields: [{ path: 'goals', reason: 'Warum?' }] });
  await machine.idle();
  await machine.advance((await headOf(machine, of.id)).due ?? '');
  return { id: of.id, before: await headOf(machine, of.id) };
};

/** The document that is shown is there, it is the one that may be approved, and it has the hash that it is said to have. */
const shownNotice = async (machine: Machine, { id }: Application, repeat: unknown) => {
  const { url, sha256, draft } = repeat as { url: string; sha256: string; draft: boolean };
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
  expect([createHash('sha256').update(bytes).digest('hex'), draft]).toEqual([sha256, false]);
  expect((await headOf(machine, id)).about.notice).toMatchObject({ sha256, for: 'head' });
};

const moved = async (machine: Machine, to: string) => {
  // A second time the clock may stand there already, and goes on by itself.
  const soon = new Date(Date.parse(await machine.now()) + 60_000).toISOString();
  await machine.advance(soon > to ? soon : to);
  return { status: 200, body: undefined };
};

const mailTo = (user: string) => `${user}@alzey-worms.example.org`;
/** All who have the role, one of them beside another. */
const clerks = ['clerk', 'clerk-2', 'head-2'].map(mailTo);

export const budgetDeeds = {
  submitting: {
    prepare: drafted,
    act: (machine, { id }) => send(machine, id),
    statuses: [200, 409],
    at: 'completeness',
    log: ['submit', 'full'],
    mails: [mailTo('kita'), ...clerks],
    holds: { ...NOTHING, requested: STATE },
  },
  reserving: {
    prepare: (machine) => broughtTo(machine, 'opinion'),
    act: (machine, of) => decide(machine, 'coordinator', of, 'recommend', COMMENT),
    statuses: [200, 409],
    at: 'decision',
    log: ['recommend', 'reserved'],
    mails: clerks,
    holds: { ...NOTHING, reserved: STATE },
  },
  'drawing up the notice': {
    prepare: (machine) => broughtTo(machine, 'approval'),
    act: (machine, { id }) => machine.api.ask('head', 'POST', `submissions/${id}/notice`),
    statuses: [200, 200],
    at: 'approval',
    log: ['notice-rendered'],
    mails: [],
    holds: { ...NOTHING, reserved: STATE },
    leaves: shownNotice,
  },
  approving: {
    prepare: (machine) => broughtTo(machine, 'approval'),
    act: (machine, of) => decide(machine, 'head', of, 'approve', { document: SHA }),
    statuses: [200, 409],
    at: 'announce',
    log: ['approve'],
    mails: clerks,
    holds: { ...NOTHING, committed: STATE },
  },
  'announcing by post': {
    prepare: (machine) => broughtTo(machine, 'announce'),
    act: async (machine, of) => decide(machine, 'clerk', of, 'post', { sentOn: dateOf(await machine.now()) }),
    statuses: [200, 409],
    at: 'objection-period',
    log: ['post'],
    mails: clerks,
    holds: { ...NOTHING, committed: STATE },
  },
  'announcing by mail': {
    prepare: (machine) => broughtTo(machine, 'announce'),
    act: (machine, of) => decide(machine, 'clerk', of, 'notify'),
    statuses: [200, 409],
    at: 'objection-period',
    log: ['notify', 'notified'],
    // The clerks hear of it when it is sent, and that the period for objections runs.
    mails: [...clerks, mailTo('provider'), ...clerks],
    holds: { ...NOTHING, committed: STATE },
  },
  'a query that expires': {
    prepare: reminded,
    act: (machine, of) => moved(machine, of.before.due ?? ''),
    statuses: [200, 200],
    at: 'completeness',
    log: ['date-missed'],
    mails: clerks,
    holds: { ...NOTHING, requested: STATE },
  },
} as const satisfies Record<string, BudgetDeed>;
export type BudgetDeedName = keyof typeof budgetDeeds;
