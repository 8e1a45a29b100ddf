import type { ContactRequestAnswers } from '../../domain/forms/contact-request/answers.ts';
import type { Head } from '../../domain/submission/head.ts';
import type { Machine } from './machine.ts';
import { type Answer, newId } from './running-case.ts';

/** A case on a running machine. */
export interface Case {
  id: string;
  answers: ContactRequestAnswers;
  /** Its receipt code, once somebody got it. */
  code: string;
  message: string;
  /** Its head before the deed; undefined when the deed begins the case. */
  before: Head | undefined;
}

/** Something that somebody does, or that the calendar does, to a case. */
export interface Deed {
  /** Brings a new case to where the deed begins. */
  prepare(machine: Machine): Promise<Case>;
  /** Does it, or does it again. */
  act(machine: Machine, of: Case): Promise<Answer<unknown>>;
  /** The status of the first answer, and of the same once more. */
  statuses: readonly [number, number];
  /** Where the case stands when all is done; undefined: it is gone. */
  at: string | undefined;
  /** What the log says of it. */
  log: readonly string[];
  /** Who gets a mail, each one; `family` is the case's own address. */
  mails: readonly string[];
}

const WORKER = 'social-worker';
const SECOND = 'social-worker-2';
/** Away for years, and who stands in. */
const [ABSENT, DEPUTY] = ['social-worker-7', 'social-worker-6'] as const;

let made = 0;

/** @param place a Kita of `social-worker`, or a municipality in which nobody is responsible */
const newCase = (
  place: Pick<ContactRequestAnswers, 'kita' | 'municipality'> = { kita: 'biebelnheim' },
): Case => {
  const id = newId();
  made += 1;
  const answers: ContactRequestAnswers = {
    iAm: 'guardian',
    ...place,
    replyBy: 'e-mail',
    email: `family-${id.slice(-12)}-${made}@example.org`,
    language: 'de',
    message: `Bitte um Rat ${made}`,
  };
  return { id, answers, code: '', message: newId(), before: undefined };
};

const sent = async (machine: Machine, of = newCase()): Promise<Case> => {
  const { body } = await machine.api.send(of.id, of.answers);
  await machine.idle();
  return { ...of, code: body.receipt, before: await machine.inside.head(of.id) };
};

/** What is decided in a step, by whom, and with which particulars. */
const decisions = {
  accept: [WORKER, 'accept', {}],
  pass: [WORKER, 'accept', { reason: 'absent' }],
  assign: ['coordinator', 'reassign', { assignTo: SECOND }],
  reached: [WORKER, 'contact', {}],
  close: [WORKER, 'advise', { outcome: 'advised' }],
} as const;
type Decided = keyof typeof decisions;

const decide = (machine: Machine, { id, before }: Case, action: Decided) => {
  const [user, step, particulars] = decisions[action];
  return machine.api.decide(user, id, { step, action, version: before?.version ?? 0, ...particulars });
};

/** The case after these decisions. */
const after = async (machine: Machine, of: Case, actions: readonly Decided[]): Promise<Case> => {
  let now = of;
  for (const action of actions) {
    await decide(machine, now, action);
    await machine.idle();
    now = { ...now, before: await machine.inside.head(of.id) };
  }
  return now;
};

/** @param tooLate what is answered to the same person, who finds it done */
const decision = (
  action: Decided,
  before: readonly Decided[],
  at: string,
  mails: readonly string[],
  tooLate = 409,
): Deed => ({
  prepare: async (machine) => after(machine, await sent(machine), before),
  act: (machine, of) => decide(machine, of, action),
  statuses: [200, tooLate],
  at,
  log: [action],
  mails,
});

const moved = async (machine: Machine, to: string) => {
  // A second time the clock may stand there already, and goes on by itself.
  const soon = new Date(Date.parse(await machine.now()) + 60_000).toISOString();
  await machine.advance(soon > to ? soon : to);
  return { status: 200, body: undefined };
};

/** A case that the coordinator gave to somebody for whom another stands in. */
const sentToAbsent = async (machine: Machine): Promise<Case> => {
  const of = await sent(machine, newCase({ municipality: 'wonnegau' }));
  const version = of.before?.version ?? 0;
  await machine.api.decide('coordinator', of.id, {
    step: 'reassign',
    action: 'assign',
    version,
    assignTo: ABSENT,
  });
  await machine.idle();
  return { ...of, before: await machine.inside.head(of.id) };
};

const dueOf = (of: Case) => of.before?.due ?? '';

const mailTo = (user: string) => `${user}@alzey-worms.example.org`;
const toWorker = mailTo(WORKER);
const toCoordinators = ['coordinator', 'coordinator-2'].map(mailTo);

export const deeds = {
  'sending a request': {
    prepare: async () => newCase(),
    act: (machine, { id, answers }) => machine.api.send(id, answers),
    statuses: [201, 200],
    at: 'accept',
    log: ['received', 'assigned'],
    mails: ['family', toWorker],
  },
  'sending a request for which nobody is responsible': {
    prepare: async () => newCase({ municipality: 'wonnegau' }),
    act: (machine, { id, answers }) => machine.api.send(id, answers),
    statuses: [201, 200],
    at: 'reassign',
    log: ['received', 'nobody'],
    mails: ['family', ...toCoordinators],
  },
  accepting: decision('accept', [], 'contact', ['family']),
  'passing on': decision('pass', [], 'reassign', toCoordinators, 404),
  assigning: decision('assign', ['pass'], 'accept', [mailTo(SECOND)]),
  closing: decision('close', ['accept', 'reached'], 'closed', ['family']),
  'a message of the family': {
    prepare: (machine) => sent(machine),
    act: (machine, { code, message }) => machine.api.write(code, message, 'Geht auch Dienstag?'),
    statuses: [201, 200],
    at: 'accept',
    log: ['message-from-family'],
    mails: [toWorker],
  },
  'a message of the family to somebody who is away': {
    prepare: sentToAbsent,
    act: (machine, { code, message }) => machine.api.write(code, message, 'Geht auch Dienstag?'),
    statuses: [201, 200],
    at: 'accept',
    log: ['message-from-family'],
    mails: [ABSENT, DEPUTY].map(mailTo),
  },
  'a reply of the social worker': {
    prepare: async (machine) => after(machine, await sent(machine), ['accept']),
    act: (machine, { id, message }) => machine.api.reply(WORKER, id, { id: message, text: 'Gern.' }),
    statuses: [201, 200],
    at: 'contact',
    log: ['message-from-worker'],
    mails: ['family'],
  },
  withdrawing: {
    prepare: (machine) => sent(machine),
    act: (machine, { code }) => machine.api.withdraw(code),
    statuses: [200, 200],
    at: 'withdrawn',
    log: ['withdraw'],
    mails: [toWorker],
  },
  'a date that passes': {
    prepare: (machine) => sent(machine),
    act: (machine, of) => moved(machine, dueOf(of)),
    statuses: [200, 200],
    at: 'accept',
    log: ['reminded'],
    mails: [toWorker],
  },
  'deleting what ended long ago': {
    prepare: async (machine) => {
      const of = await after(machine, await sent(machine), ['accept', 'reached']);
      await machine.api.reply(WORKER, of.id, { id: of.message, text: 'Alles Gute.' });
      return after(machine, of, ['close']);
    },
    act: (machine, { before }) => moved(machine, before?.deleteAt ?? ''),
    statuses: [200, 200],
    at: undefined,
    log: [],
    mails: [],
  },
} as const satisfies Record<string, Deed>;
export type DeedName = keyof typeof deeds;
