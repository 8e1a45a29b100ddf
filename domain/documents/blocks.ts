/** Texts are plain: a line break is `\n`, nothing else has a meaning. */

export interface Pair {
  /** A few words; the value may be as long as it likes. */
  label: string;
  value: string;
}

export interface AddressField {
  /** The sender in one small line above the recipient, so that the window shows where the letter goes back to. */
  sender: string;
  /** Six lines fit the window. */
  recipient: string[];
}

export type HeadingLevel = 1 | 2 | 3;

export interface Column {
  label: string;
  /** Numbers stand at the end of their column, so that their digits stand below each other. */
  align: 'start' | 'end';
}

export interface Table {
  kind: 'table';
  caption?: string;
  columns: Column[];
  rows: string[][];
  /** A last row that sums up the others. */
  total?: string[];
  /** Whether the first cell of each row says what the row is about. */
  rowHeadings: boolean;
  /** What stands there when there is no row: an empty table says nothing to anybody. */
  empty: string;
}

/** A share of a whole, as a bar. */
export interface Bar {
  label: string;
  /** 0 to 1: the length of the bar. */
  share: number;
  /** The number in words, at the end of the bar. */
  value: string;
}

/** Bars below each other. They are for the eye: the same numbers stand in a table beside them. */
export interface Chart {
  kind: 'chart';
  /** What is to be seen, for who does not see it. */
  alternative: string;
  bars: Bar[];
}

export interface Signature {
  kind: 'signature';
  /** For whom: `Im Auftrag`. */
  closing?: string;
  /** Whether somebody signs by hand above the name. */
  line: boolean;
  name: string;
  role?: string;
  /** For example that the letter is valid without a signature. */
  note?: string;
}

export type Block =
  | { kind: 'heading'; level: HeadingLevel; text: string }
  | { kind: 'paragraph'; text: string; style: 'normal' | 'strong' | 'small' }
  | { kind: 'list'; ordered: boolean; items: string[] }
  | { kind: 'pairs'; pairs: Pair[] }
  | Table
  | Chart
  | Signature
  | { kind: 'space'; millimetres: number }
  | { kind: 'page-break' };

export const heading = (level: HeadingLevel, text: string): Block => ({ kind: 'heading', level, text });

export const paragraph = (text: string, style: 'normal' | 'strong' | 'small' = 'normal'): Block => ({
  kind: 'paragraph',
  text,
  style,
});

export const list = (items: string[]): Block => ({ kind: 'list', ordered: false, items });

/** Numbered from 1, so that a condition can be named by its number. */
export const numbered = (items: string[]): Block => ({ kind: 'list', ordered: true, items });

/** Names and values below each other, as of a form that was filled in. */
export const pairs = (all: Pair[]): Block => ({ kind: 'pairs', pairs: all });

export const table = (
  columns: Column[],
  rows: string[][],
  more: Partial<Omit<Table, 'kind' | 'columns' | 'rows'>> = {},
): Block => ({ kind: 'table', columns, rows, rowHeadings: true, empty: '–', ...more });

export const chart = (alternative: string, bars: Bar[]): Block => ({ kind: 'chart', alternative, bars });

export const signature = (name: string, more: Partial<Omit<Signature, 'kind' | 'name'>> = {}): Block => ({
  kind: 'signature',
  line: false,
  name,
  ...more,
});

export const space = (millimetres: number): Block => ({ kind: 'space', millimetres });

export const pageBreak = (): Block => ({ kind: 'page-break' });
