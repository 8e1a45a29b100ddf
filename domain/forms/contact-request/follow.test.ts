import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Act, applyAct, possibleActions } from '../../process/apply-act.ts';
import { isPersonStep } from '../../process/process.ts';
import { aHead } from '../../submission/a-head.test-data.ts';
import { type ContactHead, head as headSchema } from '../../submission/head.ts';
import type { Actor } from '../../submission/log.ts';
import { nextHead, positionOf } from '../../submission/next-head.ts';
import { followContactRequest, mailToFamily, mailToOffice, type Particulars } from './follow.ts';
import { contactRequestV1 } from './process.ts';

const at = '2026-02-03T10:00:00.000Z';

/** One act as the functions do it: the model, the head in its new position, and what follows. */
const follow = (before: ContactHead, act: Act, by: Actor, particulars: Particulars = {}, now = at) => {
  const applied = applyAct(contactRequestV1, positionOf(before), act, now);
  if (!applied.ok) throw new Error(applied.refusal);
  const placed = nextHead(before, applied, { at: now, by, retentionMonths: 6 });
  return followContactRequest(before, placed, act, { at: now, by, particulars });
};

const worker = (step: string, action: string): Act => ({ kind: 'action', step, action, as: 'social-worker' });
const assign: Act = { kind: 'action', step: 'reassign', action: 'assign', as: 'coordinator' };
const withdraw = (step: string): Act => ({ kind: 'action', step, action: 'withdraw', as: 'family' });
const result = (outcome: string): Act => ({ kind: 'result', step: 'route', outcome });
const overdue = (step: string): Act => ({ kind: 'overdue', step });
const anna = { person: 'anna' };
const berta = { person: 'berta' };
const cora = { person: 'cora' };
const system: Actor = { system: true };
const family: Actor = { family: true };

const { responsible: _nobody, ...unassigned } = aHead();
const received = aHead({ ...unassigned, at: 'route', visit: 1, due: undefined, responsible: undefined });
const givenAway = aHead({ ...unassigned, at: 'reassign', visit: 3, responsible: undefined });
const inContact = aHead({ at: 'contact', visit: 3 });
const late = '2026-09-30T10:00:00.000Z';

describe('the mail that is owed', () => {
  test.each<[string, ContactHead, Act, Actor, Particulars, string, object]>([
    [
      'the routing to somebody',
      received,
      result('assigned'),
      system,
      { assignTo: 'anna' },
      'assigned',
      { person: 'anna', withDeputies: true },
    ],
    ['the routing to nobody', received, result('nobody'), system, {}, 'escalation', { role: 'coordinator' }],
    ['an acceptance', aHead(), worker('accept', 'accept'), anna, {}, 'news', { family: true }],
    [
      'a first missed date',
      aHead(),
      overdue('accept'),
      system,
      {},
      'reminder',
      { person: 'anna', withDeputies: true },
    ],
    [
      'a second missed date',
      aHead({ missed: 1 }),
      overdue('accept'),
      system,
      {},
      'escalation',
      { role: 'coordinator' },
    ],
    [
      'a case that was passed on',
      aHead(),
      worker('accept', 'pass'),
      anna,
      {},
      'escalation',
      { role: 'coordinator' },
    ],
    [
      'a case that the coordinator leaves lying',
      givenAway,
      overdue('reassign'),
      system,
      {},
      'reminder',
      { role: 'coordinator' },
    ],
    [
      'an assignment',
      givenAway,
      assign,
      cora,
      { assignTo: 'berta' },
      'assigned',
      { person: 'berta', withDeputies: true },
    ],
    ['a contact that was made', inContact, worker('contact', 'reached'), anna, {}, 'news', { family: true }],
    [
      'a case that was closed',
      inContact,
      worker('contact', 'close'),
      anna,
      { outcome: 'advised' },
      'news',
      { family: true },
    ],
    [
      'a case that idled',
      aHead({ at: 'advise', visit: 4 }),
      overdue('advise'),
      system,
      {},
      'news',
      { family: true },
    ],
    [
      'a withdrawal',
      inContact,
      withdraw('contact'),
      family,
      {},
      'news',
      { person: 'anna', withDeputies: true },
    ],
    [
      'a withdrawal while nobody is responsible',
      givenAway,
      withdraw('reassign'),
      family,
      {},
      'news',
      { role: 'coordinator' },
    ],
  ])('after %s goes to who must know', (_what, before, act, by, particulars, mail, to) => {
    const { owed } = follow(before, act, by, particulars, late);
    expect(Object.values(owed)).toEqual([{ do: 'mail', mail, to, at: late }]);
  });

  test('is none for a family that left no address', () => {
    const silent = aHead({ about: { hasMailAddress: false } });
    expect(follow(silent, worker('accept', 'accept'), anna).owed).toEqual({});
    expect(mailToFamily(silent, 'received', at)).toEqual({});
    expect(mailToFamily(aHead(), 'received', at)).toEqual({
      'mail-received-2-family': { do: 'mail', mail: 'received', to: { family: true }, at },
    });
  });

  test('has the same name when it is owed twice for the same entry of the log, and another for the next', () => {
    const names = (head: ContactHead) => Object.keys(mailToOffice(head, 'news', at));
    expect(names(aHead())).toEqual(names(aHead()));
    expect(names(aHead())).not.toEqual(names(aHead({ log: { n: 3, hash: '' } })));
  });
});

describe('who is responsible', () => {
  test('is the one to whom it was routed or assigned, and nobody in between', () => {
    expect(follow(received, result('assigned'), system, { assignTo: 'anna' }).head.responsible).toBe('anna');
    expect(follow(aHead(), worker('accept', 'pass'), anna).head).not.toHaveProperty('responsible');
    expect(follow(aHead({ missed: 1 }), overdue('accept'), system, {}, late).head).not.toHaveProperty(
      'responsible',
    );
    expect(follow(givenAway, assign, cora, { assignTo: 'berta' }).head.responsible).toBe('berta');
  });

  test('stays the same through everything else, whatever somebody sends along', () => {
    const sly = { assignTo: 'eve', outcome: 'advised' };
    expect(follow(aHead(), worker('accept', 'accept'), anna, sly).head.responsible).toBe('anna');
    expect(follow(inContact, worker('contact', 'close'), anna, sly).head.responsible).toBe('anna');
    expect(follow(aHead(), worker('accept', 'pass'), anna, sly).head).not.toHaveProperty('responsible');
    expect(follow(aHead(), worker('accept', 'accept'), anna, sly).head.about).not.toHaveProperty('outcome');
  });
});

describe('what is entrusted', () => {
  const accepted = follow(aHead(), worker('accept', 'accept'), anna).head;

  test('is entrusted to the person who accepts, be it a deputy', () => {
    expect(accepted.about).toMatchObject({ entrustedTo: 'anna', acceptances: [{ person: 'anna', at }] });
    const byDeputy = follow(aHead(), worker('accept', 'accept'), { person: 'berta', for: 'anna' }).head;
    expect(byDeputy).toMatchObject({ responsible: 'anna', about: { entrustedTo: 'berta' } });
  });

  test('stays with the first one when the case goes on to another', () => {
    const passed = follow(accepted, worker('contact', 'pass'), anna).head;
    const assigned = follow(passed, assign, cora, { assignTo: 'berta' }).head;
    const again = follow(assigned, worker('accept', 'accept'), berta, {}, '2026-02-05T10:00:00.000Z').head;
    expect(again).toMatchObject({
      responsible: 'berta',
      about: {
        entrustedTo: 'anna',
        acceptances: [
          { person: 'anna', at },
          { person: 'berta', at: '2026-02-05T10:00:00.000Z' },
        ],
      },
    });
  });

  test('is entrusted to nobody by being routed, passed on or assigned', () => {
    for (const next of [
      follow(received, result('assigned'), system, { assignTo: 'anna' }),
      follow(aHead(), worker('accept', 'pass'), anna),
      follow(givenAway, assign, cora, { assignTo: 'berta' }),
    ])
      expect(next.head.about).not.toHaveProperty('entrustedTo');
  });

  test('is no longer asked for by somebody who gave the case away', () => {
    const asking = { ...accepted, about: { ...accepted.about, consentAskedBy: 'anna' } };
    expect(follow(asking, worker('contact', 'reached'), anna).head.about.consentAskedBy).toBe('anna');
    expect(follow(asking, worker('contact', 'pass'), anna).head.about).not.toHaveProperty('consentAskedBy');
  });
});

test('an outcome is kept where a case closes: as it was said, or as idle', () => {
  const closed = follow(inContact, worker('contact', 'close'), anna, { outcome: 'referred' });
  expect(closed.head).toMatchObject({ at: 'closed', about: { outcome: 'referred' } });
  const idle = follow(
    aHead({ at: 'advise', visit: 4 }),
    overdue('advise'),
    system,
    { outcome: 'advised' },
    late,
  );
  expect(idle.head).toMatchObject({ at: 'closed', about: { outcome: 'idle' } });
  expect(follow(inContact, withdraw('contact'), family).head.about).not.toHaveProperty('outcome');
});

test('on every walk each act owes at most one mail, the head fits its schema, and somebody can act until the end', () => {
  const moves = fc.array(fc.nat(), { minLength: 1, maxLength: 15 });
  fc.assert(
    fc.property(moves, (walk) => {
      let now = Date.parse(at);
      let head = received;
      for (const choice of walk) {
        now += 190 * 24 * 60 * 60 * 1000;
        const step = contactRequestV1.steps[head.at as keyof typeof contactRequestV1.steps];
        if (!step) break;
        const roles = ['social-worker', 'coordinator', 'family'] as const;
        const acts: Act[] = [
          ...roles.flatMap((as) =>
            possibleActions(contactRequestV1, head.at, [as]).map(
              (action): Act => ({ kind: 'action', step: head.at, action, as }),
            ),
          ),
          ...(isPersonStep(step) ? [overdue(head.at)] : [result('assigned'), result('nobody')]),
        ];
        const act = acts[choice % acts.length] as Act;
        const by: Actor =
          act.kind === 'action'
            ? act.as === 'family'
              ? family
              : { person: head.responsible ?? 'cora' }
            : system;
        const to = ['anna', 'berta', 'clara'][choice % 3];
        const next = follow(head, act, by, { assignTo: to, outcome: 'advised' }, new Date(now).toISOString());
        head = next.head;
        expect(headSchema.parse(head)).toEqual(head);
        expect(Object.keys(next.owed).length).toBeLessThanOrEqual(1);
        if (['accept', 'contact', 'advise'].includes(head.at)) expect(head.responsible).toBeDefined();
        if (head.at === 'reassign') expect(head.responsible).toBeUndefined();
        expect(head.about.entrustedTo).toBe(head.about.acceptances?.[0]?.person);
      }
    }),
    { numRuns: 300 },
  );
});
