import type { CalendarDate } from '../calendar/period.ts';
import type { BudgetApplicationAnswers } from '../forms/budget-application/answers.ts';
import type { Note } from '../forms/budget-application/note.ts';
import type { ProofBasis, ProofParts } from '../forms/proof-of-use/basis.ts';
import type { Claim } from '../forms/proof-of-use/claim.ts';
import type { County } from '../places/county.ts';
import type { NoticeContact } from './notice-facts.ts';
import type { NoticeTexts } from './notice-texts.ts';

/** Everything that a claim for money back says comes from here: the same facts always make the same document. */
export interface ClaimFacts {
  county: Pick<County, 'office' | 'budget'>;
  /** The county's own texts. */
  texts: NoticeTexts;
  fileNumber: string;
  /** The application that was granted, for whom and what for. */
  answers: BudgetApplicationAnswers;
  /** The day of the notice that granted it. */
  grantedOn: CalendarDate;
  basis: ProofBasis;
  stated: ProofParts;
  recognised: ProofParts;
  claim: Claim;
  note: Pick<Note, 'text'>;
  /** The day of the provider's statement, if it made one: there is a hearing before every claim. */
  respondedOn?: CalendarDate | undefined;
  contact?: NoticeContact | undefined;
  /** The day of the notice. */
  date: CalendarDate;
  /** Who issues it; a draft has nobody yet. */
  signatory?: string | undefined;
}
