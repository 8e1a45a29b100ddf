import * as z from 'zod/mini';

/** Sealed content as the table holds it: AES-256-GCM, base64; its wrapped key lies under `key` in the keys' table. */
export const sealed = z.strictObject({
  alg: z.literal('A256GCM'),
  key: z.string(),
  iv: z.string(),
  data: z.string(),
  tag: z.string(),
});
export type Sealed = z.infer<typeof sealed>;
