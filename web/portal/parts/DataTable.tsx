import type { ComponentChildren } from 'preact';

export interface DataColumn<Row> {
  key: string;
  label: string;
  /** Stands to the right, digits under digits. */
  numeric?: boolean;
  /** Names its row. */
  names?: boolean;
  cell: (row: Row) => ComponentChildren;
}

interface Props<Row> {
  caption: string;
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Rows that add the others up. */
  isTotal?: (row: Row) => boolean;
}

/** Figures as a table; on a narrow screen each row stands as a block with its headings beside the values. */
export const DataTable = <Row,>({ caption, columns, rows, keyOf, isTotal }: Props<Row>) => (
  <table class="data-table">
    <caption class="kern-sr-only">{caption}</caption>
    <thead>
      <tr>
        {columns.map(({ key, label, numeric }) => (
          <th key={key} scope="col" class={numeric ? 'data-number' : undefined}>
            {label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={keyOf(row)} class={isTotal?.(row) ? 'data-total' : undefined}>
          {columns.map(({ key, label, numeric, names, cell }) =>
            names ? (
              <th key={key} scope="row">
                {cell(row)}
              </th>
            ) : (
              <td key={key} class={numeric ? 'data-number' : undefined} data-label={label}>
                <span class="data-cell">{cell(row)}</span>
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
);
