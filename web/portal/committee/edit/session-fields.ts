import type { SessionFile } from '../../../../domain/api/committee.ts';
import type { CommitteeSessionDraft } from '../../../../domain/forms/committee-session/answers.ts';
import type { nonPublicReasons, sessionKinds } from '../../../../domain/forms/committee-session/reasons.ts';

/** What the form's fields hold: what was not chosen is empty. */
export interface SessionFields {
  /** The saved state that it began from. */
  saved: number;
  kind: string;
  on: string;
  items: { case: string; public: string; reason: string }[];
}

export const fieldsOf = ({ saved, kind = 'session', on = '', items }: SessionFile): SessionFields => ({
  saved,
  kind,
  on,
  items: items.map(({ case: of, public: isPublic = true, reason = '' }) => ({
    case: of,
    public: isPublic ? 'yes' : 'no',
    reason,
  })),
});

/** The fields as the API takes them: a public item has no reason, and nothing is sent that is empty. */
export const draftOf = ({ kind, on, items }: Omit<SessionFields, 'saved'>): CommitteeSessionDraft => ({
  kind: kind as (typeof sessionKinds)[number],
  ...(on && { on }),
  items: items.map(({ case: of, public: isPublic, reason }) => ({
    case: of,
    public: isPublic === 'yes',
    ...(isPublic === 'no' && reason && { reason: reason as (typeof nonPublicReasons)[number] }),
  })),
});
