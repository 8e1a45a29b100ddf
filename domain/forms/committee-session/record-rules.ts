import type { Issue } from '../../languages/problem.ts';
import type { Cents } from '../../money/cents.ts';
import type { SessionKind } from './reasons.ts';
import type { Resolution, SessionRecord } from './resolution.ts';

/** A case on the agenda, as far as the rules look at it. */
export interface Recorded {
  case: string;
  /** Whether it still lies with the committee: one that has left needs no resolution. */
  here: boolean;
  applied: Cents;
}

const only = (isGiven: boolean, isWanted: boolean): string | undefined => {
  if (isGiven === isWanted) return undefined;
  return isGiven ? 'unknown-field' : 'required';
};

/** The committee resolves by the majority of votes; a tie is a refusal (§ 33 LKO). */
const votesIssue = ({ outcome, votes }: Resolution, kind: SessionKind): string | undefined => {
  if (kind === 'urgent') return only(votes !== undefined, false);
  if (!votes) return outcome === 'deferred' ? undefined : 'required';
  const agreed = outcome === 'approved' || outcome === 'changed';
  return agreed && votes.yes <= votes.no ? 'no-majority' : undefined;
};

const changeIssue = ({ outcome, amount, conditions = [] }: Resolution, applied: Cents) => {
  if (outcome !== 'changed') return only(amount !== undefined, false);
  if (amount === undefined) return conditions.length > 0 ? undefined : 'required';
  if (amount === 0) return 'required';
  return amount > applied ? 'more-than-asked' : undefined;
};

const conditionsIssue = ({ outcome, conditions }: Resolution) =>
  outcome !== 'changed' && conditions ? 'unknown-field' : undefined;

const issuesOf = (one: Resolution, kind: SessionKind, item: Recorded | undefined): [string, string][] => {
  if (!item) return [['case', 'unknown-choice']];
  const found: [string, string | undefined][] = [
    ['amount', changeIssue(one, item.applied)],
    ['conditions', conditionsIssue(one)],
    ['votes', votesIssue(one, kind)],
  ];
  return found.flatMap(([field, message]): [string, string][] => (message ? [[field, message]] : []));
};

/** What is wrong in the resolutions that somebody wants to record: every case that is still here has exactly one. */
export const recordIssues = (
  { resolutions, decidedBy }: SessionRecord,
  kind: SessionKind,
  items: readonly Recorded[],
): Issue[] => {
  const seen = new Set<string>();
  const single = resolutions.flatMap((one, n): Issue[] => {
    const item = items.find((each) => each.case === one.case);
    const again = seen.has(one.case);
    seen.add(one.case);
    if (again) return [{ path: ['resolutions', n, 'case'], message: 'repeated' }];
    return issuesOf(one, kind, item).map(([field, message]) => ({
      path: ['resolutions', n, field],
      message,
    }));
  });
  const isMissing = items.some((item) => item.here && !seen.has(item.case));
  const by = only(decidedBy !== undefined, kind === 'urgent');
  return [
    ...single,
    ...(isMissing ? [{ path: ['resolutions'], message: 'resolution-missing' }] : []),
    ...(by ? [{ path: ['decidedBy'], message: by }] : []),
  ];
};
