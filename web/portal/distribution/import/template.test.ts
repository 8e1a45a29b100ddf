import { expect, test } from 'vitest';
import { readCsv } from '../../../../domain/imports/read-csv.ts';
import { templateOf } from './template.ts';

test('the table to fill in has every Kita by name and a column for each indicator, and is read again as it is', () => {
  const text = templateOf({ b: 'Kita Zwei "groß"; neu', a: 'Kita Eins' }, [
    { code: 'children', name: 'Kinder; alle', unit: 'count' },
  ]);
  const read = readCsv(new TextEncoder().encode(text));
  expect(read.ok && read.lines.map(({ cells }) => cells)).toEqual([
    ['Kita', 'Name', 'Kinder; alle'],
    ['a', 'Kita Eins', undefined],
    ['b', 'Kita Zwei "groß"; neu', undefined],
  ]);
});
