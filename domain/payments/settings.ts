import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1), z.maxLength(200));

/** What a column of the file for the finance system can say of an order. */
export const columnValues = [
  'number',
  'account',
  'year',
  'payee',
  'iban',
  'due',
  'amount',
  'state',
  'county',
  'voluntary',
  'file-number',
  'text',
  'certified-by',
  'ordered-by',
] as const;

/** How the finance system wants its file: agreed with the county's cash office once. */
export const exportFormat = z.strictObject({
  separator: z.enum([';', ',', '\t']),
  encoding: z.enum(['utf-8', 'utf-8-bom', 'windows-1252']),
  /** Before the cents; thousands are never set apart. */
  decimal: z.enum([',', '.']),
  date: z.enum(['DD.MM.YYYY', 'YYYY-MM-DD', 'YYYYMMDD']),
  columns: z.array(z.strictObject({ name: text, value: z.enum(columnValues) })).check(z.minLength(1)),
});
export type ExportFormat = z.infer<typeof exportFormat>;

/** A day of a year, MM-DD: one that every year has. */
const dayOfYear = z.string().check(
  z.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  z.refine(
    (day) =>
      !Number.isNaN(Date.parse(`2021-${day}`)) && new Date(`2021-${day}`).toISOString().slice(5, 10) === day,
  ),
);

/** Whether, and how, a county pays ahead of a decision what goes on from last year: for at most so many months, so many per cent of it. */
const advanceSettings = z.strictObject({
  months: z.int().check(z.positive(), z.maximum(12)),
  percent: z.int().check(z.positive(), z.maximum(100)),
});
export type AdvanceSettings = z.infer<typeof advanceSettings>;

/** How a finance system writes amounts: what stands before the cents, and what sets thousands apart, if anything does. */
const amountFormat = z
  .strictObject({
    decimal: z.enum([',', '.']),
    thousands: z.optional(z.enum(['.', ',', ' ', "'"])),
  })
  .check(z.refine(({ decimal, thousands }) => decimal !== thousands));
export type AmountFormat = z.infer<typeof amountFormat>;

/**
 * The finance system's file of bookings: what its columns are called, what stands in `kind` for a return of the bank, how amounts are
 * written (absent: as anything that can be read in one way only), and what a minus means. Absent: a minus is a fault. `return`: what
 * comes back is negative. `payment`: what goes out is negative, so what comes in under an order's number came back.
 */
const bookingsFormat = z.strictObject({
  columns: z.strictObject({ reference: text, number: text, amount: text, on: text, kind: text }),
  returned: z.array(text),
  amounts: z.optional(amountFormat),
  negative: z.optional(z.enum(['return', 'payment'])),
});
export type BookingsFormat = z.infer<typeof bookingsFormat>;

/** How a county pays what it granted: the cash office pays, this only says what, to whom and when. */
export const paymentSettings = z.strictObject({
  /** On which days of a year instalments are due. */
  instalments: z.array(dayOfYear).check(z.minLength(1), z.maxLength(12)),
  /** So many days before that an order comes to the clerk. */
  leadDays: z.int().check(z.nonnegative(), z.maximum(90)),
  /** So many days a changed account waits before anybody can confirm it. */
  payeeWaitDays: z.int().check(z.nonnegative(), z.maximum(90)),
  /** Monthly advances while a year's frame is provisional; absent: none. */
  advances: z.optional(advanceSettings),
  /** The account of the county's budget (Buchungsstelle) that is charged. */
  account: text,
  /** Before an order's number, for the cash office. */
  numberPrefix: z.string().check(z.maxLength(20)),
  export: exportFormat,
  bookings: bookingsFormat,
});
