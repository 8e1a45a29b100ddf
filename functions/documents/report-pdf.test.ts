import { expect, test } from 'vitest';
import { aRound } from '../../domain/survey/evaluation/a-round.test-data.ts';
import { resultsReport } from '../../domain/survey/evaluation/report.ts';
import { renderPdf } from './render-pdf.ts';

const report = () =>
  resultsReport(aRound(), { authority: 'Kreisjugendamt Musterland', on: '2027-04-20', before: 2026 });

test('a chart is one figure with an alternative text that says its numbers', async () => {
  const text = Buffer.from(await renderPdf(report())).toString('latin1');
  expect(text.match(/\/S \/Figure/g)).toHaveLength(1);
  expect(text).toMatch(/\/Alt /);
  expect(text).toMatch(/\/BBox \[/);
});

test('the same results make the same file', async () => {
  expect(Buffer.compare(Buffer.from(await renderPdf(report())), Buffer.from(await renderPdf(report())))).toBe(
    0,
  );
});

test('what the report says of a chart stands in the table after it', () => {
  const { blocks } = report();
  const at = blocks.findIndex(({ kind }) => kind === 'chart');
  const [chart, table] = [blocks[at], blocks[at + 1]];
  if (chart?.kind !== 'chart' || table?.kind !== 'table') throw new Error('no chart with its table');
  expect(table.rows.map(([name, , share]) => [name, share])).toEqual(
    chart.bars.map(({ label, value }) => [label, value]),
  );
});
