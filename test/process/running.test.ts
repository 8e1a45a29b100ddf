import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Decision } from '../../domain/api/portal.ts';
import type { Instant } from '../../domain/calendar/period.ts';
import type { ContactRequestAnswers } from '../../domain/forms/contact-request/answers.ts';
import { contactRequestV1 } from '../../domain/forms/contact-request/process.ts';
import { possibleActions, type Refusal } from '../../domain/process/apply-act.ts';
import type { Process } from '../../domain/process/process.ts';
import type { ContactHead } from '../../domain/submission/head.ts';
import { readHead } from '../../functions/store/heads.ts';
import { readCounty } from '../../local/read-county.ts';
import { expectDriven } from '../faults/expect-done.ts';
import { type Inside, insideOf } from '../faults/running-case.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';
import { type After, type Model, modelOf } from './model.ts';

const process1: Process = contactRequestV1;
const HOUR = 60 * 60 * 1000;

let server: TestServer;
let inside: Inside;
let model: Model;

beforeAll(async () => {
  server = await startTestServer();
  inside = insideOf({
    dynamodb: process.env.AWS_ENDPOINT_URL_DYNAMODB ?? '',
    states: process.env.AWS_ENDPOINT_URL_SFN ?? '',
  });
  model = modelOf(process1, await readCounty('alzey-worms'));
});

afterAll(async () => {
  inside.close();
  await server.close();
});

const places: Pick<ContactRequestAnswers, 'kita' | 'municipality' | 'notToResponsible'>[] = [
  { kita: 'biebelnheim' },
  { kita: 'biebelnheim', notToResponsible: true },
  // Its social worker has a deputy for years.
  { kita: 'alsheim-muster' },
  // Nobody is responsible there.
  { municipality: 'wonnegau' },
];
const begins = fc.record({ place: fc.constantFrom(...places), mailed: fc.boolean() });

const actions = [
  ...new Set(
    Object.values(process1.steps).flatMap((step) => Object.keys('actions' in step ? step.actions : {})),
  ),
  ...Object.keys(process1.anytime ?? {}),
  'nonsense',
  'constructor',
];
const steps = [...Object.keys(process1.steps), ...process1.ends];
const people = [
  'social-worker',
  'social-worker-2',
  'social-worker-6',
  'social-worker-7',
  'coordinator',
  'coordinator-2',
  'clerk',
  'head',
];

/** Whoever has the case; where it is nobody, or somebody else, says so. */
const anybody = fc.oneof(
  { weight: 2, arbitrary: fc.constant('whoever has it') },
  { weight: 1, arbitrary: fc.constant('coordinator') },
  { weight: 2, arbitrary: fc.constantFrom(...people) },
);

const command = fc.oneof(
  // What the process allows, by the one whose turn it is.
  { weight: 6, arbitrary: fc.record({ do: fc.constant('allowed' as const), which: fc.nat() }) },
  // Anything by anybody: mostly refused.
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      who: anybody,
      action: fc.constantFrom(...actions),
      step: fc.option(fc.constantFrom(...steps), { freq: 6 }),
      late: fc.nat(3).map((n) => n === 0),
      complete: fc.nat(3).map((n) => n > 0),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('write' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reply' as const), who: anybody }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const) }) },
  // Past the next date, or by some hours.
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      hours: fc.option(fc.integer({ min: 1, max: 80 })),
    }),
  },
);
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

/** A case, as it should be and where to ask for it. */
interface Walk {
  id: string;
  code: string;
  email: string | undefined;
  head: ContactHead;
  /** How many mails had been sent before the command. */
  sent: number;
}

const PARTICULARS: Record<string, Partial<Decision>> = {
  pass: { reason: 'absent' },
  assign: { assignTo: 'social-worker-2' },
  close: { outcome: 'advised' },
};
const particularsOf = (action: string) =>
  Object.hasOwn(PARTICULARS, action) ? (PARTICULARS[action] ?? {}) : {};

const statusOf: Record<Refusal, number> = {
  ended: 409,
  'other-step': 409,
  'other-role': 403,
  'unknown-action': 422,
  'not-due': 422,
};

const expectAs = async (walk: Walk, after: After): Promise<Walk> => {
  await server.idle();
  const head = (await readHead(server.store, walk.id)) as ContactHead | undefined;
  const { at, visit, version, missed, responsible, due, deleteAt, about } = after.head;
  expect(head).toMatchObject({ at, visit, version, missed, owed: {} });
  expect([head?.responsible, head?.due, head?.deleteAt]).toEqual([responsible, due, deleteAt]);
  expect([head?.about.entrustedTo, head?.about.outcome]).toEqual([about.entrustedTo, about.outcome]);
  const mails = server.mails();
  const news = mails.slice(walk.sent).flatMap(({ subject, to }) => to.map((one) => `${subject} → ${one}`));
  expect(news.sort()).toEqual(after.mails.sort());
  return { ...walk, head: after.head, sent: mails.length };
};

const unchanged = (walk: Walk): After => ({ head: walk.head, mails: [] });

/** Sends a decision and expects what the model says of it. */
const decide = async (walk: Walk, user: string, decision: Decision, at: Instant): Promise<Walk> => {
  const { head, id, email } = walk;
  const { status } = await server.api('POST', `/api/submissions/${id}/decisions`, {
    as: user,
    body: decision,
  });
  const standing = model.standing(head, user, at);
  if (!standing) {
    expect(status).toBe(404);
    return expectAs(walk, unchanged(walk));
  }
  if (decision.version !== head.version || decision.step !== head.at) {
    expect(status).toBe(409);
    return expectAs(walk, unchanged(walk));
  }
  const { action, step, version: _, ...particulars } = decision;
  const lacking = Object.keys(particularsOf(action)).some((name) => !(name in particulars));
  const unfit = particulars.assignTo !== undefined && head.excluded.includes(particulars.assignTo);
  if (lacking || unfit) {
    expect(status).toBe(422);
    return expectAs(walk, unchanged(walk));
  }
  const deed = { kind: 'action', step, action, as: standing.roles[0] ?? 'admin' } as const;
  const after = model.act(head, deed, at, { person: user }, email, particulars);
  expect(status).toBe(typeof after === 'string' ? statusOf[after] : 200);
  return expectAs(walk, typeof after === 'string' ? unchanged(walk) : after);
};

/** A next act that the process allows, by whoever may do it. */
const decideAllowed = (walk: Walk, which: number, at: Instant): Promise<Walk> | Walk => {
  const { head } = walk;
  const allowed = (['social-worker', 'coordinator'] as const).flatMap((role) =>
    possibleActions(process1, head.at, [role]).map((action) => ({ role, action })),
  );
  const chosen = allowed[which % allowed.length];
  if (!chosen) return walk;
  const user = chosen.role === 'coordinator' ? 'coordinator' : (head.responsible ?? '');
  const { action } = chosen;
  return decide(walk, user, { step: head.at, action, version: head.version, ...particularsOf(action) }, at);
};

const message = () => ({ id: newId(), text: 'Guten Tag.' });

const run = async (walk: Walk, what: Command): Promise<Walk | undefined> => {
  const { head, id, code, email } = walk;
  const at = server.clock.now();
  const name = (who: string) => (who === 'whoever has it' ? (head.responsible ?? 'coordinator') : who);
  switch (what.do) {
    case 'allowed':
      return decideAllowed(walk, what.which, at);
    case 'decide':
      return decide(
        walk,
        name(what.who),
        {
          step: what.step ?? head.at,
          action: what.action,
          version: head.version - (what.late ? 1 : 0),
          ...(what.complete && particularsOf(what.action)),
        },
        at,
      );
    case 'write': {
      const { status } = await server.api('POST', '/api/mailbox/messages', {
        receipt: code,
        body: message(),
      });
      expect(status).toBe(head.endedAt ? 409 : 201);
      return expectAs(walk, head.endedAt ? unchanged(walk) : model.write(head, 'family', at, email));
    }
    case 'reply': {
      const as = name(what.who);
      const { status } = await server.api('POST', `/api/submissions/${id}/messages`, { as, body: message() });
      const may = model.standing(head, as, at)?.roles.includes('social-worker');
      expect(status).toBe(may ? (head.endedAt ? 409 : 201) : 404);
      return expectAs(walk, status === 201 ? model.write(head, 'worker', at, email) : unchanged(walk));
    }
    case 'withdraw': {
      const { status } = await server.api('POST', '/api/mailbox/withdrawal', { receipt: code });
      const deed = { kind: 'action', step: head.at, action: 'withdraw', as: 'family' } as const;
      const after = model.act(head, deed, at, { family: true }, email);
      // Once more is no mistake; after another end it is too late.
      expect(status).toBe(typeof after === 'string' && head.at !== 'withdrawn' ? 409 : 200);
      return expectAs(walk, typeof after === 'string' ? unchanged(walk) : after);
    }
    case 'wait':
      return wait(walk, what.hours);
  }
};

/** @param hours how long, or past the next date of the case */
const wait = async (walk: Walk, hours: number | null): Promise<Walk | undefined> => {
  const { head } = walk;
  const next = head.due ?? head.deleteAt ?? server.clock.now();
  const from = Date.parse(hours === null ? next : server.clock.now());
  const until = new Date(from + (hours ?? 10) * HOUR).toISOString();
  await server.moveClock(until);
  const after = model.wait(head, until, walk.email);
  if (after) return expectAs(walk, after);
  expect(await readHead(server.store, walk.id)).toBeUndefined();
  expect((await server.api('GET', '/api/mailbox', { receipt: walk.code })).status).toBe(404);
  return undefined;
};

const sent = async ({
  place,
  mailed,
}: {
  place: (typeof places)[number];
  mailed: boolean;
}): Promise<Walk> => {
  const id = newId();
  const email = mailed ? `${id}@example.org` : undefined;
  const answers: ContactRequestAnswers = {
    iAm: 'guardian',
    ...place,
    ...(email ? { replyBy: 'e-mail', email } : { replyBy: 'receipt' }),
    language: 'de',
  };
  const before = server.mails().length;
  const { status, body } = await server.api('PUT', `/api/contact-requests/${id}`, { body: answers });
  expect(status).toBe(201);
  const walk = { id, code: body.receipt, email, sent: before, head: {} as ContactHead };
  return expectAs(walk, model.send(id, answers, server.clock.now()));
};

/** Whatever came before, the case can be brought to an end: by those who have it, or by waiting. */
const end = async (walk: Walk, byWaiting: boolean): Promise<Walk | undefined> => {
  let now: Walk | undefined = walk;
  while (now && !now.head.endedAt) {
    const open: Walk = now;
    const mustAct = open.head.at === 'reassign' || !byWaiting;
    const wanted = ['assign', 'accept', 'reached', 'close'];
    const names = possibleActions(process1, open.head.at, ['social-worker', 'coordinator']);
    const action = wanted.find((one) => names.includes(one)) ?? 'close';
    const user = action === 'assign' ? 'coordinator' : (open.head.responsible ?? '');
    const { at: step, version } = open.head;
    // Who is never reached is passed on again and again: only an acceptance ends that.
    const accepts = open.head.at === 'accept' || open.head.at === 'contact';
    now =
      mustAct || accepts
        ? await decide(
            open,
            user,
            { step, action, version, ...assignable(open.head, action) },
            server.clock.now(),
          )
        : await wait(open, null);
  }
  return now;
};

/** Not to somebody whom the family does not want. */
const assignable = (head: ContactHead, action: string): Partial<Decision> =>
  action === 'assign' && head.excluded.includes('social-worker-2')
    ? { assignTo: 'social-worker-3' }
    : particularsOf(action);

test('the pure model and the running system agree after every command, and every case comes to an end', async () => {
  await fc.assert(
    fc.asyncProperty(
      begins,
      fc.array(command, { minLength: 2, maxLength: 10, size: 'max' }),
      fc.boolean(),
      async (beginning, commands, byWaiting) => {
        let walk: Walk | undefined = await sent(beginning);
        const { id } = walk;
        for (const what of commands) walk &&= await run(walk, what);
        walk &&= await end(walk, byWaiting);
        await expectDriven(inside, id);
        // It is deleted in the end, so that it is not in the way of the next one.
        if (walk) expect(await wait(walk, null)).toBeUndefined();
      },
    ),
    { numRuns: 25 },
  );
}, 300_000);
