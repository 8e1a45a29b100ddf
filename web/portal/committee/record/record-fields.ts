import type { SessionFile, SessionItem } from '../../../../domain/api/committee.ts';
import type { Decision } from '../../../../domain/api/portal.ts';
import type { SessionKind } from '../../../../domain/forms/committee-session/reasons.ts';
import { type Recorded, recordIssues } from '../../../../domain/forms/committee-session/record-rules.ts';
import type { Resolution } from '../../../../domain/forms/committee-session/resolution.ts';
import type { Issue } from '../../../../domain/languages/problem.ts';
import { readEuros } from '../../../../domain/money/euros.ts';

export const voteNames = ['yes', 'no', 'abstained', 'biased'] as const;

/** What is typed of one item: numbers and amounts as people write them. */
export interface TypedResolution {
  case: string;
  /** Empty, or nothing at all, until one is chosen. */
  outcome: string | null;
  amount: string;
  /** One condition a line. */
  conditions: string;
  votes: Record<(typeof voteNames)[number], string>;
  text: string;
}

export interface RecordFields {
  resolutions: TypedResolution[];
  decidedBy: string;
}

/** Whether a case still lies with the committee: one that has left needs no resolution. */
export const isOpen = ({ state }: SessionItem): boolean => state === 'here';

/** A row for every item of the agenda, so that rows keep their places when a case leaves. */
export const emptyRecord = ({ items }: SessionFile): RecordFields => ({
  resolutions: items.map((item) => ({
    case: item.case,
    outcome: '',
    amount: '',
    conditions: '',
    votes: { yes: '', no: '', abstained: '0', biased: '0' },
    text: '',
  })),
  decidedBy: '',
});

/** Whole numbers alone; what is none is sent as it is no number, and named by the rules. */
const numberOf = (typed: string): number | undefined => {
  const text = typed.trim();
  if (text === '') return undefined;
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
};

const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Whether somebody counted votes: nobody is asked before the outcome is chosen, and of a deferral there need be none. */
const isCounted = ({ outcome, votes }: TypedResolution) =>
  Boolean(outcome) && (outcome !== 'deferred' || votes.yes.trim() !== '' || votes.no.trim() !== '');

/** One item as the API takes it; what another outcome asked for is left out. */
const resolutionOf = (typed: TypedResolution, kind: SessionKind) => {
  const { case: of, outcome, votes } = typed;
  const isChanged = outcome === 'changed';
  const conditions = isChanged ? linesOf(typed.conditions) : [];
  const amount = isChanged ? readEuros(typed.amount) : undefined;
  const text = typed.text.trim();
  return {
    case: of,
    ...(outcome && { outcome }),
    ...(amount !== undefined && { amount }),
    ...(conditions.length > 0 && { conditions }),
    ...(kind === 'session' &&
      isCounted(typed) && {
        votes: Object.fromEntries(voteNames.map((name) => [name, numberOf(votes[name])])),
      }),
    ...(text && { text }),
  } as Resolution;
};

export interface ReadRecord {
  more: Partial<Decision>;
  issues: Issue[];
  /** An issue of what is sent, at the field where somebody mends it. */
  atField: (issue: Issue) => Issue;
}

/** What was typed as the API takes it, and what is wrong with it by the same rules as on the server. */
export const readRecord = (
  { resolutions: typed, decidedBy }: RecordFields,
  { items, kind = 'session' }: SessionFile,
): ReadRecord => {
  const rows = items.flatMap((item, n) => (isOpen(item) ? [n] : []));
  const open = typed.filter((_, n) => rows.includes(n));
  const resolutions = open.map((one) => resolutionOf(one, kind));
  const name = decidedBy.trim();
  const record = { resolutions, ...(kind === 'urgent' && name && { decidedBy: name }) };
  const recorded = rows.map((n): Recorded => {
    const { case: of = '', facts } = items[n] ?? {};
    return { case: of, here: true, applied: facts?.applied ?? Number.MAX_SAFE_INTEGER };
  });
  const unread = open.flatMap(({ outcome, amount }, n): Issue[] =>
    outcome === 'changed' && amount.trim() && readEuros(amount) === undefined
      ? [{ path: ['resolutions', n, 'amount'], message: 'amount' }]
      : [],
  );
  // What was not chosen is named by the schema; the rules would only say what follows from it.
  const isChosen = resolutions.every(({ outcome }) => outcome);
  const atField = ({ path: [list, n, ...rest], message }: Issue): Issue => {
    const row = typeof n === 'number' || typeof n === 'string' ? (rows[Number(n)] ?? Number(n)) : undefined;
    if (list !== 'resolutions' || row === undefined)
      return { path: [list, n, ...rest].filter(isPart), message };
    // The votes as a whole have no field of their own: the first of them is where they are mended.
    return { path: [list, row, ...rest, ...(rest.at(-1) === 'votes' ? ['yes'] : [])], message };
  };
  const issues = [...unread, ...(isChosen ? recordIssues(record, kind, recorded) : [])];
  return { more: record, issues, atField };
};

const isPart = (part: PropertyKey | undefined): part is PropertyKey => part !== undefined;
