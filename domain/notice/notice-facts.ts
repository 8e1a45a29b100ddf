import type { Amends } from '../amendments/amends.ts';
import type { Amounts } from '../budget/amounts.ts';
import type { CalendarDate } from '../calendar/period.ts';
import type { BudgetAbout, DecisionDraft } from '../forms/budget-application/about.ts';
import type { BudgetApplicationAnswers } from '../forms/budget-application/answers.ts';
import type { Note } from '../forms/budget-application/note.ts';
import type { County } from '../places/county.ts';
import type { NoticeTexts } from './notice-texts.ts';

/** Who answers questions about it: whoever drafted the decision. */
export interface NoticeContact {
  name: string;
  phone?: string | undefined;
  email: string;
}

type Outcome = NonNullable<BudgetAbout['resolution']>['outcome'];

/** Of an amendment: the grant that it amends, as it was before. */
export interface AmendedFacts {
  grantNumber: string;
  /** The day on which the grant's notice was sent, or approved where it was allotted. */
  grantedOn: CalendarDate;
  reason: Amends['reason'];
  /** From which day on something is otherwise. */
  from?: CalendarDate | undefined;
  exOfficio: boolean;
  left: readonly { kita: string; on: CalendarDate }[];
  /** What was granted before, as answers: positions cost what was granted of them. */
  answers: BudgetApplicationAnswers;
  before: Amounts;
}

/** Everything that a notice says comes from here: the same facts always make the same document. */
export interface NoticeFacts {
  county: Pick<County, 'office' | 'budget'>;
  /** The county's own texts. */
  texts: NoticeTexts;
  fileNumber: string;
  /** The version that was sent last. */
  answers: BudgetApplicationAnswers;
  decision: DecisionDraft;
  /** The decision's reasons, conditions and parts. */
  note: Pick<Note, 'text' | 'conditions' | 'granted'>;
  /** Names of Kitas by id. */
  kitas: ReadonlyMap<string, string>;
  /** The day on which it was first sent, and the last correction, if there was one. */
  appliedOn: CalendarDate;
  correctedOn?: CalendarDate | undefined;
  /** Whether a hearing came before it, and the day of the provider's statement. */
  heard: boolean;
  respondedOn?: CalendarDate | undefined;
  /** What a session resolved that still holds, and the day of the session. */
  resolution?: { outcome: Outcome; on?: CalendarDate | undefined } | undefined;
  /** When the notice was sent that an objection has overtaken. */
  earlierSentOn?: CalendarDate | undefined;
  amends?: AmendedFacts | undefined;
  contact?: NoticeContact | undefined;
  /** The day of the notice. */
  date: CalendarDate;
  /** Who issues it; a draft has nobody yet. */
  signatory?: string | undefined;
}

/**
 * `allotment`: inside the county, which has no notice; what is refused is always refused by one. What amends a grant has kinds of
 * its own (Änderungsbescheid).
 */
export type NoticeKind =
  | 'grant'
  | 'partial'
  | 'refuse'
  | 'allotment'
  | 'amendment'
  | 'amendment-refused'
  | 'amendment-allotment';

export const noticeKindOf = ({
  decision,
  county,
  amends,
}: Pick<NoticeFacts, 'decision' | 'county' | 'amends'>): NoticeKind => {
  const isAllotment = decision.kind !== 'refuse' && county.budget.mode === 'allotment';
  if (!amends) return isAllotment ? 'allotment' : decision.kind;
  if (decision.kind === 'refuse') return 'amendment-refused';
  return isAllotment ? 'amendment-allotment' : 'amendment';
};

/** Inside the county: no notice, and so no instruction on remedies. */
export const isAllotted = (kind: NoticeKind): boolean =>
  kind === 'allotment' || kind === 'amendment-allotment';

export const isRefused = (kind: NoticeKind): boolean => kind === 'refuse' || kind === 'amendment-refused';
