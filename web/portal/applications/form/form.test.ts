import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tree } from '../../../../domain/forms/budget-application/differences.ts';
import type { BudgetApplicationDraft } from '../../../../domain/forms/budget-application/draft.ts';
import { budgetApplicationExample } from '../../../../domain/forms/budget-application/example.ts';
import { issuesOf, nameOf, pathOf } from './issues.ts';
import { tidied } from './kinds.ts';
import { savableOf } from './savable.ts';
import { sectionNames, sectionOf } from './sections.ts';
import { answersOf, emptyRow, type FormValues, keyOfRow, valuesOf } from './values.ts';

const example = () => valuesOf(budgetApplicationExample);
const typed = (change: object): FormValues => ({ ...example(), ...change });
const row = (values: FormValues, id: string) =>
  (values.positions as Record<string, Record<string, unknown>>)[keyOfRow(id)] ?? {};
const withRow = (change: object) => {
  const values = example();
  Object.assign(row(values, 'elterncafe'), change);
  return answersOf(values);
};

describe('what is typed into the application', () => {
  it('is what the application says', () => {
    expect(answersOf(example())).toEqual(budgetApplicationExample);
    expect(issuesOf(answersOf(example()))).toEqual([]);
  });

  it('is written as people write it', () => {
    expect(example()).toMatchObject({ training: '706,56', period: { from: '01.01.2027' }, year: '2027' });
    expect(row(example(), 'elterncafe')).toMatchObject({
      hours: '19,50',
      filled: 'no',
      annualCost: '28.300,00',
    });
  });

  it('is nothing while nothing is typed', () => {
    expect(answersOf(valuesOf({}))).toEqual({});
    expect(savableOf({}).left).toEqual([]);
  });

  it('keeps a row whose fields are empty, and the Kitas that have no share yet', () => {
    const draft: BudgetApplicationDraft = { kitas: ['a', '7'], positions: [{ id: '12' }] };
    const values = valuesOf(draft);
    expect(row(values, '12')).toEqual(emptyRow('positions'));
    expect(answersOf(values)).toEqual({ ...draft, shares: [{ kita: 'a' }, { kita: '7' }] });
  });

  it('is read the German way, and tidied when somebody leaves the field', () => {
    expect(withRow({ hours: '7,5', annualCost: '1234,5 €', from: '1.3.27' }).positions).toMatchObject([
      {},
      { hours: 750, annualCost: 123_450, from: '2027-03-01' },
    ]);
    expect(tidied('positions.hours', '7,5')).toBe('7,50');
    expect(tidied('training', '1234,5 €')).toBe('1.234,50');
    expect(tidied('period.from', '1.3.27')).toBe('01.03.2027');
    expect(tidied('training', '1.234')).toBe('1.234');
    expect(tidied('provider.name', ' VG ')).toBe(' VG ');
    expect(tidied('training', '')).toBe('');
  });

  it('that cannot be read is called what it is, not missing', () => {
    const wrong = (change: object) =>
      issuesOf(withRow(change)).map(({ path, message }) => [path.join('.'), message]);
    expect(wrong({ hours: 'halb' })).toEqual([['positions.1.hours', 'hours']]);
    expect(wrong({ annualCost: '1.234' })).toEqual([['positions.1.annualCost', 'amount']]);
    expect(wrong({ from: '31.2.2027' })).toEqual([['positions.1.from', 'date']]);
    expect(wrong({ hours: '' })).toEqual([['positions.1.hours', 'required']]);
  });

  it('is saved but for what cannot be read', () => {
    const { draft, left } = savableOf({
      ...withRow({ hours: 'halb', annualCost: '1.234' }),
      goals: 'x'.repeat(3_001),
    });
    expect(left.map(({ path }) => path.join('.'))).toEqual([
      'goals',
      'positions.1.hours',
      'positions.1.annualCost',
    ]);
    expect(draft.goals).toBeUndefined();
    const { hours: _hours, annualCost: _cost, ...rest } = budgetApplicationExample.positions[1] ?? {};
    expect(draft.positions).toEqual([budgetApplicationExample.positions[0], rest]);
  });

  it('can always be saved in part, whatever it is', () => {
    const anything = fc.oneof(fc.string(), fc.constantFrom('', '12,5', '1.1.2027', 'x'.repeat(4_000)));
    const anyRow = fc.record({ hours: anything, from: anything, annualCost: anything, function: anything });
    fc.assert(
      fc.property(anything, anything, fc.array(anyRow, { maxLength: 3 }), (goals, training, rows) => {
        const values = typed({
          goals,
          training,
          order: rows.map((_, n) => `_${n}`),
          positions: Object.fromEntries(rows.map((one, n) => [`_${n}`, one])),
        });
        const { draft } = savableOf(answersOf(values));
        expect(savableOf(draft).left).toEqual([]);
        expect(draft.positions ?? []).toHaveLength(rows.length);
      }),
    );
  });
});

describe('an input', () => {
  it('is found by place, as a schema counts, and by id, as a query says', () => {
    const answers = answersOf(example());
    expect(nameOf(['positions', 1, 'hours'], answers)).toBe('positions._elterncafe.hours');
    expect(nameOf('positions.elterncafe.hours'.split('.'), answers)).toBe('positions._elterncafe.hours');
    expect(nameOf('positions.1.hours'.split('.'), answers)).toBe('positions._elterncafe.hours');
    expect(nameOf(['shares', 0, 'percent'], answers)).toBe('shares._biebelnheim.percent');
    expect(nameOf(['shares'], answers)).toBe('shares');
    expect(nameOf(['kitas', 0], answers)).toBe('kitas');
    expect(nameOf(['provider', 'contact', 'email'], answers)).toBe('provider.contact.email');
    expect(pathOf('positions._elterncafe.hours')).toBe('positions.elterncafe.hours');
  });

  it('stands in a section', () => {
    expect(new Set(Object.keys(tree).map(sectionOf))).toEqual(new Set(sectionNames));
  });
});
