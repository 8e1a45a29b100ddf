import type { Issue } from '../../languages/problem.ts';
import type { Cents } from '../../money/cents.ts';
import { type Claim, type ClaimFacts, type ClaimRefusal, type ClaimRules, claimOf } from './claim.ts';

/** What somebody drafts a claim of, and what it is held against. */
export interface ClaimDraft extends ClaimFacts {
  /** The year of the grant. */
  year: number;
  /** What is recognised of it by what the provider was heard on (cents). */
  heard: Cents;
  /** What the grant that is set off against has committed (cents); undefined where there is no such grant of this provider. */
  committed?: Cents | undefined;
}

const FIELD_OF: Record<ClaimRefusal, string[]> = {
  'nothing-to-claim': ['granted'],
  'no-interest': ['interestFrom'],
  'no-base-rate': ['interestFrom'],
  'no-set-off': ['setOff', 'amount'],
  'set-off-too-much': ['setOff', 'amount'],
};

/** Interest is for days that have been, in the year of the money or after it. */
const dayIssues = ({ interestFrom, today, year }: ClaimDraft): Issue[] => {
  const issue = (message: string) => [{ path: ['interestFrom'], message }];
  if (interestFrom === undefined) return [];
  if (interestFrom > today) return issue('date-future');
  return interestFrom < `${year}-01-01` ? issue('date-too-early') : [];
};

/** Set off is only against what the same provider is still to get. */
const setOffIssues = ({ setOff, committed }: ClaimDraft): Issue[] => {
  if (!setOff) return [];
  if (committed === undefined) return [{ path: ['setOff', 'against'], message: 'unknown-choice' }];
  return setOff.amount > committed ? [{ path: ['setOff', 'amount'], message: 'more-than-committed' }] : [];
};

/**
 * A claim as it is drafted, or everything that is wrong with it, by field: the same rules for the page and the server. Nobody is
 * asked for more than they were heard on (§ 24 SGB X).
 */
export const claimDrafted = (
  draft: ClaimDraft,
  rules: ClaimRules,
): { ok: true; claim: Omit<Claim, 'note'> } | { ok: false; issues: Issue[] } => {
  const { recognised, heard } = draft;
  const issues: Issue[] = [
    ...(recognised < heard ? [{ path: ['granted'], message: 'not-heard' }] : []),
    ...dayIssues(draft),
    ...setOffIssues(draft),
  ];
  if (issues.length > 0) return { ok: false, issues };
  const made = claimOf(draft, rules);
  return made.ok ? made : { ok: false, issues: [{ path: FIELD_OF[made.refusal], message: made.refusal }] };
};
