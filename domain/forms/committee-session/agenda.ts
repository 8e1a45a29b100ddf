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
  /** Who issues the papers. */
  authority: z.string(),
  department: z.string(),
  kind: z.enum(sessionKinds),
  on: z.iso.date(),
  /** The day on which it was convened. */
  convenedOn: z.iso.date(),
  items: z.array(agendaItem),
});
export type Agenda = z.infer<typeof agenda>;

/** Whether a session in this step has an agenda that holds, and papers: neither while it is prepared nor when it is cancelled. */
export const isConvened = (at: string): boolean => ['convened', 'carry-out', 'closed'].includes(at);
