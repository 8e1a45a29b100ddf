import { describe, expect, test } from 'vitest';
import { proofOfUseExample as proof } from './example.ts';
import { changedUnnamed, isReturnable } from './reopened.ts';

const withCost = (cost: number) => ({
  ...proof,
  positions: proof.positions.map((row, n) => (n === 0 ? { ...row, cost } : row)),
});

describe('a proof that was returned', () => {
  test('opens the named field, the reason that belongs to it, and the receipts that follow it', () => {
    const changed = {
      ...withCost(45_000_00),
      receipts: [{ id: 'neu', on: '2027-12-15', amount: 45_000_00, purpose: 'Lohnkonto' }],
      signature: { name: 'Vera Verein', on: '2028-04-20' },
    };
    expect(changedUnnamed(proof, changed, ['positions.kita-sozialarbeit.cost'])).toEqual([]);
    expect(changedUnnamed(proof, changed, ['report.goals'])).toEqual([
      'positions.kita-sozialarbeit.cost',
      'receipts.b1',
      'receipts.b2',
      'receipts.b3',
      'receipts.neu',
    ]);
  });

  test('opens nothing else: not another position, not what was declared', () => {
    const changed = { ...withCost(45_000_00), declarations: { ...proof.declarations, truthful: false } };
    expect(changedUnnamed(proof, changed, ['positions.elterncafe', 'receipts'])).toEqual([
      'positions.kita-sozialarbeit.cost',
      'declarations.truthful',
    ]);
  });

  test.each([
    ['positions', true],
    ['positions.elterncafe', true],
    ['positions.elterncafe.months', true],
    ['report.goals', true],
    ['receipts', true],
    ['positions.elterncafe.id', false],
    ['positions.other', false],
    ['constructor', false],
  ])('can name %s: %s', (path, is) => {
    expect(isReturnable(path, proof)).toBe(is);
  });
});
