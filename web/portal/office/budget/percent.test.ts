import { expect, it } from 'vitest';
import { partsInPercent, percentText } from './percent.ts';

it('draws the parts of a budget in per cent of it, and never more than all', () => {
  const parts = (amounts: number[], all: number) =>
    partsInPercent(
      amounts.map((amount) => ({ amount })),
      all,
    ).map(({ percent }) => percent);
  expect(parts([25, 25, 50], 100)).toEqual([25, 25, 50]);
  expect(parts([150, 50], 100)).toEqual([75, 25]);
  expect(parts([0], 0)).toEqual([0]);
});

it('says a percentage in German, and of very little that it is not nothing', () => {
  expect([0, 0.04, 12.34, 100].map(percentText)).toEqual(['0 %', 'unter 0,1 %', '12,3 %', '100 %']);
});
