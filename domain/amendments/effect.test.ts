import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agrees, differing, holdingsOf } from '../budget/agreement.ts';
import { amountsOf, NOTHING, plus, totalOf } from '../budget/amounts.ts';
import { grantedIn } from '../budget/difference.ts';
import { effectOf, frameAfter, refusalOf } from '../budget/effect.ts';
import { type Entry, entriesOf } from '../budget/entry.ts';
import { emptyFrame, type Frame } from '../budget/frame.ts';
import { type Holding, movementsBetween, NO_HOLDING, paidOutOf } from '../budget/holding.ts';
import { setFrame } from '../budget/set-frame.ts';
import { aBudgetHead, followAct, type Given } from '../forms/budget-application/a-budget-head.test-data.ts';
import type { BudgetHead } from '../forms/budget-application/particulars.ts';
import { inParts } from '../payments/plan.ts';
import type { Act } from '../process/apply-act.ts';
import { amendedGrant } from './effect.ts';

const at = '2026-05-04T08:00:00.000Z';
const idOf = (n: number) => `019aa7d2-9c1e-7c55-8a43-1f2e3d4c${String(5000 + n)}`;

/** A year with one grant that is amended again and again, and paid in between. */
interface Year {
  frame: Frame;
  entries: Entry[];
  grant: BudgetHead;
  amendments: BudgetHead[];
}

const write = (
  year: Year,
  changes: [before: BudgetHead, after: BudgetHead][],
  n: number,
): Year | undefined => {
  const entries = changes.flatMap(([before, after], of) =>
    entriesOf(movementsBetween(before.about.money, after.about.money), {
      act: `a${n}.${of}`,
      at,
      by: { system: true },
      submission: after.id,
    }),
  );
  const effect = effectOf(entries);
  if (refusalOf(year.frame, effect, { commitProvisional: false })) return undefined;
  return { ...year, frame: frameAfter(year.frame, effect), entries: [...year.entries, ...entries] };
};

const WAY: [step: string, act: Omit<Act & { kind: 'action' }, 'step' | 'kind'> | string][] = [
  ['draft', { action: 'submit', as: 'provider' }],
  ['screen', 'full'],
  ['completeness', { action: 'complete', as: 'clerk' }],
  ['opinion', { action: 'recommend', as: 'coordinator' }],
  ['reserve', 'reserved'],
  ['decision', { action: 'grant', as: 'clerk' }],
  ['route', 'approval'],
  ['approval', { action: 'approve', as: 'head' }],
];

const draftOf = ({ id, about }: BudgetHead, n: number): BudgetHead => {
  const stands = grantedIn(about.money);
  return aBudgetHead({
    id: idOf(n),
    at: 'draft',
    visit: 1,
    about: {
      sent: 0,
      applied: undefined,
      money: NO_HOLDING,
      turns: [],
      amends: { application: id, reason: 'positions', before: stands, stands },
    },
  });
};

/** Goes its whole way, or as far as the frame has money for it; what it had reserved goes back then. */
const amend = (year: Year, applied: number, n: number): Year => {
  let now = year;
  let amendment = draftOf(year.grant, n);
  for (const [step, act] of WAY) {
    const deed: Act =
      typeof act === 'string' ? { kind: 'result', step, outcome: act } : { kind: 'action', step, ...act };
    const more: Record<string, Given['particulars']> = {
      draft: {
        sent: { kitas: ['kita-1'], purpose: 'kita-social-work', applied, electronicNotice: false },
        amended: now.grant,
      },
      decision: { decision: { kind: 'grant', amount: applied, voluntary: 0 } },
      approval: { sha256: 'a'.repeat(64), amended: now.grant },
    };
    const { head } = followAct(amendment, deed, { particulars: more[step] ?? {} });
    const isApproved = step === 'approval';
    const grant = isApproved ? amendedGrant(now.grant, amendment, at) : now.grant;
    const written = write(
      now,
      [[amendment, head], ...(isApproved ? [[now.grant, grant] as [BudgetHead, BudgetHead]] : [])],
      n * 100 + now.entries.length,
    );
    if (!written) {
      const gone = { ...amendment, about: { ...amendment.about, money: NO_HOLDING } };
      const left = write(now, [[amendment, gone]], n * 100 + now.entries.length);
      return { ...(left ?? now), amendments: [...year.amendments, gone] };
    }
    now = { ...written, grant };
    amendment = head;
  }
  expect(amendment.about.money).toEqual(NO_HOLDING);
  expect(amendment.about.amends).toMatchObject({ effective: true, stands: grantedIn(now.grant.about.money) });
  return { ...now, amendments: [...year.amendments, amendment] };
};

/** A part of what is committed is paid. */
const pay = (year: Year, n: number): Year => {
  const { money } = year.grant.about;
  const [part = NOTHING] = inParts(money.committed, 3);
  const then: Holding = { ...money, committed: NO_HOLDING.committed, paid: plus(money.paid, part) };
  then.committed = {
    state: money.committed.state - part.state,
    county: money.committed.county - part.county,
    voluntary: money.committed.voluntary - part.voluntary,
  };
  const grant = { ...year.grant, about: { ...year.grant.about, money: then } };
  const written = write(year, [[year.grant, grant]], n * 100);
  return written ? { ...written, grant } : year;
};

const begun = (): Year => {
  const set = setFrame(emptyFrame(2026), { state: 'in-force', figure: 900_00, voluntary: 0 });
  if (!set.ok) throw new Error('no frame');
  const entries = entriesOf(set.movements, { act: 'set', at, by: { person: 'treasurer' } });
  const empty = aBudgetHead({ id: idOf(0), at: 'final', about: { money: NO_HOLDING } });
  const grant = {
    ...empty,
    about: { ...empty.about, money: { ...NO_HOLDING, committed: amountsOf(700_00) } },
  };
  const year = { frame: set.frame, entries, grant, amendments: [] };
  return write(year, [[empty, grant]], 1) ?? year;
};

test('however often a grant is amended and paid, its head, the frame and the entries agree, and it comes to the last sum', () => {
  const steps = fc.array(fc.oneof(fc.constant('pay' as const), fc.nat(1_600_00)), { maxLength: 8 });
  fc.assert(
    fc.property(steps, (all) => {
      let year = begun();
      let last = 700_00;
      for (const [n, step] of all.entries()) {
        const before = year;
        year = step === 'pay' ? pay(year, n + 2) : amend(year, step, n + 2);
        const isAmended = year.amendments.at(-1)?.about.amends?.effective === true;
        if (step !== 'pay' && isAmended) last = step;
        const { money } = year.grant.about;
        expect(totalOf(grantedIn(money))).toBe(Math.max(last, totalOf(paidOutOf(money))));
        expect(totalOf(paidOutOf(money))).toBeGreaterThanOrEqual(
          totalOf(paidOutOf(before.grant.about.money)),
        );
        expect(agrees(year.frame, year.entries)).toBe(true);
        const stated = new Map([year.grant, ...year.amendments].map(({ id, about }) => [id, about.money]));
        expect(differing(holdingsOf(year.entries), stated)).toEqual([]);
        expect(year.frame.uncommitted.regular).toBeGreaterThanOrEqual(0);
      }
      const named = year.grant.about.amended ?? [];
      expect(named.map(({ id }) => id)).toEqual(
        year.amendments.filter(({ about }) => about.amends?.effective).map(({ id }) => id),
      );
    }),
    { numRuns: 60 },
  );
});
