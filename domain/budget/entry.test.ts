import { describe, expect, test } from 'vitest';
import { account } from './account.ts';
import { amountsOf, NOTHING } from './amounts.ts';
import { entriesOf, entry, kindOf } from './entry.ts';
import { movementsBetween, NO_HOLDING } from './holding.ts';

const submission = '01990000-0000-7000-8000-000000000001';
const facts = {
  act: `${submission}.7`,
  at: '2026-03-02T09:00:00.000Z',
  by: { person: 'clerk' },
  submission,
  provider: 'stadt-alzey',
  purpose: 'social-work',
  reason: undefined,
};

describe('the entries of an act', () => {
  const reserved = { ...NO_HOLDING, reserved: amountsOf(100_00) };
  const committed = { ...NO_HOLDING, committed: amountsOf(80_00) };

  test('say what each movement means and whose money it is, under ids that a repeat has again', () => {
    const entries = entriesOf(movementsBetween(reserved, committed), facts);
    expect(entries).toEqual([
      {
        id: `${submission}.7.1`,
        at: facts.at,
        by: { person: 'clerk' },
        kind: 'commit',
        submission,
        from: 'reserved',
        to: 'committed',
        amounts: amountsOf(80_00),
        provider: 'stadt-alzey',
        purpose: 'social-work',
      },
      expect.objectContaining({ id: `${submission}.7.2`, kind: 'withdraw', from: 'reserved', to: 'outside' }),
    ]);
    expect(entriesOf(movementsBetween(reserved, committed), facts)).toEqual(entries);
    // A table refuses attributes without a value.
    expect(entries.flatMap((one) => Object.values(one))).not.toContain(undefined);
  });

  test.each([
    ['outside', 'frame', 'frame-set'],
    ['frame', 'outside', 'frame-set'],
    ['outside', 'requested', 'request'],
    ['requested', 'reserved', 'reserve'],
    ['outside', 'reserved', 'reserve'],
    ['reserved', 'requested', 'release'],
    ['reserved', 'committed', 'commit'],
    ['requested', 'committed', 'commit'],
    ['outside', 'committed', 'commit'],
    ['committed', 'reserved', 'uncommit'],
    ['committed', 'requested', 'uncommit'],
    ['requested', 'outside', 'withdraw'],
    ['reserved', 'outside', 'withdraw'],
    ['committed', 'outside', 'withdraw'],
    ['committed', 'paid', 'pay'],
    ['paid', 'committed', 'unpay'],
    ['paid', 'accepted', 'accept'],
    ['accepted', 'paid', 'unaccept'],
    ['paid', 'returned', 'return'],
    ['accepted', 'returned', 'return'],
    ['returned', 'paid', 'unreturn'],
    ['returned', 'accepted', 'unreturn'],
  ] as const)('from %s to %s are of the kind %s', (from, to, kind) => {
    expect(kindOf(from, to)).toBe(kind);
  });

  test('go nowhere else, and what goes somewhere can go back', () => {
    const all = account.options;
    const pairs = all.flatMap((from) => all.map((to) => ({ from, to })));
    expect(pairs.filter(({ from, to }) => kindOf(from, to))).toHaveLength(22);
    for (const { from, to } of pairs)
      expect(kindOf(from, to) === undefined).toBe(kindOf(to, from) === undefined);
  });
});

describe('an entry is refused', () => {
  const [good] = entriesOf(
    movementsBetween(NO_HOLDING, { ...NO_HOLDING, requested: amountsOf(100_00) }),
    facts,
  );

  test.each([
    ['of another kind than its movement', { kind: 'commit' }],
    ['that moves nothing', { amounts: NOTHING }],
    ['that moves less than nothing', { amounts: { ...NOTHING, state: -1 } }],
    ['of a fraction of a cent', { amounts: { ...NOTHING, state: 0.5 } }],
    ['from an account to itself', { from: 'requested' }],
    ['of an application’s money into the frame', { to: 'frame', kind: 'frame-set' }],
    ['of the frame’s figures by nobody’s application', { submission: undefined }],
    ['that corrects, but says not what', { kind: 'correct' }],
    ['that names an entry without correcting it', { corrects: 'other.1' }],
    ['with a field nobody knows', { note: 'for Anna' }],
    ['without a time', { at: '2026-03-02' }],
  ])('%s', (_what, change) => {
    expect(entry.safeParse(good).success).toBe(true);
    expect(entry.safeParse({ ...good, ...change }).success).toBe(false);
  });
});
