import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Asker } from '../../people/asker.ts';
import { role as anyRoleName, type Role } from '../../people/role.ts';
import { aBudgetHead } from './a-budget-head.test-data.ts';
import { budgetStanding, type View, viewOf } from './access.ts';
import type { BudgetHead } from './particulars.ts';
import { budgetApplicationV1 } from './process.ts';

const roles = anyRoleName.options;
const asker = (is: readonly Role[], of: Partial<Asker> = {}): Asker => ({
  id: 'somebody',
  roles: is,
  standsInFor: [],
  ...of,
});

const draft = aBudgetHead({ at: 'draft', visit: 1, about: { sent: 0, turns: [] } });
const sent = aBudgetHead();
const withCommittee = aBudgetHead({ at: 'committee' });
const resolved = aBudgetHead({
  at: 'approval',
  about: {
    resolution: { session: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6b', outcome: 'approved', amount: 1, note: 1 },
  },
});
const states = { draft, sent, withCommittee, resolved };
type State = keyof typeof states;

/** What each role sees of an application; nothing where nothing stands. Its own provider and its own Kita. */
const expected: Record<Role, Partial<Record<State, View>>> = {
  provider: { draft: 'own', sent: 'own', withCommittee: 'own', resolved: 'own' },
  kita: { sent: 'kita', withCommittee: 'kita', resolved: 'kita' },
  clerk: { sent: 'office', withCommittee: 'office', resolved: 'office' },
  coordinator: { sent: 'office', withCommittee: 'office', resolved: 'office' },
  head: { sent: 'office', withCommittee: 'office', resolved: 'office' },
  treasurer: { sent: 'office', withCommittee: 'office', resolved: 'office' },
  auditor: { sent: 'office', withCommittee: 'office', resolved: 'office' },
  committee: { withCommittee: 'paper', resolved: 'paper' },
  'social-worker': {},
  admin: {},
};

const seen = (who: Asker, head: BudgetHead) => {
  const standing = budgetStanding(who, head);
  return standing && { view: viewOf(standing), roles: standing.roles };
};
const named = Object.keys(states) as State[];

describe.each(roles)('%s', (role) => {
  const own = asker([role], { provider: 'verein', kitas: ['kita-2'] });
  const foreign = asker([role], { provider: 'gemeinde', kitas: ['kita-9'] });

  test.each(named)('%s: with the own provider and an own Kita', (state) => {
    const view = expected[role][state];
    expect(seen(own, states[state])).toEqual(view && { view, roles: [role] });
  });

  test.each(named)('%s: with another provider and another Kita', (state) => {
    const isOffice = role !== 'provider' && role !== 'kita';
    const view = isOffice ? expected[role][state] : undefined;
    expect(seen(foreign, states[state])).toEqual(view && { view, roles: [role] });
  });

  test('without a provider or a Kita in the register, only the office sees anything', () => {
    const isOffice = role !== 'provider' && role !== 'kita';
    expect(seen(asker([role]), sent)?.view).toBe(isOffice ? expected[role].sent : undefined);
  });
});

describe('somebody with two hats', () => {
  test.each(['clerk', 'coordinator', 'head', 'treasurer', 'auditor', 'committee'] as const)(
    '%s and acting for the applicant: nothing but the applicant, in every state',
    (office) => {
      const both = asker([office, 'provider', 'kita'], { provider: 'verein', kitas: ['kita-1'] });
      for (const state of named)
        expect(seen(both, states[state])).toEqual({ view: 'own', roles: ['provider'] });
    },
  );

  test('a clerk who acts for another provider is a clerk here', () => {
    const both = asker(['clerk', 'provider'], { provider: 'gemeinde' });
    expect(seen(both, sent)).toEqual({ view: 'office', roles: ['clerk'] });
    expect(seen(both, draft)).toBeUndefined();
  });

  test("a clerk of a Kita that it names has the office's view and stands in both roles", () => {
    const both = asker(['kita', 'clerk'], { kitas: ['kita-1'] });
    expect(seen(both, sent)).toEqual({ view: 'office', roles: ['kita', 'clerk'] });
  });
});

/** Every step and end, so that no state is forgotten. */
const places = [...Object.keys(budgetApplicationV1.steps), ...budgetApplicationV1.ends];

test('whoever does not act for the applicant sees no draft, and whoever does sees nothing more by other roles', () => {
  fc.assert(
    fc.property(
      fc.record({
        is: fc.subarray([...roles]),
        provider: fc.constantFrom('verein', 'gemeinde', undefined),
        kitas: fc.subarray(['kita-1', 'kita-9']),
        at: fc.constantFrom(...places),
        times: fc.nat(2),
      }),
      ({ is, provider, kitas, at, times }) => {
        const standing = budgetStanding(
          asker(is, { ...(provider && { provider }), kitas }),
          aBudgetHead({ at, about: { sent: times } }),
        );
        const applies = is.includes('provider') && provider === 'verein';
        if (applies) expect(standing).toEqual({ roles: ['provider'] });
        else if (times === 0) expect(standing).toBeUndefined();
        else for (const role of standing?.roles ?? []) expect([...is, 'kita']).toContain(role);
        expect(standing?.roles ?? []).not.toContain('admin');
        expect(standing?.roles ?? []).not.toContain('social-worker');
      },
    ),
  );
});
