import { expect, test } from 'vitest';
import { besideShares } from './beside-shares.ts';

test('an application is seen beside the shares of its Kitas, one by one and together; a Kita may have none', () => {
  const kitas = [
    { id: 'a', name: 'Kita A' },
    { id: 'b', name: 'Kita B' },
  ];
  const applied = [
    { kita: 'b', amount: 26_712_96 },
    { kita: 'a', amount: 44_521_60 },
  ];
  const { rows, total, without } = besideShares(kitas, applied, [
    { kita: 'a', amount: 50_000_00 },
    { kita: 'other', amount: 1 },
  ]);
  expect(rows).toEqual([
    { kita: 'a', name: 'Kita A', share: 50_000_00, applied: 44_521_60, left: 5_478_40 },
    { kita: 'b', name: 'Kita B', share: 0, applied: 26_712_96, left: -26_712_96 },
  ]);
  expect(total).toMatchObject({ share: 50_000_00, applied: 71_234_56, left: -21_234_56 });
  expect(without).toEqual(['Kita B']);
});
