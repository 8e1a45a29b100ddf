import * as z from 'zod/mini';
import { amounts } from '../budget/amounts.ts';
import { cents } from '../money/cents.ts';
import { payee } from './payee.ts';

/** An instalment of a grant; `order` is the submission that brings it to the cash office. */
export const instalment = z.strictObject({
  /** Counts from 1. */
  n: z.int().check(z.positive()),
  due: z.iso.date(),
  amount: cents,
  amounts,
  order: z.uuid(),
  /** Paid ahead of the decision; the grant's first instalments settle it. */
  advance: z.optional(z.literal(true)),
  /** The instalment whose payment came back, and in whose place this one is. */
  follows: z.optional(z.int()),
});
export type Instalment = z.infer<typeof instalment>;

/**
 * What an application has become when its notice is final: whom it is paid to, and in which instalments. Before that there is one where
 * advances are paid.
 */
export const grant = z.strictObject({
  openedAt: z.iso.datetime({ precision: 3 }),
  payee,
  instalments: z.array(instalment),
});
export type Grant = z.infer<typeof grant>;
