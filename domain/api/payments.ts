import * as z from 'zod/mini';

/** An export in its list: how many orders it has, and how much they come to (cents). */
export const exportItem = z.object({
  id: z.string(),
  at: z.string(),
  byName: z.optional(z.string()),
  rows: z.int(),
  amount: z.int(),
  /** `open`: not everything that waited is in it yet; asking for it again goes on. */
  state: z.enum(['open', 'closed']),
});
/** `POST /api/payment-exports/{id}`; `left` says which orders it did not take along, and why. */
export const exportAnswer = z.extend(exportItem, {
  left: z.optional(
    z.array(z.object({ order: z.string(), reason: z.enum(['four-eyes', 'not-committed', 'payee-changed']) })),
  ),
});
/** `GET /api/payment-exports` */
export const exportsAnswer = z.object({ items: z.array(exportItem) });
