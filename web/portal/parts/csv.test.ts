import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test('a table is what the German Excel reads, and no cell of it is a formula', () => {
  const rows = [
    ['Kita „Am Bach“; Haus "2"', 3, 1.5],
    ['=1+1', -2, 0],
  ];
  expect(csvOf(['Kita', 'Anzahl', 'Anteil'], rows)).toBe(
    '\uFEFF"Kita";"Anzahl";"Anteil"\r\n"Kita „Am Bach“; Haus ""2""";3;1,5\r\n"\'=1+1";-2;0\r\n',
  );
});
