import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balanceOf, eachStage } from '../../budget/account.ts';
import { type Amounts, amountsOf, totalOf } from '../../budget/amounts.ts';
import { type Entry, entriesOf } from '../../budget/entry.ts';
import { type Holding, movementsBetween, NO_HOLDING } from '../../budget/holding.ts';
import type { Act } from '../../process/apply-act.ts';
import { aBudgetHead, followAct } from './a-budget-head.test-data.ts';
import type { BudgetAbout } from './about.ts';
import { anyWalk, type Step } from './any-walk.test-data.ts';
import type { BudgetParticulars } from './particulars.ts';

const result = (step: string, outcome: string): Act => ({ kind: 'result', step, outcome });
const action = (step: string, name: string, as: 'clerk' | 'head' | 'provider' = 'clerk'): Act => ({
  kind: 'action',
  step,
  action: name,
  as,
});

/** Money of an application in one stage, 71,234.56 € unless another sum is named. */
const sum = amountsOf(71_234_56);
const requested = (amounts: Amounts = sum): Holding => ({ ...NO_HOLDING, requested: amounts });
const reserved = (amounts: Amounts = sum): Holding => ({ ...NO_HOLDING, reserved: amounts });
const committed = (amounts: Amounts = sum): Holding => ({ ...NO_HOLDING, committed: amounts });

const moneyAfter = (about: Partial<BudgetAbout>, act: Act, particulars: BudgetParticulars = {}) =>
  followAct(aBudgetHead({ at: act.step, about: { applied: 71_234_56, ...about } }), act, { particulars }).head
    .about.money;
const sent = (applied: number) => ({
  sent: { applied, electronicNotice: false, kitas: ['kita-1'], purpose: 'kita-social-work' as const },
});

describe('what an application holds', () => {
  test.each<[string, Partial<BudgetAbout>, Act, Holding, BudgetParticulars?]>([
    [
      'is a wish when it is sent',
      { money: NO_HOLDING },
      action('draft', 'submit', 'provider'),
      requested(),
      sent(71_234_56),
    ],
    [
      'is another wish after corrections',
      { money: requested() },
      action('queries', 'correct', 'provider'),
      requested(amountsOf(1_00)),
      sent(1_00),
    ],
    [
      'stays a wish while it is checked',
      { money: requested() },
      action('completeness', 'complete'),
      requested(),
    ],
    ['is reserved where the frame has it', { money: requested() }, result('reserve', 'reserved'), reserved()],
    ['stays a wish where it has not', { money: requested() }, result('reserve', 'wait'), requested()],
    [
      'and where it is to be refused for that',
      { money: requested() },
      result('reserve', 'refuse'),
      requested(),
    ],
    [
      'is reserved from the voluntary line as far as was chosen',
      { money: requested(), fromVoluntary: 1_234_56 },
      result('reserve', 'reserved'),
      reserved(amountsOf(70_000_00, 1_234_56)),
    ],
    [
      'is reserved from it wholly where more was chosen than is asked for',
      { money: requested(), fromVoluntary: 99_999_99 },
      result('reserve', 'reserved'),
      reserved(amountsOf(0, 71_234_56)),
    ],
    [
      'is a wish again when it is looked at anew',
      { money: reserved() },
      result('release', 'released'),
      requested(),
    ],
    [
      'is committed as it was decided, and the rest is free',
      { money: reserved(), decision: { kind: 'partial', amount: 50_000_00, voluntary: 0, note: 1 } },
      action('approval', 'approve', 'head'),
      committed(amountsOf(50_000_00)),
      { sha256: 'a'.repeat(64) },
    ],
    [
      'is nothing when it is refused',
      { money: reserved(), decision: { kind: 'refuse', amount: 0, voluntary: 0, note: 1 } },
      action('approval', 'approve', 'head'),
      NO_HOLDING,
      { sha256: 'a'.repeat(64) },
    ],
    [
      'loses its reservation where the frame was cut before the approval',
      { money: reserved() },
      result('approval', 'wait'),
      requested(),
    ],
    [
      'stays reserved when the head gives the draft back',
      { money: reserved() },
      action('approval', 'return', 'head'),
      reserved(),
    ],
    [
      'stays committed while an objection is looked at',
      { money: committed() },
      action('objection', 'refer'),
      committed(),
    ],
    [
      'is given back when it is withdrawn',
      { money: committed() },
      action('announce', 'withdraw', 'provider'),
      NO_HOLDING,
    ],
    [
      'after an objection is reserved for what was not granted yet, beside what was',
      { money: committed(amountsOf(50_000_00)) },
      result('reserve', 'reserved'),
      {
        ...committed(amountsOf(50_000_00)),
        reserved: { state: 12_740_74, county: 8_493_82, voluntary: 0 },
      },
    ],
    [
      'and committed as the new decision says in all',
      {
        money: {
          ...committed(amountsOf(50_000_00)),
          reserved: { state: 12_740_74, county: 8_493_82, voluntary: 0 },
        },
        decision: { kind: 'grant', amount: 71_234_56, voluntary: 0, note: 2 },
      },
      action('approval', 'approve', 'head'),
      committed(),
      { sha256: 'a'.repeat(64) },
    ],
  ])('%s', (_what, about, act, expected, particulars) => {
    expect(moneyAfter(about, act, particulars)).toEqual(expected);
  });
});

const entriesOfStep = ({ before, head, at, by }: Step, n: number): Entry[] =>
  entriesOf(movementsBetween(before.about.money, head.about.money), {
    act: `a${n}`,
    at,
    by,
    submission: head.id,
  });

test('wherever it goes, what it holds is the sum of its movements, and never more than was asked for', () => {
  let moved = 0;
  fc.assert(
    fc.property(anyWalk, (steps) => {
      const entries: Entry[] = [];
      for (const [n, one] of steps.entries()) {
        const { head, before, act } = one;
        const { money, applied = 0 } = head.about;
        entries.push(...entriesOfStep(one, n));
        const balances = balanceOf(entries);
        expect(eachStage((stage) => balances[stage])).toEqual(money);
        for (const amounts of Object.values(money))
          for (const cents of Object.values(amounts)) expect(cents).toBeGreaterThanOrEqual(0);

        // What was granted once stays committed while its rest is looked at; the rest is at most what is missing.
        const others = totalOf(money.requested) + totalOf(money.reserved);
        if (totalOf(money.committed) === 0) expect(others).toBeLessThanOrEqual(applied);
        if (['withdrawn', 'expired'].includes(head.at)) expect(money).toEqual(NO_HOLDING);
        if (head.at === 'final') expect(others).toBe(0);
        if (act.kind === 'action' && act.action === 'approve') {
          const { kind = 'refuse', amount = 0 } = before.about.decision ?? {};
          expect(money).toEqual({ ...NO_HOLDING, committed: money.committed });
          expect(totalOf(money.committed)).toBe(kind === 'refuse' ? 0 : amount);
        }
      }
      moved += entries.length;
    }),
    { numRuns: 100 },
  );
  expect(moved).toBeGreaterThan(100);
});
