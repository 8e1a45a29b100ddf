import * as z from 'zod/mini';
import { caseFacts } from './case-facts.ts';
import { nonPublicReasons, sessionKinds } from './reasons.ts';

/** An item as it was when the session was convened, whatever becomes of the case. */
export const agendaItem = z.extend(caseFacts, {
  public: z.boolean(),
  reason: z.optional(z.enum(nonPublicReasons)),
});
export type AgendaItem = z.infer<typeof agendaItem>;

/** What a session was convened with: the papers are made of it, so that they stay the same. */
export const agenda = z.strictObject({
  kind: z.enum(sessionKinds),
  on: z.iso.date(),
  /** The day on which it was convened. */
  convenedOn: z.iso.date(),
  items: z.array(agendaItem),
});
export type Agenda = z.infer<typeof agenda>;
