import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applications } from '../../../../domain/forms/budget-application/any-application.test-data.ts';
import { differencesOf } from '../../../../domain/forms/budget-application/differences.ts';
import { budgetApplicationExample as base } from '../../../../domain/forms/budget-application/example.ts';
import { answersOf, valuesOf } from '../form/values.ts';
import { areSame, merged, sidesOf } from './merge.ts';

const [first, second] = base.positions;
const withHours = (hours: number) => ({
  ...base,
  positions: base.positions.map((row) => (row === second ? { ...row, hours } : row)),
});

describe('two states of one application', () => {
  it('become one, field by field as somebody chooses', () => {
    const mine = { ...base, goals: 'meine', reasons: 'meine' };
    const theirs = { ...withHours(2_000), goals: 'ihre' };
    const both = answersOf(merged(valuesOf(mine), theirs, ['goals', 'positions.elterncafe.hours']));
    expect(both).toEqual({ ...withHours(2_000), goals: 'ihre', reasons: 'meine' });
  });

  it('become one with a row that only one of them has, or no longer has', () => {
    const without = { ...base, positions: first ? [first] : [] };
    expect(answersOf(merged(valuesOf(without), base, ['positions.elterncafe']))).toEqual(base);
    expect(answersOf(merged(valuesOf(base), without, ['positions.elterncafe']))).toEqual(without);
  });

  it('keep what was typed and cannot be read yet', () => {
    const values = { ...valuesOf(base), training: 'rund 700' };
    expect(merged(values, { ...base, goals: 'ihre' }, ['goals'])).toMatchObject({ training: 'rund 700' });
  });

  it('need a choice only where both were changed', () => {
    const mine = { ...withHours(1_000), reasons: 'meine', iban: 'DE02120300000000202051' };
    const theirs = { ...withHours(2_000), goals: 'ihre', iban: 'DE02120300000000202051' };
    expect(sidesOf(base, mine, theirs)).toEqual({ reasons: 'mine', goals: 'theirs' });
    const removed = { ...base, positions: first ? [first] : [] };
    expect(sidesOf(base, mine, removed)).not.toHaveProperty('positions.elterncafe');
  });

  it('are the one or the other, when everything is taken from one side', () => {
    fc.assert(
      fc.property(applications, applications, (mine, theirs) => {
        const paths = differencesOf(mine, theirs).map(({ path }) => path);
        expect(areSame(answersOf(merged(valuesOf(mine), theirs, paths)), theirs)).toBe(true);
        expect(areSame(answersOf(merged(valuesOf(mine), theirs, [])), mine)).toBe(true);
      }),
    );
  });
});
