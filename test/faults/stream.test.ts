import type { DynamoDBRecord } from 'aws-lambda';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ContactAbout } from '../../domain/forms/contact-request/about.ts';
import { possibleActions } from '../../domain/process/apply-act.ts';
import type { Head } from '../../domain/submission/head.ts';
import { processOf } from '../../domain/submission/process-of.ts';
import type { Call } from '../../local/observe.ts';
import { newId } from '../server.ts';
import { expectDriven } from './expect-done.ts';
import { type HeldStream, startWithHeldStream } from './held-stream.ts';
import { type Inside, insideOf } from './running-case.ts';

let stream: HeldStream;
let inside: Inside;
/** The mail service refuses what it is given. */
let refusing = false;

const observe = ({ service, phase }: Call) => {
  if (refusing && service === 'ses' && phase === 'before') throw new Error('refused');
};

beforeAll(async () => {
  stream = await startWithHeldStream(observe);
  inside = insideOf({
    dynamodb: process.env.AWS_ENDPOINT_URL_DYNAMODB ?? '',
    states: process.env.AWS_ENDPOINT_URL_SFN ?? '',
  });
});

afterAll(async () => {
  inside.close();
  await stream.server.close();
});

const headOf = async (id: string): Promise<Head> => {
  const head = await inside.head(id);
  if (!head) throw new Error(`${id} is gone`);
  return head;
};

const send = async () => {
  const email = `${newId()}@example.org`;
  const count = stream.server.mails().length;
  const sent = await stream.server.submit({ replyBy: 'e-mail', email });
  const mails = () =>
    stream.server
      .mails()
      .slice(count)
      .flatMap(({ to, subject }) => to.map((one) => `${subject} → ${one === email ? 'family' : one}`))
      .sort();
  return { ...sent, mails };
};

const after = async (minutes: number) => {
  const { clock, invoke, idle } = stream.server;
  await clock.set(new Date(Date.parse(clock.now()) + minutes * 60_000).toISOString());
  await invoke('schedule', { task: 'sweep' }, 'timer');
  await idle();
};

/** Delivers what has not been delivered yet, until nothing more comes of it: as a stream in order does. */
const follow = async (id: string, from = 0): Promise<number> => {
  let done = from;
  for (let records = stream.recordsOf(id); done < records.length; records = stream.recordsOf(id)) {
    await stream.deliver(...records.slice(done));
    done = records.length;
    await stream.server.idle();
  }
  return done;
};

/** Five minutes later what is still owed is driven again: no record of before is needed for that. */
const redrive = async (id: string) => {
  const before = stream.recordsOf(id).length;
  await after(6);
  await follow(id, before);
};

describe('records of a head that was written', () => {
  // First, while no other case is open that would be reminded of on each day of a long time.
  test('that come when the case has ended, or is deleted, do nothing', async () => {
    const { id, receipt, mails } = await send();
    await follow(id);
    await stream.server.api('POST', '/api/mailbox/withdrawal', { receipt });
    await redrive(id);
    const head = await headOf(id);
    const sent = mails();
    await stream.deliver(...stream.recordsOf(id));
    await stream.server.idle();
    expect(await headOf(id)).toEqual(head);
    await stream.server.moveClock(head.deleteAt ?? '');
    expect(await inside.head(id)).toBeUndefined();
    expect(await stream.deliver(...stream.recordsOf(id))).toEqual({ batchItemFailures: [] });
    expect(await inside.head(id)).toBeUndefined();
    expect(mails()).toEqual(sent);
  });

  test('drive it, and the same ones once more, after it and at once, change nothing', async () => {
    const { id, mails } = await send();
    const [first] = stream.recordsOf(id) as [DynamoDBRecord];
    await Promise.all([stream.deliver(first), stream.deliver(first, first), stream.deliver(first)]);
    await stream.server.idle();
    await follow(id);
    const head = await headOf(id);
    expect(head).toMatchObject({ at: 'accept', run: 1, owed: {} });
    expect((await inside.executionsOf(id)).map(({ status }) => status)).toEqual(['RUNNING']);
    expect(mails()).toHaveLength(2);
    await stream.deliver(...stream.recordsOf(id).toReversed());
    await stream.server.idle();
    expect(await headOf(id)).toEqual(head);
    expect(mails()).toHaveLength(2);
  });

  test('that never come are made up for by the schedule, five minutes later and not before', async () => {
    const { id, mails } = await send();
    expect(await headOf(id)).toMatchObject({ at: 'route', rev: 1 });
    await after(4);
    expect(await headOf(id)).toMatchObject({ at: 'route', rev: 1 });
    expect(await inside.executionsOf(id)).toEqual([]);
    await redrive(id);
    expect(await headOf(id)).toMatchObject({ at: 'accept', owed: {} });
    expect(mails()).toHaveLength(2);
    await expectDriven(inside, id);
  });

  test('of other items and of deletions are passed by', async () => {
    const { id } = await send();
    const [record] = stream.recordsOf(id) as [DynamoDBRecord];
    const other = structuredClone(record);
    Object.assign(other.dynamodb?.Keys ?? {}, { sk: { S: 'TOKEN' } });
    const answer = await stream.deliver(other, { ...record, eventName: 'REMOVE' });
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(await headOf(id)).toMatchObject({ rev: 1, at: 'route' });
    await redrive(id);
  });

  test('that cannot be dealt with are named from the first of them on, and stay owed', async () => {
    const { id, mails } = await send();
    const other = await send();
    const [first] = stream.recordsOf(id) as [DynamoDBRecord];
    const [second] = stream.recordsOf(other.id) as [DynamoDBRecord];
    refusing = true;
    const { batchItemFailures } = await stream.deliver(first, second);
    refusing = false;
    expect(batchItemFailures).toEqual([{ itemIdentifier: first.dynamodb?.SequenceNumber }]);
    await stream.server.idle();
    expect((await headOf(id)).pendingSince).toBeDefined();
    expect(mails()).toEqual([]);
    for (const one of [id, other.id]) {
      await redrive(one);
      await redrive(one);
      expect(await headOf(one)).toMatchObject({ at: 'accept', owed: {} });
    }
    expect(mails()).toHaveLength(4);
  });
});

type Option = { as: string; act: (id: string, receipt: string) => Promise<unknown> };

/** Everything that somebody could do now, in an order that depends on nothing else. */
const optionsOf = (head: Head): Option[] => {
  const { api, decide } = stream.server;
  const more: Record<string, object> = {
    pass: { reason: 'absent' },
    assign: { assignTo: 'social-worker-2' },
    close: { outcome: 'advised' },
  };
  const worker = head.responsible;
  const message = () => ({ body: { id: newId(), text: 'Guten Tag.' } });
  const byRole = (['social-worker', 'coordinator'] as const).flatMap((role) => {
    const as = role === 'coordinator' ? role : worker;
    if (!as) return [];
    return possibleActions(processOf(head), head.at, [role]).map((action) => ({
      as,
      act: (id: string) => decide(as, id, action, more[action]),
    }));
  });
  return [
    ...byRole,
    {
      as: 'family',
      act: (_, receipt) => api('POST', '/api/mailbox/messages', { receipt, ...message() }),
    },
    ...(worker
      ? [
          {
            as: worker,
            act: (id: string) => api('POST', `/api/submissions/${id}/messages`, { as: worker, ...message() }),
          },
        ]
      : []),
  ];
};

/** What must be the same, however the records came. */
const outcomeOf = async (id: string, mails: string[]) => {
  const { at, visit, version, run, missed, responsible, log, owed, pendingSince, about } = await headOf(id);
  const executions = await inside.executionsOf(id);
  const end = executions[0] && (await inside.pathOf(executions[0].arn)).at(-1);
  const { entrustedTo, consents, outcome } = about as ContactAbout;
  const head = { at, visit, version, run, missed, responsible, n: log.n, owed, pendingSince };
  return {
    ...head,
    about: { entrustedTo, consents, outcome },
    executions: executions.map(({ run, status }) => ({ run, status })),
    end,
    mails,
  };
};

/** The records that dispatch gets after an act: any of those so far, one by one or two at once. */
const deliveries = fc.array(fc.record({ which: fc.nat(), twice: fc.boolean() }), { maxLength: 3 });
const script = fc.array(fc.record({ pick: fc.nat(), come: deliveries }), { minLength: 1, maxLength: 5 });
type Script = (typeof script extends fc.Arbitrary<infer T> ? T : never)[number][];

const walk = async (
  acts: Script,
  deliver: (id: string, come: Script[number]['come']) => Promise<unknown>,
) => {
  const { id, receipt, mails } = await send();
  await deliver(id, acts[0]?.come ?? []);
  // Nobody can act before the case is routed, which the first record, or the schedule in its place, sets going.
  if ((await headOf(id)).at === 'route') await redrive(id);
  for (const { pick, come } of acts) {
    const head = await headOf(id);
    if (head.endedAt) break;
    const options = optionsOf(head);
    await options[pick % options.length]?.act(id, receipt);
    await deliver(id, come);
  }
  await redrive(id);
  const outcome = await outcomeOf(id, mails());
  // What is left open would be reminded of while the next ones are told.
  await stream.server.api('POST', '/api/mailbox/withdrawal', { receipt });
  await redrive(id);
  return outcome;
};

test('in whatever order, as often and as late as they come, the end is the same and so are the mails', async () => {
  await fc.assert(
    fc.asyncProperty(script, async (acts) => {
      const delivered = new Map<string, number>();
      const inOrder = await walk(acts, async (id) => {
        delivered.set(id, await follow(id, delivered.get(id)));
      });
      const anyhow = await walk(acts, async (id, come) => {
        for (const { which, twice } of come) {
          const records = stream.recordsOf(id);
          const record = records[which % records.length];
          if (record) await Promise.all([stream.deliver(record), ...(twice ? [stream.deliver(record)] : [])]);
        }
      });
      expect(anyhow).toEqual(inOrder);
      expect(inOrder).toMatchObject({ owed: {}, pendingSince: undefined });
    }),
    { numRuns: 10 },
  );
}, 300_000);
