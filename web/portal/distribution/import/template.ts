import type { Indicator } from '../../../../domain/distribution/rule.ts';

/** In quotation marks, so that no name is taken for two cells. */
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** The table to fill in: every Kita by its id and name, a column for each indicator. As the German Excel reads it. */
export const templateOf = (
  kitas: Readonly<Record<string, string>>,
  indicators: readonly Indicator[],
): string => {
  const empty = indicators.map(() => '');
  const lines = Object.entries(kitas)
    .toSorted(([, a], [, b]) => a.localeCompare(b, 'de'))
    .map(([id, name]) => [quoted(id), quoted(name), ...empty]);
  const heading = ['Kita', 'Name', ...indicators.map(({ name }) => quoted(name))];
  return `\uFEFF${[heading, ...lines].map((cells) => cells.join(';')).join('\r\n')}\r\n`;
};

/** Has the browser save a text as a file. */
export const saveText = (text: string, name: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};
