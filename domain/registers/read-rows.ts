import { CsvError, parse } from 'csv-parse/sync';
import type { RegisterFault } from './registers.ts';

/** One line of a list: its cells by heading (empty ones are absent) and its row as a spreadsheet counts. */
export interface Row {
  row: number;
  cells: Record<string, string>;
}

/** The German Excel separates with semicolons, others with commas: the heading tells which. */
const separatorOf = (text: string) => (text.split('\n', 1)[0]?.includes(';') ? ';' : ',');

const headingFaults = (file: string, heading: readonly string[], columns: readonly string[]) => {
  const at = (column: string, sentence: string): RegisterFault => ({ file, row: 1, column, sentence });
  return [
    ...columns
      .filter((column) => !heading.includes(column))
      .map((column) => at(column, `This column is missing. The columns are: ${columns.join(', ')}.`)),
    ...heading
      .filter((column) => !columns.includes(column))
      .map((column) => at(column || '(no name)', `This column is not known here: ${columns.join(', ')}.`)),
    ...heading
      .filter((column, index) => heading.indexOf(column) !== index)
      .map((column) => at(column, 'This column is there twice.')),
  ];
};

const cellsOf = (heading: readonly string[], line: readonly string[]) =>
  Object.fromEntries(
    heading.flatMap((column, index): [string, string][] => {
      const cell = line[index];
      return cell ? [[column, cell]] : [];
    }),
  );

/** Reads a CSV text (UTF-8, with or without BOM, `;` or `,`); empty lines are passed over. */
export const readRows = (
  file: string,
  text: string,
  columns: readonly string[],
): { rows: Row[]; faults: RegisterFault[] } => {
  let lines: string[][];
  try {
    lines = parse(text, { bom: true, delimiter: separatorOf(text), trim: true, relaxColumnCount: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error.lines === 'number' ? error.lines : undefined;
    return {
      rows: [],
      faults: [{ file, row, sentence: 'This is not CSV: look for a stray quotation mark.' }],
    };
  }
  const [heading = [], ...rest] = lines;
  const wrongHeading = headingFaults(file, heading, columns);
  if (wrongHeading.length > 0) return { rows: [], faults: wrongHeading };
  const numbered = rest
    .map((line, index) => ({ row: index + 2, line }))
    .filter(({ line }) => line.some((cell) => cell !== ''));
  const tooLong = numbered.filter(({ line }) => line.slice(heading.length).some((cell) => cell !== ''));
  return {
    rows: numbered.map(({ row, line }) => ({ row, cells: cellsOf(heading, line) })),
    faults: tooLong.map(({ row }) => ({
      file,
      row,
      sentence: `This row has more cells than the heading: put a cell with ${separatorOf(text)} into quotation marks.`,
    })),
  };
};
