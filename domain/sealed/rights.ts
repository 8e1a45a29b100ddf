/**
 * Who may read what is sealed. `worker`: answers and messages for the responsible social worker. `family`: replies.
 * `mail`: nothing but the address to which "there is news" is sent. The audience is part of each key's encryption
 * context, so one table decides: the key's policy in AWS and the embedded key service are both made from it.
 */
export const audiences = ['worker', 'family', 'mail'] as const;
export type Audience = (typeof audiences)[number];

export type FunctionName =
  | 'families'
  | 'portal'
  | 'casework'
  | 'survey'
  | 'documents'
  | 'workflow'
  | 'dispatch'
  | 'schedule';

export interface SealingRight {
  /** May make keys for these audiences: seal. */
  seal: readonly Audience[];
  /** May unwrap keys of these audiences: open. */
  open: readonly Audience[];
}

const none: SealingRight = { seal: [], open: [] };

export const sealingRights: Record<FunctionName, SealingRight> = {
  families: { seal: ['worker', 'mail'], open: ['family'] },
  casework: { seal: ['worker', 'family', 'mail'], open: ['worker', 'family'] },
  dispatch: { seal: [], open: ['mail'] },
  portal: none,
  survey: none,
  documents: none,
  workflow: none,
  schedule: none,
};

/** The encryption context of one key: bound to the case and to who may read. */
export interface SealingContext extends Record<string, string> {
  case: string;
  to: Audience;
}
