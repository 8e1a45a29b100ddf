import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnWidths, type Wish } from './column-widths.ts';

const wish = fc
  .record({
    least: fc.integer({ min: 1, max: 400 }),
    more: fc.integer({ min: 0, max: 900 }),
    fixed: fc.boolean(),
  })
  .map(({ least, more, fixed }): Wish => ({ least, most: least + more, fixed }));
const wishes = fc.array(wish, { minLength: 1, maxLength: 8 });
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

test('columns fill the width, and none is without any', () => {
  fc.assert(
    fc.property(wishes, (all) => {
      const widths = columnWidths(all, 500);
      expect(sum(widths)).toBeCloseTo(500, 6);
      for (const width of widths) expect(width).toBeGreaterThan(0);
    }),
  );
});

test('no word is cut as long as the widest words have room beside the numbers', () => {
  fc.assert(
    fc.property(wishes, (all) => {
      fc.pre(sum(all.map(({ least, most, fixed }) => (fixed ? most : least))) <= 500);
      columnWidths(all, 500).forEach((width, index) => {
        expect(width).toBeGreaterThanOrEqual((all[index]?.least ?? 0) - 1e-6);
      });
    }),
  );
});

test('numbers get what they ask for, the text gets the rest', () => {
  const all = [
    { least: 60, most: 300, fixed: false },
    { least: 50, most: 70, fixed: true },
    { least: 50, most: 70, fixed: true },
  ];
  expect(columnWidths(all, 340)).toEqual([200, 70, 70]);
  expect(columnWidths(all, 500)).toEqual([360, 70, 70]);
});
