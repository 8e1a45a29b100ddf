import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Stage, stages } from '../budget/account.ts';
import { amountsOf, totalOf } from '../budget/amounts.ts';
import { type Holding, NO_HOLDING } from '../budget/holding.ts';
import { behindLine } from './behind.ts';
import { groupings, overviewBy } from './overview.ts';
import { type Counted, changeOfSums, differingSums, type ProviderSums, partsByKita, sumsOf } from './sums.ts';

type Of = Counted & { provider: string };
const AREAS: Record<string, string> = { k1: 'nord', k2: 'nord', k3: 'sued' };
const areaOf = (kita: string) => AREAS[kita];

/** The sums as they are kept, out of all applications at once. */
const kept = (all: readonly Of[]): ProviderSums[] =>
  [...Map.groupBy(all, ({ provider }) => provider)].map(([provider, those]) => ({
    provider,
    ...changeOfSums(those.map((one) => [{ ...one, money: NO_HOLDING }, one])),
  }));

const holding: fc.Arbitrary<Holding> = fc.tuple(...stages.map(() => fc.nat(1_000_000))).map((sums) => ({
  ...NO_HOLDING,
  ...Object.fromEntries(stages.map((stage, n) => [stage, amountsOf(sums[n] ?? 0)])),
}));
const application: fc.Arbitrary<Of> = fc.record({
  provider: fc.constantFrom('verein', 'stadt'),
  purpose: fc.constantFrom('french', undefined),
  kitas: fc.subarray(['k1', 'k2', 'k3', 'k4'], { minLength: 1 }),
  shares: fc.option(
    fc
      .subarray(['k1', 'k2', 'k3', 'k4'], { minLength: 1 })
      .chain((kitas) =>
        fc
          .array(fc.integer({ min: 1, max: 9_999 }), { minLength: kitas.length, maxLength: kitas.length })
          .map((all) => kitas.map((kita, n) => ({ kita, percent: all[n] ?? 1 }))),
      ),
    { nil: undefined },
  ),
  money: fc.oneof(holding, fc.constant(NO_HOLDING)),
});

describe('what a Kita has of an application', () => {
  const thirds: Counted = {
    kitas: ['k1', 'k2', 'k3'],
    shares: [
      { kita: 'k3', percent: 3_333 },
      { kita: 'k1', percent: 3_334 },
      { kita: 'k2', percent: 3_333 },
    ],
    money: { ...NO_HOLDING, committed: amountsOf(100_00) },
  };

  test('is its share of the sum, the cents that remain by largest remainder, whatever the order', () => {
    const committed = (of: Counted) => [...partsByKita(of)].map(([kita, money]) => [kita, money.committed]);
    expect(committed(thirds)).toEqual([
      ['k1', 33_34],
      ['k2', 33_33],
      ['k3', 33_33],
    ]);
    expect(committed({ ...thirds, shares: thirds.shares?.toReversed() })).toEqual(committed(thirds));
  });

  test('is an equal part where no shares are stated', () => {
    const of = { kitas: ['k2', 'k1'], money: { ...NO_HOLDING, paid: amountsOf(1_01) } };
    expect([...partsByKita(of)].map(([kita, { paid }]) => [kita, paid])).toEqual([
      ['k1', 51],
      ['k2', 50],
    ]);
  });

  test('is the sum with that of the others, to the cent, in every stage', () => {
    fc.assert(
      fc.property(application, (of) => {
        const parts = [...partsByKita(of).values()];
        for (const stage of stages)
          expect(parts.reduce((sum, part) => sum + part[stage], 0)).toBe(totalOf(of.money[stage]));
      }),
    );
  });
});

describe('the sums of a provider', () => {
  test('are the same whether changes are added one by one or everything is reckoned anew', () => {
    fc.assert(
      fc.property(fc.array(application), fc.array(application), (before, after) => {
        const [one, other] = [before.map((of) => ({ ...of, provider: 'verein' })), after];
        const both = one.map((of, n) => [of, { ...(other[n] ?? of), provider: 'verein' }] as const);
        const sums = changeOfSums([...one.map((of) => [{ ...of, money: NO_HOLDING }, of] as const), ...both]);
        expect(
          differingSums(
            [{ provider: 'verein', ...sums }],
            both.map(([, then]) => then),
          ),
        ).toEqual([]);
      }),
    );
  });

  test('are told when they are not what the applications hold', () => {
    const of: Of = { provider: 'verein', kitas: ['k1'], money: { ...NO_HOLDING, paid: amountsOf(5) } };
    const [right] = kept([of]);
    if (!right) return expect.unreachable();
    expect(differingSums([right], [of])).toEqual([]);
    expect(differingSums([], [of])).toEqual(['verein']);
    expect(differingSums([right], [])).toEqual(['verein']);
    expect(differingSums([{ ...right, kitas: {} }], [of])).toEqual(['verein']);
  });

  test('know nothing of an application that holds nothing', () => {
    expect(sumsOf({ kitas: ['k1'], money: NO_HOLDING })).toEqual({ purposes: {}, kitas: {} });
  });
});

describe('the overview of a year', () => {
  test('adds up how far the money has come, by purpose, social area and provider, the largest first', () => {
    const all: Of[] = [
      {
        provider: 'verein',
        purpose: 'french',
        kitas: ['k1', 'k3'],
        shares: [
          { kita: 'k1', percent: 6_000 },
          { kita: 'k3', percent: 4_000 },
        ],
        money: { ...NO_HOLDING, paid: amountsOf(10_00) },
      },
      {
        provider: 'verein',
        purpose: 'french',
        kitas: ['k2'],
        money: { ...NO_HOLDING, committed: amountsOf(5_00) },
      },
      { provider: 'stadt', kitas: ['k4'], money: { ...NO_HOLDING, requested: amountsOf(1_00) } },
      { provider: 'gemeinde', purpose: 'french', kitas: ['k1'], money: NO_HOLDING },
    ];
    const told = (by: (typeof groupings)[number], stage: Stage) =>
      overviewBy(kept(all), by, areaOf).map(({ key, count, money }) => [key, count, money[stage]]);
    expect(told('provider', 'paid')).toEqual([
      ['verein', 2, 10_00],
      ['stadt', 1, 0],
    ]);
    expect(told('purpose', 'committed')).toEqual([
      ['french', 2, 5_00],
      ['none', 1, 0],
    ]);
    expect(told('area', 'paid')).toEqual([
      ['nord', 2, 6_00],
      ['sued', 1, 4_00],
      ['none', 1, 0],
    ]);
  });

  test('has every cent in exactly one line, and behind each line the applications that it is made of', () => {
    fc.assert(
      fc.property(fc.array(application), (all) => {
        for (const by of groupings) {
          const rows = overviewBy(kept(all), by, areaOf);
          for (const stage of stages) {
            const whole = all.reduce((sum, { money }) => sum + totalOf(money[stage]), 0);
            expect(rows.reduce((sum, { money }) => sum + money[stage], 0)).toBe(whole);
            for (const { key, money } of rows) {
              const behind = all.map((of) => behindLine(of, { by, key, areaOf })?.part[stage] ?? 0);
              expect(behind.reduce((sum, part) => sum + part, 0)).toBe(money[stage]);
            }
          }
        }
      }),
    );
  });
});
