import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eachStage } from '../budget/account.ts';
import { amountsOf, plus, totalOf } from '../budget/amounts.ts';
import { emptyFrame, type Frame } from '../budget/frame.ts';
import { type Holding, NO_HOLDING } from '../budget/holding.ts';
import { budgetOf } from '../money/shares.ts';
import { closing, closingOf, hindering } from './closing.ts';
import { CLOSING_DEFAULTS } from './settings.ts';
import { isWhole, unsettledOf } from './unsettled.ts';

const ID = '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6a';
const frameOf = (figure: number, voluntary: number, sums: Partial<Holding> = {}): Frame => ({
  ...emptyFrame(2027),
  state: 'in-force',
  figures: { state: figure, county: budgetOf(figure).county, voluntary },
  sums: { ...NO_HOLDING, ...sums },
});

describe('the settlement of a year', () => {
  test('of 2,350,000.00 € proven, of which 117,985.00 € voluntary: state 1,339,209.00 €, county 1,010,791.00 €', () => {
    const frame = frameOf(133_920_900, 11_798_500, { accepted: amountsOf(223_201_500, 11_798_500) });
    expect(closingOf(frame, [], CLOSING_DEFAULTS)).toEqual({
      figures: { state: 133_920_900, county: 89_280_600, voluntary: 11_798_500 },
      proven: 235_000_000,
      settlement: { state: 133_920_900, county: 101_079_100 },
      returned: 0,
      toState: 0,
      carriedOver: 0,
      released: 0,
      unsettled: [],
    });
  });

  test('says what goes back to the state, what is carried over and what is released', () => {
    const frame = frameOf(60_000_00, 5_000_00, {
      accepted: amountsOf(47_489_71, 1_000_00),
      returned: amountsOf(23_744_85),
    });
    // 60 % of 48,489.71 € are 29,093.83 €; the county bears 19,395.88 € of its 45,000.00 €.
    expect(closingOf(frame, [], { ...CLOSING_DEFAULTS, carryOver: 'voluntary' })).toMatchObject({
      settlement: { state: 29_093_83, county: 19_395_88 },
      toState: 30_906_17,
      carriedOver: 4_000_00,
      released: 21_604_12,
      returned: 23_744_85,
    });
    expect(closingOf(frame, [], { ...CLOSING_DEFAULTS, carryOver: 'county' })).toMatchObject({
      carriedOver: 25_604_12,
      released: 0,
    });
  });

  test('accounts for every cent of the figures, whatever was proven', () => {
    const sum = fc.nat(200_000_000);
    fc.assert(
      fc.property(
        sum,
        sum,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom('none', 'voluntary', 'county'),
        (figure, voluntary, part, carryOver) => {
          const total = budgetOf(figure).total;
          const accepted = amountsOf(Math.floor(total * part), Math.floor(voluntary * part));
          const frame = frameOf(figure, voluntary, { accepted });
          const found = closingOf(frame, [], { despite: [], carryOver });
          closing.parse(found);
          expect(found.proven + found.toState + found.carriedOver + found.released).toBe(
            totalOf(frame.figures),
          );
          expect(found.settlement.state + found.settlement.county).toBe(found.proven);
          expect(Math.min(found.toState, found.carriedOver, found.released)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe('what cannot be settled yet', () => {
  test('is all that the frame knows of, or the list lacks a head', () => {
    const stage = fc.nat(1_000_00).map((regular) => amountsOf(regular));
    const holding = fc
      .record({ requested: stage, reserved: stage, committed: stage, paid: stage, accepted: stage })
      .map((some): Holding => ({ ...NO_HOLDING, ...some }));
    fc.assert(
      fc.property(fc.array(holding, { minLength: 1, maxLength: 5 }), fc.nat(), (holdings, n) => {
        const sums = holdings.reduce((all, one) => eachStage((stage) => plus(all[stage], one[stage])));
        const listed = holdings.map((money) => unsettledOf({ id: ID, money }, 'check'));
        expect(isWhole(listed.flat(), { sums })).toBe(true);
        const missing = n % listed.length;
        const without = listed.filter((_, at) => at !== missing).flat();
        expect(isWhole(without, { sums })).toBe(listed[missing]?.length === 0);
      }),
    );
  });

  const paid: Holding = { ...NO_HOLDING, paid: amountsOf(100_00) };

  test.each([
    [undefined, 'proof-awaited'],
    ['filing', 'proof-awaited'],
    ['missing', 'proof-awaited'],
    ['check', 'proof-in-check'],
    ['queries', 'proof-in-check'],
    ['hearing', 'claim-open'],
    ['approval', 'claim-open'],
    ['objection', 'claim-open'],
    ['repayment', 'repayment-awaited'],
  ])('of what was paid, with its proof at %s, is listed as %s', (at, reason) => {
    expect(unsettledOf({ id: ID, money: paid }, at)).toEqual([{ application: ID, reason, amount: 100_00 }]);
  });

  test('is also what is undecided, and what is committed and not paid; what is settled is not listed', () => {
    const money = {
      ...NO_HOLDING,
      requested: amountsOf(1_00),
      reserved: amountsOf(2_00),
      committed: amountsOf(4_00),
    };
    expect(unsettledOf({ id: ID, money }, undefined)).toEqual([
      { application: ID, reason: 'undecided', amount: 3_00 },
      { application: ID, reason: 'unpaid', amount: 4_00 },
    ]);
    const done = { ...NO_HOLDING, accepted: amountsOf(1_00), returned: amountsOf(2_00) };
    expect(unsettledOf({ id: ID, money: done }, 'closed')).toEqual([]);
  });

  test('hinders the closing, unless the county closes despite it', () => {
    const unsettled = unsettledOf({ id: ID, money: { ...paid, committed: amountsOf(1_00) } }, 'filing');
    const found = closingOf(frameOf(1_000_00, 0), unsettled, CLOSING_DEFAULTS);
    expect(hindering(found, CLOSING_DEFAULTS).map(({ reason }) => reason)).toEqual([
      'unpaid',
      'proof-awaited',
    ]);
    expect(hindering(found, { ...CLOSING_DEFAULTS, despite: ['unpaid'] })).toHaveLength(1);
  });
});
