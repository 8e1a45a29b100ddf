import { expect, test } from 'vitest';
import { aRound } from './a-round.test-data.ts';
import { exportTables } from './export-tables.ts';

const [turnout, results] = exportTables(aRound());

test('every area of every group has its turnout, and what may not be shown is empty', () => {
  expect(turnout.rows.slice(0, 3)).toEqual([
    ['Eltern', 'Landkreis', 'Landkreis', 98, 200, 49, 40],
    ['Eltern', 'Gemeinde', 'Nord', 73, 150, 48.7, 40],
    ['Eltern', 'Gemeinde', 'Süd', 25, 50, 50, 40],
  ]);
  const kitas = turnout.rows.filter(([group, kind]) => group === 'Eltern' && kind === 'Kita');
  expect(kitas.map(([, , name, n]) => [name, n])).toEqual([
    ['=Kita "d", Süd', 25],
    ['Kita a', undefined],
    ['Kita b', undefined],
    ['Kita c', 40],
  ]);
});

test('every row has a cell for each column, and no number under five but shares', () => {
  for (const row of results.rows) {
    expect(row).toHaveLength(results.columns.length);
    const [count, n] = [row[7], row[3]];
    if (count !== undefined) expect(count).toBeGreaterThanOrEqual(5);
    if (n !== undefined) expect(n).toBeGreaterThanOrEqual(5);
  }
});

test('an area that may not be shown says so in one row', () => {
  const rows = results.rows.filter(([group, , name]) => group === 'Eltern' && name === 'Kita b');
  expect(rows.map((row) => row.slice(3))).toEqual([
    [undefined, 50, undefined, 'zu wenige Antworten', undefined, undefined, undefined],
  ]);
});
