/** In quotation marks, so that no name is taken for two cells. */
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** A spreadsheet would take such a text for a formula and reckon with it. */
const startsFormula = /^[=+\-@\t\r]/;

const cell = (value: string | number): string => {
  if (typeof value === 'number') return String(value).replace('.', ',');
  return quoted(startsFormula.test(value) ? `'${value}` : value);
};

/** A table as the German Excel reads it: semicolons, a comma in numbers, UTF-8 with its mark. */
export const csvOf = (heading: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${[heading, ...rows].map((cells) => cells.map(cell).join(';')).join('\r\n')}\r\n`;

/** Has the browser save a text as a file. */
export const saveText = (text: string, name: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};
