import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Distribution, distribute, type Measured, type Share } from './distribute.ts';
import type { DistributionRule } from './rule.ts';

const rule = (change: Partial<DistributionRule> = {}): DistributionRule => ({
  basic: 0,
  components: [
    { code: 'children', name: 'Kinder unter 7', weight: 4_000, indicator: 'under-7' },
    { code: 'sgb2', name: 'davon im SGB II', weight: 6_000, indicator: 'sgb2' },
  ],
  ...change,
});
const kita = (id: string, under7: number, sgb2: number): Measured => ({
  kita: id,
  values: { 'under-7': under7, sgb2 },
});
const shared = (...of: Parameters<typeof distribute>): Distribution => {
  const distribution = distribute(...of);
  if (!distribution.ok) throw new Error(`refused: ${distribution.refusal}`);
  return distribution;
};
const amountsOf = ({ shares }: { shares: Share[] }) => shares.map(({ kita: id, amount }) => [id, amount]);

describe('the distribution of domain.md', () => {
  test('gives who has 2.5 % of the children and 2.0 % of those in SGB II 2.2 % of 51,250,000.00', () => {
    const { shares, components } = shared(51_250_000_00, rule(), [
      kita('here', 25, 6),
      kita('elsewhere', 975, 294),
    ]);
    expect(components).toEqual([
      { code: 'children', amount: 20_500_000_00, total: 1_000 },
      { code: 'sgb2', amount: 30_750_000_00, total: 300 },
    ]);
    expect(shares.find((one) => one.kita === 'here')).toEqual({
      kita: 'here',
      amount: 1_127_500_00,
      basic: 0,
      parts: [
        { component: 'children', value: 25, amount: 512_500_00 },
        { component: 'sgb2', value: 6, amount: 615_000_00 },
      ],
    });
  });
});

describe('a share', () => {
  test('begins with the basic share, and the rest is weighed', () => {
    const { shares } = shared(1_000_00, rule({ basic: 100_00 }), [kita('a', 1, 0), kita('b', 1, 1)]);
    expect(shares).toEqual([
      {
        kita: 'a',
        amount: 260_00,
        basic: 100_00,
        parts: [
          { component: 'children', value: 1, amount: 160_00 },
          { component: 'sgb2', value: 0, amount: 0 },
        ],
      },
      {
        kita: 'b',
        amount: 740_00,
        basic: 100_00,
        parts: [
          { component: 'children', value: 1, amount: 160_00 },
          { component: 'sgb2', value: 1, amount: 480_00 },
        ],
      },
    ]);
  });

  test('goes by the points that a value reaches, where the concept has a table', () => {
    const points = [
      { from: 1_000, points: 1 },
      { from: 2_500, points: 3 },
    ];
    const components = [{ code: 'need', name: 'Bedarf', weight: 10_000, indicator: 'sgb2', points }];
    const { shares } = shared(400_00, rule({ components }), [
      kita('below', 0, 999),
      kita('first', 0, 1_000),
      kita('last', 0, 2_499),
      kita('top', 0, 2_500),
    ]);
    expect(shares.map(({ kita: id, amount, parts }) => [id, parts[0]?.points, amount])).toEqual([
      ['below', 0, 0],
      ['first', 1, 80_00],
      ['last', 1, 80_00],
      ['top', 3, 240_00],
    ]);
  });

  test('gets the cent that remains by largest remainder, of equal ones who comes first by id', () => {
    const components = [{ code: 'all', name: 'Kinder', weight: 10_000, indicator: 'sgb2' }];
    const thirds = ['c', 'a', 'b'].map((id) => kita(id, 0, 1));
    expect(amountsOf(shared(100_00, rule({ components }), thirds))).toEqual([
      ['a', 33_34],
      ['b', 33_33],
      ['c', 33_33],
    ]);
  });
});

test.each([
  ['no-kitas', undefined, 100, rule(), []],
  ['kita-twice', undefined, 100, rule(), [kita('a', 1, 1), kita('b', 1, 1), kita('a', 1, 1)]],
  ['basic-too-much', undefined, 199, rule({ basic: 100 }), [kita('a', 1, 1), kita('b', 1, 1)]],
  ['indicator-missing', 'sgb2', 100, rule(), [kita('a', 1, 1), { kita: 'b', values: { 'under-7': 2 } }]],
  ['component-empty', 'sgb2', 100, rule(), [kita('a', 1, 0), kita('b', 1, 0)]],
] as const)('nothing is distributed when: %s', (refusal, component, sum, by, kitas) => {
  expect(distribute(sum, by, kitas)).toEqual({ ok: false, refusal, ...(component && { component }) });
});

const weightsOf = (n: number) =>
  fc
    .array(fc.integer({ min: 1, max: 9_999 }), { minLength: n - 1, maxLength: n - 1 })
    .map((cuts) => [0, ...cuts.toSorted((a, b) => a - b), 10_000])
    .map((cuts) => cuts.slice(1).map((cut, at) => cut - (cuts[at] ?? 0)))
    .filter((weights) => weights.every((weight) => weight > 0));

/** A concept with one to three components, the second one by points, and Kitas in any order. */
const situations = fc
  .record({
    weights: fc.integer({ min: 1, max: 3 }).chain(weightsOf),
    basic: fc.nat(500),
    sum: fc.integer({ min: 100_000, max: 5_000_000_00 }),
    values: fc.array(fc.tuple(fc.nat(300), fc.nat(10_000), fc.nat(90)), { minLength: 1, maxLength: 60 }),
  })
  .map(({ weights, basic, sum, values }) => {
    const points = [
      { from: 0, points: 1 },
      { from: 2_000, points: 2 },
      { from: 5_000, points: 5 },
    ];
    const components = weights.map((weight, n) => ({
      code: `c${n}`,
      name: `Teil ${n}`,
      weight,
      indicator: `i${n}`,
      ...(n === 1 && { points }),
    }));
    const kitas = values.map(([i0, i1, i2], n) => ({
      kita: `kita-${String(n * 7919).padStart(6, '0')}`,
      // The first one has something of everything, so that no component is empty.
      values: { i0: i0 + Number(n === 0), i1, i2: i2 + Number(n === 0) },
    }));
    return { sum, by: { basic, components }, kitas };
  });

describe('any distribution', () => {
  test('adds up to the sum, to the cent, and each share to its explained parts', () => {
    fc.assert(
      fc.property(situations, ({ sum, by, kitas }) => {
        const { shares, components } = shared(sum, by, kitas);
        expect(shares.reduce((all, { amount }) => all + amount, 0)).toBe(sum);
        for (const { amount, basic, parts } of shares)
          expect(parts.reduce((all, part) => all + part.amount, basic)).toBe(amount);
        for (const [c, { amount }] of components.entries())
          expect(shares.reduce((all, { parts }) => all + (parts[c]?.amount ?? 0), 0)).toBe(amount);
      }),
    );
  });

  test('is the same in whatever order the Kitas are given', () => {
    fc.assert(
      fc.property(
        situations.chain((of) =>
          fc.tuple(fc.constant(of), fc.shuffledSubarray(of.kitas, { minLength: of.kitas.length })),
        ),
        ([{ sum, by, kitas }, shuffled]) => {
          expect(distribute(sum, by, shuffled)).toEqual(distribute(sum, by, kitas));
        },
      ),
    );
  });

  test('is explained by it: each part is the exact share rounded down or up', () => {
    fc.assert(
      fc.property(situations, ({ sum, by, kitas }) => {
        const { shares, components } = shared(sum, by, kitas);
        for (const { parts } of shares)
          for (const [c, { value, points, amount }] of parts.entries()) {
            const { amount: of, total } = components[c] ?? { amount: 0, total: 1 };
            const over = BigInt(amount) * BigInt(total) - BigInt(of) * BigInt(points ?? value);
            expect(-BigInt(total) < over && over < BigInt(total)).toBe(true);
          }
      }),
    );
  });
});

test.each([1, 100, 2_500, 60_000])('%d Kitas share a year’s budget to the cent', (count) => {
  const kitas = Array.from({ length: count }, (_, n) =>
    kita(`kita-${n}`, 20 + ((n * 37) % 101), (n * 13) % 29),
  );
  const sum = 2_232_015_00 * Math.max(1, Math.ceil(count / 100)) + 1;
  // One Kita alone has nobody in SGB II: its component would be empty.
  const measured = count === 1 ? [kita('only', 25, 6)] : kitas;
  const { shares } = shared(sum, rule({ basic: 1_000_00 }), measured);
  expect(shares).toHaveLength(count);
  expect(shares.reduce((all, { amount }) => all + amount, 0)).toBe(sum);
});
