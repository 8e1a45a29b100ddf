import { describe, expect, it } from 'vitest';
import { budgetApplicationExample } from '../../../../domain/forms/budget-application/example.ts';
import { askedParts, readParts, sumOfParts, type TypedParts, typedParts } from './granted.ts';

const asked = askedParts(budgetApplicationExample);
const whole = typedParts(asked);
const [first, second] = whole.positions;
const codes = (typed: TypedParts) =>
  readParts(typed, asked).issues.map(({ path, message }) => `${path.join('.')} ${message}`);

describe('the parts of a partial grant', () => {
  it('begin with what was asked for, which is no partial grant yet', () => {
    expect(sumOfParts(whole)).toBe(71_234_56);
    expect(codes(whole)).toEqual(['sum not-partial']);
  });

  it('are read as they are typed in German', () => {
    const typed = {
      ...whole,
      positions: [
        { ...first, amount: '30.000,00 €' },
        { ...second, amount: '0' },
      ],
    };
    const { granted, issues } = readParts(typed as TypedParts, asked);
    expect(issues).toEqual([]);
    expect(granted.positions.map(({ amount }) => amount)).toEqual([30_000_00, 0]);
    expect(sumOfParts(typed as TypedParts)).toBe(30_000_00 + 706_56 - 2_500_00);
  });

  it('say which amount cannot be read, is more than was asked, or less than was stated', () => {
    const positions = [
      { ...first, amount: '1.234' },
      { ...second, amount: '99.999,00' },
    ];
    expect(codes({ positions, training: '', thirdParty: '1' } as TypedParts)).toEqual([
      'granted.positions.0.amount amount',
      'granted.positions.1.amount more-than-asked',
      'granted.training required',
      'granted.thirdParty less-than-stated',
    ]);
  });
});
