import * as z from 'zod/mini';
import { language } from '../languages/language-schema.ts';
import { role } from './role.ts';

/** Somebody who logs in. Roles and scopes are read from the register at every request, never from a token. */
export const person = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  /** What the login's issuer calls them (`sub`), where that is not the id. */
  subject: z.optional(z.string().check(z.minLength(1))),
  roles: z.array(role).check(z.minLength(1)),
  email: z.email(),
  language,
  /** Shown to families in the finder, for social workers. */
  phone: z.optional(z.string()),
  hours: z.optional(z.string()),
  /** Who employs them; a free provider's worker is bound by an agreement (§ 61 Abs. 3 SGB VIII). */
  employer: z.optional(z.string()),
  agreement: z.optional(z.iso.date()),
  kitas: z.array(z.string()),
  provider: z.optional(z.string()),
});
export type Person = z.infer<typeof person>;

/** A deputy acts for somebody from one date to another, both included. */
export const deputyship = z.strictObject({
  person: z.string(),
  deputy: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
});
export type Deputyship = z.infer<typeof deputyship>;
