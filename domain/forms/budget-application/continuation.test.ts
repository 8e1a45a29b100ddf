import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BudgetApplicationAnswers, budgetApplicationAnswers } from './answers.ts';
import { applications } from './any-application.test-data.ts';
import { continuationOf, isUnchangedContinuation } from './continuation.ts';
import { budgetApplicationDraft } from './draft.ts';
import { budgetApplicationExample } from './example.ts';
import { paidTo } from './paid-to.ts';

const example = budgetApplicationExample;
const [position] = example.positions;
if (!position) throw new Error('the example has a position');

/** The draft as it is sent when nothing else is changed. */
const sent = (granted: BudgetApplicationAnswers, change: object = {}): BudgetApplicationAnswers =>
  budgetApplicationAnswers.parse({
    ...continuationOf(granted),
    declarations: granted.declarations,
    signature: { name: 'Eva Muster', on: '2027-10-01' },
    ...change,
  });

test('last year’s grant is this year’s draft, without what must be given anew', () => {
  const draft = continuationOf({ ...example, attachments: ['f-1'] });
  expect(budgetApplicationDraft.parse(draft)).toEqual(draft);
  expect(draft).toMatchObject({
    year: 2028,
    period: { from: '2028-01-01', to: '2028-12-31' },
    positions: [
      { id: 'kita-sozialarbeit', hours: 3_000, from: '2028-01-01', to: '2028-12-31' },
      { id: 'elterncafe', hours: 1_950, from: '2028-03-15', to: '2028-12-31' },
    ],
    iban: example.iban,
  });
  expect(draft).not.toHaveProperty('signature');
  expect(draft).not.toHaveProperty('declarations');
  expect(draft).not.toHaveProperty('attachments');
});

test('goes on with the account that is paid to by now, and not with the one that was abandoned', () => {
  const payee = { holder: 'Verein, neue Bank', iban: 'DE02120300000000202051' };
  expect(continuationOf(paidTo(example, payee))).toMatchObject({
    accountHolder: payee.holder,
    iban: payee.iban,
  });
  const withNew = sent(example, { accountHolder: payee.holder, iban: payee.iban });
  expect(isUnchangedContinuation(paidTo(example, payee), withNew)).toBe(true);
  // The old account is a change by now, and somebody looks at it.
  expect(isUnchangedContinuation(paidTo(example, payee), sent(example))).toBe(false);
  expect(isUnchangedContinuation(paidTo(example, undefined), sent(example))).toBe(true);
});

describe('a position that ran', () => {
  test.each([
    [
      'to the end of February, then in a leap year',
      2027,
      '2027-01-01',
      '2027-02-28',
      '2028-01-01',
      '2028-02-29',
    ],
    ['to the leap day', 2028, '2028-01-01', '2028-02-29', '2029-01-01', '2029-02-28'],
    ['to the day before the leap day', 2028, '2028-01-01', '2028-02-28', '2029-01-01', '2029-02-28'],
    ['from the leap day', 2028, '2028-02-29', '2028-12-31', '2029-03-01', '2029-12-31'],
    ['from 1 March', 2027, '2027-03-01', '2027-12-31', '2028-03-01', '2028-12-31'],
    ['on the leap day alone', 2028, '2028-02-29', '2028-02-29', '2029-03-01', '2029-03-01'],
    ['in the middle of a month', 2027, '2027-03-15', '2027-06-30', '2028-03-15', '2028-06-30'],
  ])('%s keeps its place in the year', (_when, year, from, to, laterFrom, laterTo) => {
    const granted = { ...example, year, positions: [{ ...position, from, to }] };
    expect(continuationOf(granted).positions).toMatchObject([{ from: laterFrom, to: laterTo }]);
  });
});

test('parts of a year that met still meet a year later, without a gap or a day that is paid twice', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2021, max: 2040 }), fc.nat(363), (year, n) => {
      const dateAt = (days: number) => new Date(Date.UTC(year, 0, 1 + days)).toISOString().slice(0, 10);
      const parts = [
        { ...position, id: 'a', from: `${year}-01-01`, to: dateAt(n) },
        { ...position, id: 'b', from: dateAt(n + 1), to: `${year}-12-31` },
      ];
      const [a, b] = continuationOf({ ...example, year, positions: parts }).positions ?? [];
      const dayAfter = new Date(Date.parse(`${a?.to}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
      expect(b?.from).toBe(dayAfter);
      expect(a?.from).toBe(`${year + 1}-01-01`);
      expect(b?.to).toBe(`${year + 1}-12-31`);
    }),
  );
});

describe('an application continues last year’s grant unchanged', () => {
  test('when only the dates and the signature are new', () => {
    expect(isUnchangedContinuation(example, sent(example))).toBe(true);
    expect(isUnchangedContinuation({ ...example, attachments: ['f-1'] }, sent(example))).toBe(true);
    // Each year has goals of its own.
    const last = { ...example, countyGoals: ['g-1'] };
    expect(continuationOf(last).countyGoals).toBeUndefined();
    expect(isUnchangedContinuation(last, sent(last, { countyGoals: ['g-2'] }))).toBe(true);
  });

  test.each<[string, object]>([
    ['another account', { iban: 'LU280019400644750000' }],
    ['a new goal', { goals: 'Mehr Familien' }],
    ['less third-party money', { thirdParty: 0 }],
    [
      'other shares',
      {
        shares: [
          { kita: 'biebelnheim', percent: 5_000 },
          { kita: 'albig-muster', percent: 5_000 },
        ],
      },
    ],
    [
      'a position that starts on another day',
      {
        positions: continuationOf(example).positions?.map((row) =>
          row.id === 'elterncafe' ? { ...row, from: '2028-03-16' } : row,
        ),
      },
    ],
    ['an attachment', { attachments: ['f-2'] }],
  ])('but not with %s', (_what, change) => {
    expect(isUnchangedContinuation(example, sent(example, change))).toBe(false);
  });

  test('and not the year after next, nor the same year', () => {
    const next = sent(example);
    expect(isUnchangedContinuation(example, sent(next))).toBe(false);
    expect(isUnchangedContinuation(example, example)).toBe(false);
  });

  test('whatever was granted', () => {
    fc.assert(
      fc.property(applications, (granted) => {
        const draft = continuationOf(granted);
        const { declarations, signature } = granted;
        expect(isUnchangedContinuation(granted, { ...draft, declarations, signature } as never)).toBe(true);
      }),
    );
  });
});
