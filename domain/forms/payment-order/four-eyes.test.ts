import { describe, expect, test } from 'vitest';
import { confirmed, type Payee, proposed, rejected } from '../../payments/payee.ts';
import { aPaymentHead } from './a-payment-head.test-data.ts';
import { paymentDeedsAgainst } from './four-eyes.ts';
import { paymentOrderV1 } from './process.ts';

const at = '2026-02-02T09:00:00.000Z';
const steps = Object.keys(paymentOrderV1.steps);
const own: Payee = { holder: 'Verein', iban: 'DE89370400440532013000', since: at };
const changedBy = (by: { person: string; for?: string }): Payee => ({ ...own, changedBy: by });
const who = (id: string, ...standsInFor: string[]) => ({ id, standsInFor });

/** Which steps are kept apart, in both directions: what § 25 GemHVO wants, and nothing beside it. */
const APART: Readonly<Record<string, readonly string[]>> = {
  certify: ['order'],
  order: ['certify', 'export', 'booking', 'booked'],
  export: ['order'],
  booking: ['order'],
  booked: ['order'],
};

const pairs = steps.flatMap((did) =>
  steps.map((step) => [did, step, APART[did]?.includes(step) ?? false] as const),
);
const isExcluded = (
  asker: ReturnType<typeof who>,
  step: string,
  deed: { person: string; for?: string; step: string },
) => {
  const head = aPaymentHead({ at: step, about: { acted: [{ ...deed, action: 'x', at }] } });
  return paymentDeedsAgainst(asker, head, own, []).length > 0;
};

describe('who did one step of a payment order', () => {
  test.each(pairs)('%s: may do %s, unless %s', (did, step, excluded) => {
    expect(isExcluded(who('a'), step, { person: 'a', step: did })).toBe(excluded);
    // Somebody else may, whatever the other did.
    expect(isExcluded(who('b'), step, { person: 'a', step: did })).toBe(false);
  });

  test.each(pairs)('%s: and their deputies, in either name, may do %s, unless %s', (did, step, excluded) => {
    expect(isExcluded(who('b', 'a'), step, { person: 'a', step: did })).toBe(excluded);
    expect(isExcluded(who('a'), step, { person: 'b', for: 'a', step: did })).toBe(excluded);
    expect(isExcluded(who('b'), step, { person: 'b', for: 'a', step: did })).toBe(excluded);
    expect(isExcluded(who('c', 'b'), step, { person: 'b', for: 'a', step: did })).toBe(excluded);
  });
});

describe('who changed the account', () => {
  const RELEASING = ['certify', 'order', 'export'];

  test.each(steps)('in %s: does nothing that releases money to it', (step) => {
    const head = aPaymentHead({ at: step });
    const excluded = RELEASING.includes(step);
    const against = (asker: ReturnType<typeof who>, payee: Payee) =>
      paymentDeedsAgainst(asker, head, payee, []).length > 0;
    expect(against(who('a'), changedBy({ person: 'a' }))).toBe(excluded);
    expect(against(who('a'), changedBy({ person: 'b', for: 'a' }))).toBe(excluded);
    expect(against(who('b'), changedBy({ person: 'b', for: 'a' }))).toBe(excluded);
    expect(against(who('b', 'a'), changedBy({ person: 'a' }))).toBe(excluded);
    expect(against(who('b'), changedBy({ person: 'a' }))).toBe(false);
    // Whoever confirmed the change is the second pair of eyes, and a change that waits changes nothing yet.
    expect(against(who('b'), { ...changedBy({ person: 'a' }), confirmedBy: { person: 'b' } })).toBe(false);
    const pending = { holder: 'X', iban: own.iban, by: { person: 'a' }, at, from: '2026-02-09' };
    expect(against(who('a'), { ...own, pending })).toBe(false);
  });
});

describe('who brought the IBAN', () => {
  const bank = (holder: string) => ({ holder, iban: 'DE02120300000000202051' });
  const propose = (now: Payee, person: string, holder: string) =>
    proposed(now, bank(holder), { by: { person }, at, waitDays: 7 });
  const confirm = (now: Payee, person: string) => confirmed(now, { by: { person }, at });
  const excludes = (person: string, payee: Payee) =>
    paymentDeedsAgainst(who(person), aPaymentHead({ at: 'certify' }), payee, []).length > 0;

  test('releases nothing to it after somebody else changed only the holder', () => {
    const renamed = confirm(propose(confirm(propose(own, 'a', 'X'), 'c'), 'b', 'Verein'), 'c');
    expect(renamed).toMatchObject({ ...bank('Verein'), changedBy: { person: 'b' } });
    expect(['a', 'b', 'c'].map((person) => excludes(person, renamed))).toEqual([true, true, false]);
  });

  test('releases nothing to it when somebody else’s proposal of the same IBAN took the place of theirs', () => {
    const replaced = confirm(propose(propose(own, 'a', 'X'), 'b', 'Verein'), 'c');
    expect(excludes('a', replaced)).toBe(true);
    const rejectedFirst = confirm(propose(rejected(propose(own, 'a', 'X')), 'b', 'Verein'), 'c');
    expect(excludes('a', rejectedFirst)).toBe(true);
  });

  test('may release what goes to another one by now', () => {
    const back = confirm(
      proposed(confirm(propose(own, 'a', 'X'), 'c'), own, { by: { person: 'b' }, at, waitDays: 7 }),
      'c',
    );
    expect([excludes('a', back), excludes('b', back)]).toEqual([false, true]);
  });
});

test('a county may keep further steps apart', () => {
  const head = aPaymentHead({
    at: 'export',
    about: { acted: [{ person: 'a', step: 'certify', action: 'certify', at }] },
  });
  expect(paymentDeedsAgainst(who('a'), head, own, [])).toEqual([]);
  expect(paymentDeedsAgainst(who('a'), head, own, [['certify', 'export']])).toHaveLength(1);
});
