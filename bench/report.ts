import { arch, cpus, loadavg, totalmem } from 'node:os';

/** One line of the report. Figures are written out, with their unit. */
export interface Row {
  /** What it is about: a heading of the report. */
  about: string;
  name: string;
  ours: string;
  /** What it is measured against, in the same run. */
  peer?: string;
  /** Ours by the peer's. */
  ratio?: number;
  aim?: string;
  /** Whether the aim is reached; left out where there is none. */
  met?: boolean;
}

/** The lines of one benchmark, and what has to be known to read them. */
export interface Section {
  about: string;
  rows: Omit<Row, 'about'>[];
  notes: string[];
}

const COLUMNS = ['', 'ours', 'peer', 'ratio', 'aim', ''] as const;

const cells = ({ name, ours, peer = '', ratio, aim = '', met }: Section['rows'][number]): string[] => [
  name,
  ours,
  peer,
  ratio === undefined ? '' : ratio.toFixed(2),
  aim,
  met === undefined ? '' : met ? 'met' : 'MISSED',
];

/** Everything as one table for the terminal. */
export const asText = (sections: readonly Section[]): string => {
  const lines = sections.flatMap(({ about, rows }) => [[about], ...rows.map(cells)]);
  const all = [[...COLUMNS], ...lines.filter((line) => line.length > 1)];
  const width = COLUMNS.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  const printed = (line: string[]) =>
    line
      .map((cell, n) => cell.padEnd(width[n] ?? 0))
      .join('  ')
      .trimEnd();
  const body = lines.map((line) => (line.length === 1 ? `\n${line[0]}` : `  ${printed(line)}`));
  return [`  ${printed([...COLUMNS])}`, ...body].join('\n');
};

const row = (line: string[]) => `| ${line.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

const asTable = ({ about, rows, notes }: Section): string =>
  [
    `## ${about}`,
    '',
    row([...COLUMNS]),
    row(['---', '---:', '---:', '---:', '---', '---']),
    ...rows.map((one) => row(cells(one))),
    '',
    ...notes.flatMap((note) => [note, '']),
  ].join('\n');

/** The machine and its noise: what else ran decides how far the times can be trusted. */
export const machine = (before: readonly number[]): string => {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const [loadBefore = 0] = before;
  const [loadAfter = 0] = loadavg();
  const busy = Math.max(loadBefore, loadAfter) > cpus().length + 1;
  const noise = busy
    ? 'others were at work, so times are longer than they need be and noisy; only ratios from interleaved runs mean something'
    : 'nobody else was at work';
  return (
    `${cpus().length} × ${first?.model.trim()} (${arch()}), ${memory} GiB, Node ${process.versions.node}. ` +
    `Load average before ${loadBefore.toFixed(1)}, after ${loadAfter.toFixed(1)}: ${noise}.`
  );
};

/** The report as a page of the documentation. */
export const asMarkdown = (sections: readonly Section[], on: string, where: string): string =>
  [
    '# Benchmarks',
    '',
    `Written by \`npm run bench -- --write\` on ${on}. ${where}`,
    '',
    'Each figure stands beside a peer’s or a physical limit’s from the same run. None of this is a test: nothing fails when',
    'a time is missed. “Ratio” is ours by the peer’s.',
    '',
    ...sections.map(asTable),
  ]
    .join('\n')
    .replace(/\n+$/, '\n');
