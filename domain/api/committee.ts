import * as z from 'zod/mini';
import { sessionItem as item, itemResults, sessionAbout } from '../forms/committee-session/about.ts';
import { caseFacts } from '../forms/committee-session/case-facts.ts';
import { resolution } from '../forms/committee-session/resolution.ts';

const { kind, on } = sessionAbout.shape;

/** A case on the agenda: `here` while it lies with the committee in this session, then what became of it. */
const sessionItem = z.extend(item, {
  /** What a session learns of it; once convened, as it was then. Absent when the case is deleted. */
  facts: z.optional(caseFacts),
  state: z.enum(['here', ...itemResults]),
  resolution: z.optional(resolution),
});
export type SessionItem = z.infer<typeof sessionItem>;

/** `GET /api/committee-sessions/{id}`: a session with its items. */
export const sessionFile = z.object({
  id: z.string(),
  number: z.string(),
  at: z.string(),
  ended: z.boolean(),
  version: z.int(),
  kind,
  on,
  items: z.array(sessionItem),
  /** While it is prepared, for the committee's office: cases that lie with the committee and in no session. */
  waiting: z.array(caseFacts),
  /** The saved state; it is the `ETag`, goes back as `If-Match`, and is named when the session is convened. */
  saved: z.int(),
  savedBy: z.optional(z.string()),
  savedAt: z.string(),
  /** Whether it was convened: then its papers can be had. */
  hasPapers: z.boolean(),
  /** Who recorded the resolutions when, and who decided in the committee's place. */
  recorded: z.optional(z.object({ by: z.optional(z.string()), at: z.string() })),
  decidedBy: z.optional(z.string()),
  /** What the one who asks may do now. */
  actions: z.array(z.string()),
});
export type SessionFile = z.infer<typeof sessionFile>;
