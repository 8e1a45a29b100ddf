import * as z from 'zod/mini';

/** What can be wrong with a file, a heading or a cell. Their sentences stand in languages/de/distribution.json. */
export const faultCodes = [
  // The file.
  'not-a-table',
  'too-large',
  'no-rows',
  'too-many-rows',
  // Its heading.
  'column-missing',
  'column-unknown',
  'column-twice',
  // A row or a cell.
  'too-many-cells',
  'required',
  'too-long',
  'amount',
  'amount-sign',
  'date',
  'whole-number',
  'percent',
  'percent-fraction',
  'unknown-kita',
  'reference',
  'row-twice',
] as const;
export type FaultCode = (typeof faultCodes)[number];

/**
 * One thing wrong in a file: where, as a spreadsheet counts (the heading is row 1). What stands there is never repeated: it may
 * name somebody. `of` is the row that says the same.
 */
export const fault = z.strictObject({
  code: z.enum(faultCodes),
  row: z.optional(z.int()),
  column: z.optional(z.string()),
  of: z.optional(z.int()),
});
export type Fault = z.infer<typeof fault>;

export const byPlace = (a: Fault, b: Fault): number => (a.row ?? 0) - (b.row ?? 0);
