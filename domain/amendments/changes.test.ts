import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BudgetApplicationAnswers,
  budgetApplicationAnswers,
} from '../forms/budget-application/answers.ts';
import { applications } from '../forms/budget-application/any-application.test-data.ts';
import { budgetApplicationExample as example } from '../forms/budget-application/example.ts';
import { segmentCost } from '../forms/budget-application/position-cost.ts';
import { totalsOf } from '../forms/budget-application/totals.ts';
import { addUp } from '../money/cents.ts';
import { asGranted } from './as-granted.ts';
import { amended, type Change, ChangeError } from './changes.ts';

const rowsOf = ({ positions }: BudgetApplicationAnswers) =>
  positions.map(({ id, from, to, hours, annualCost, filled }) => [
    id,
    from,
    to,
    hours,
    annualCost,
    segmentCost({ annualCost, from, to }),
    filled,
  ]);
const totalOf = (answers: BudgetApplicationAnswers) => totalsOf(answers).total;
const issueOf = (...changes: Change[]) => {
  try {
    amended(example, changes);
    return undefined;
  } catch (error) {
    return error instanceof ChangeError ? error.issue : error;
  }
};

describe('a position that is otherwise from a day on', () => {
  test('becomes a part before that day, as it was, and one from it on, counted by the day', () => {
    const changed = amended(example, [
      { kind: 'position', position: 'kita-sozialarbeit', from: '2027-07-15', hours: 3_900 },
    ]);
    // 195 and 170 of 365 days; 39 hours cost in proportion what 30 did.
    expect(rowsOf(changed).slice(0, 2)).toEqual([
      ['kita-sozialarbeit', '2027-01-01', '2027-07-14', 3_000, 50_388_00, 26_919_62, true],
      ['kita-sozialarbeit-2', '2027-07-15', '2027-12-31', 3_900, 65_504_40, 30_508_90, true],
    ]);
    expect(changed.positions[2]).toEqual(example.positions[1]);
    expect(budgetApplicationAnswers.safeParse(changed).success).toBe(true);
  });

  test('may be named another cost and another pay group', () => {
    const change = { kind: 'position', position: 'elterncafe', from: '2027-01-01' } as const;
    const changed = amended(example, [{ ...change, annualCost: 30_000_00, payGroup: 'S 9' }]);
    expect(changed.positions[1]).toMatchObject({ id: 'elterncafe', annualCost: 30_000_00, payGroup: 'S 9' });
  });

  test('ends, or was never there', () => {
    const gone = amended(example, [{ kind: 'end', position: 'elterncafe', on: '2027-03-14' }]);
    expect(gone.positions.map(({ id }) => id)).toEqual(['kita-sozialarbeit']);
    const ended = amended(example, [{ kind: 'end', position: 'elterncafe', on: '2027-03-31' }]);
    expect(ended.positions[1]).toMatchObject({ id: 'elterncafe', from: '2027-03-15', to: '2027-03-31' });
  });
});

describe('a vacancy', () => {
  test('lowers the sum by its days, and training with it', () => {
    const changed = amended(example, [
      { kind: 'vacancy', position: 'kita-sozialarbeit', from: '2027-04-01', to: '2027-06-30' },
    ]);
    expect(rowsOf(changed).slice(0, 3)).toEqual([
      ['kita-sozialarbeit', '2027-01-01', '2027-03-31', 3_000, 50_388_00, 12_424_44, true],
      ['kita-sozialarbeit-2', '2027-04-01', '2027-06-30', 3_000, 0, 0, false],
      ['kita-sozialarbeit-3', '2027-07-01', '2027-12-31', 3_000, 50_388_00, 25_401_07, true],
    ]);
    // 1 % of 60,465.51 is less than the 706.56 that were granted.
    expect(totalsOf(changed)).toMatchObject({ personnel: 60_465_51, training: 604_65, total: 58_570_16 });
  });

  test('does not get more expensive by a tariff rise', () => {
    const vacancy = {
      kind: 'vacancy',
      position: 'elterncafe',
      from: '2027-03-15',
      to: '2027-12-31',
    } as const;
    const rise = { kind: 'rise', from: '2027-01-01', rules: [{ amount: 1_000_00 }] } as const;
    const changed = amended(example, [vacancy, { ...rise, rules: [...rise.rules] }]);
    expect(changed.positions[1]?.annualCost).toBe(0);
  });
});

describe('a Kita that changes its provider', () => {
  test('leaves the others what they have of the positions, and its own share up to that day', () => {
    const changed = amended(example, [{ kind: 'kita-left', kita: 'albig-muster', on: '2027-07-31' }]);
    expect(rowsOf(changed)).toEqual([
      ['kita-sozialarbeit', '2027-01-01', '2027-07-31', 3_000, 50_388_00, 29_266_45, true],
      ['kita-sozialarbeit-2', '2027-08-01', '2027-12-31', 1_875, 31_492_50, 13_200_97, true],
      ['elterncafe', '2027-03-15', '2027-07-31', 1_950, 28_300_00, 10_777_26, false],
      ['elterncafe-2', '2027-08-01', '2027-12-31', 1_219, 17_687_50, 7_414_21, false],
    ]);
    // 3/8 of 40,043.71, of 60,658.89 in all.
    expect(changed.shares).toEqual([
      { kita: 'biebelnheim', percent: 7_524 },
      { kita: 'albig-muster', percent: 2_476 },
    ]);
    expect(budgetApplicationAnswers.safeParse(changed).success).toBe(true);
  });

  test('that was the only one ends the period and every position on that day', () => {
    const alone = { ...example, kitas: ['biebelnheim'], shares: [{ kita: 'biebelnheim', percent: 10_000 }] };
    const changed = amended(alone, [{ kind: 'kita-left', kita: 'biebelnheim', on: '2027-02-28' }]);
    expect(changed.period).toEqual({ from: '2027-01-01', to: '2027-02-28' });
    expect(changed.positions.map(({ id, to }) => [id, to])).toEqual([['kita-sozialarbeit', '2027-02-28']]);
    expect(budgetApplicationAnswers.safeParse(changed).success).toBe(true);
  });
});

describe('the last Kita that changes its provider', () => {
  const left = (kita: string, on: string): Change => ({ kind: 'kita-left', kita, on });

  test('ends the grant on that day, also where others left before it', () => {
    const changed = amended(example, [left('albig-muster', '2027-07-31'), left('biebelnheim', '2027-09-30')]);
    expect(changed.period).toEqual({ from: '2027-01-01', to: '2027-09-30' });
    expect(changed.positions.map(({ id, to, hours }) => [id, to, hours])).toEqual([
      ['kita-sozialarbeit', '2027-07-31', 3_000],
      ['kita-sozialarbeit-2', '2027-09-30', 1_875],
      ['elterncafe', '2027-07-31', 1_950],
      ['elterncafe-2', '2027-09-30', 1_219],
    ]);
  });

  test('may be one of several that leave together, or one after the other by two amendments', () => {
    const together = [left('albig-muster', '2027-07-31'), left('biebelnheim', '2027-07-31')];
    const both = amended(example, together);
    expect(both.period.to).toBe('2027-07-31');
    expect(both.positions.every(({ to }) => to === '2027-07-31')).toBe(true);
    const gone = [{ kita: 'albig-muster', on: '2027-07-31' }];
    const first = amended(example, together.slice(0, 1));
    const after = amended(first, together.slice(1), { gone });
    expect([after.period, after.positions]).toEqual([both.period, both.positions]);
  });

  test('leaves no earlier than another one that has left, and not twice', () => {
    const gone = [{ kita: 'albig-muster', on: '2027-07-31' }];
    const issueAfter = (one: Change) => {
      try {
        return amended(example, [one], { gone });
      } catch (error) {
        return (error as ChangeError).issue;
      }
    };
    expect(issueAfter(left('biebelnheim', '2027-06-30'))).toEqual({
      path: ['changes', 0, 'on'],
      message: 'date-too-early',
    });
    expect(issueAfter(left('albig-muster', '2027-08-31'))).toMatchObject({ message: 'unknown-choice' });
  });
});

test('what does not fit the grant is named by the change’s number', () => {
  const fits: Change = { kind: 'end', position: 'elterncafe', on: '2027-06-30' };
  expect(issueOf(fits, { ...fits, position: 'nobody' })).toEqual({
    path: ['changes', 1, 'position'],
    message: 'unknown-choice',
  });
  expect(issueOf({ ...fits, on: '2028-01-01' })).toMatchObject({ message: 'outside-period' });
  expect(issueOf({ kind: 'kita-left', kita: 'wahlheim', on: '2027-06-30' })).toMatchObject({
    path: ['changes', 0, 'kita'],
  });
  const backwards = { from: '2027-06-30', to: '2027-06-29' };
  expect(issueOf({ kind: 'vacancy', position: 'elterncafe', ...backwards })).toMatchObject({
    path: ['changes', 0, 'to'],
    message: 'before-start',
  });
});

/** Any change that fits what is granted. */
const fitting = (answers: BudgetApplicationAnswers) => {
  const { year, positions, kitas } = answers;
  const day = fc.nat(364).map((n) => new Date(Date.UTC(year, 0, 1 + n)).toISOString().slice(0, 10));
  const position = fc.constantFrom(...positions.map(({ id }) => id));
  return fc.oneof(
    fc.record({
      kind: fc.constant('position' as const),
      position,
      from: day,
      hours: fc.integer({ min: 1, max: 3_900 }),
    }),
    fc.tuple(position, day, day).map(([of, a, b]) => ({
      kind: 'vacancy' as const,
      position: of,
      from: a < b ? a : b,
      to: a < b ? b : a,
    })),
    fc.record({ kind: fc.constant('end' as const), position, on: day }),
    fc.record({
      kind: fc.constant('rise' as const),
      from: day,
      rules: fc.array(
        fc.record({
          payGroup: fc.option(fc.constantFrom('S12', 's 11b'), { nil: undefined }),
          percent: fc.nat(1_000),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
    fc.record({ kind: fc.constant('kita-left' as const), kita: fc.constantFrom(...kitas), on: day }),
  );
};
const cases = applications.chain((answers) => fc.tuple(fc.constant(answers), fitting(answers)));
const daysIn = ({ positions }: BudgetApplicationAnswers) =>
  positions.flatMap(({ id, from, to }) => [
    [id, from],
    [id, to],
  ]);

test('whatever changes, the positions lie in the period, shares are the whole, and caps hold', () => {
  fc.assert(
    fc.property(cases, ([answers, one]) => {
      const after = amended(answers, [one]);
      const { success, error } = budgetApplicationAnswers.safeParse(after);
      // An application that has lost its last position is no application: that is for a person to see.
      if (after.positions.length === 0) expect(error?.issues[0]?.path[0]).toBe('positions');
      else expect([success, error?.issues]).toEqual([true, undefined]);
      expect(addUp(after.shares.map(({ percent }) => percent))).toBe(10_000);
      expect(new Set(after.positions.map(({ id }) => id)).size).toBe(after.positions.length);
    }),
  );
});

test('parts of a position neither overlap nor leave a day out that it had', () => {
  fc.assert(
    fc.property(cases, ([answers, one]) => {
      if (one.kind === 'end' || one.kind === 'kita-left') return;
      const after = amended(answers, [one]);
      const days = (rows: typeof after.positions) =>
        addUp(rows.map(({ from, to }) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1));
      expect(days(after.positions)).toBe(days(answers.positions));
      expect(daysIn(after).every(([, on]) => (on ?? '') <= answers.period.to)).toBe(true);
    }),
  );
});

test('a vacancy, an end and a Kita that leaves never cost more, a rise never less', () => {
  fc.assert(
    fc.property(cases, ([answers, one]) => {
      if (one.kind === 'position') return;
      const [before, after] = [totalOf(answers), totalOf(amended(answers, [one]))];
      // Each part of a position is rounded once: it may be half a cent more than the whole was.
      const slack = answers.positions.length + 1;
      if (one.kind === 'rise') expect(after).toBeGreaterThanOrEqual(before - slack);
      else expect(after).toBeLessThanOrEqual(before + slack);
    }),
  );
});

test('no change changes nothing', () => {
  fc.assert(
    fc.property(applications, (answers) => {
      expect(amended(answers, [])).toEqual(answers);
    }),
  );
});

describe('a partial grant', () => {
  test('begins with positions that cost what was granted of them', () => {
    const granted = {
      positions: [
        { id: 'kita-sozialarbeit', amount: 50_388_00 },
        { id: 'elterncafe', amount: 11_500_00 },
      ],
      training: 612_00,
      thirdParty: 2_500_00,
    };
    const begins = asGranted(example, granted);
    expect(begins.positions[0]).toEqual(example.positions[0]);
    expect(begins.positions[1]).toMatchObject({ annualCost: 14_375_00 });
    expect(totalsOf(begins)).toMatchObject({ total: 60_000_00, training: 612_00 });
  });

  test('begins with exactly the sum, whatever was granted of each position', () => {
    const partial = applications.chain((answers) =>
      fc.tuple(
        fc.constant(answers),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }),
      ),
    );
    fc.assert(
      fc.property(partial, ([answers, parts]) => {
        const positions = answers.positions.map((row, n) => ({
          id: row.id,
          amount: Math.floor((segmentCost(row) ?? 0) * (parts[n] ?? 0)),
        }));
        const { training, thirdParty } = answers;
        const begins = asGranted(answers, { positions, training, thirdParty });
        const sum = addUp([...positions.map(({ amount }) => amount), training]);
        expect(totalOf(begins)).toBe(Math.max(0, sum - thirdParty));
      }),
    );
  });
});
