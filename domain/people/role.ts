import * as z from 'zod/mini';

/** Everyone who logs in has one or more of these; what each may do stands in docs/handbook. */
export const role = z.enum([
  'kita',
  'provider',
  'social-worker',
  'clerk',
  'coordinator',
  'head',
  'committee',
  'treasurer',
  'auditor',
  'admin',
]);
export type Role = z.infer<typeof role>;
