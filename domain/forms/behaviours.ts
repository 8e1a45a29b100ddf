import type { Asker, Standing } from '../people/asker.ts';
import type { County } from '../places/county.ts';
import type { Act } from '../process/apply-act.ts';
import type { FormName, Head, HeadOf } from '../submission/head.ts';
import { budgetStanding } from './budget-application/access.ts';
import { followBudgetApplication } from './budget-application/follow.ts';
import type { BudgetParticulars } from './budget-application/particulars.ts';
import type { Circumstances, Followed } from './circumstances.ts';
import { sessionStanding } from './committee-session/access.ts';
import { followCommitteeSession } from './committee-session/follow.ts';
import type { SessionParticulars } from './committee-session/particulars.ts';
import { contactStanding } from './contact-request/access.ts';
import { type Particulars as ContactParticulars, followContactRequest } from './contact-request/follow.ts';
import { institutionStanding } from './institution-survey/access.ts';
import { followInstitutionSurvey } from './institution-survey/follow.ts';
import type { InstitutionParticulars } from './institution-survey/particulars.ts';
import { paymentStanding } from './payment-order/access.ts';
import { followPaymentOrder } from './payment-order/follow.ts';
import type { PaymentParticulars } from './payment-order/particulars.ts';
import { proofStanding } from './proof-of-use/access.ts';
import { followProofOfUse } from './proof-of-use/follow.ts';
import type { ProofParticulars } from './proof-of-use/particulars.ts';
import { roundStanding } from './survey-round/access.ts';
import { followSurveyRound } from './survey-round/follow.ts';
import type { RoundParticulars } from './survey-round/particulars.ts';

/** What comes with an act on a submission of each form, beside the act itself. */
export interface ParticularsOf {
  'contact-request': ContactParticulars;
  'budget-application': BudgetParticulars;
  'committee-session': SessionParticulars;
  'payment-order': PaymentParticulars;
  'proof-of-use': ProofParticulars;
  'survey-round': RoundParticulars;
  'kita-survey': InstitutionParticulars;
  'provider-survey': InstitutionParticulars;
}

interface Behaviour<F extends FormName> {
  /** How somebody stands to a submission; undefined: for them it does not exist. */
  standing: (asker: Asker, head: HeadOf<F>) => Standing | undefined;
  /** @param placed the head in its new position */
  follow: (
    before: HeadOf<F>,
    placed: HeadOf<F>,
    act: Act,
    circumstances: Circumstances<ParticularsOf[F]>,
  ) => Followed<HeadOf<F>>;
  /** Calendar months after its end until it is deleted. */
  retentionMonths: (county: County, head: HeadOf<F>) => number;
  /** Whether files may lie beside it: attachments, or what was rendered. */
  files: boolean;
}

/** An institution's answers go when the next round closes; where none does, after so many months. */
const INSTITUTION_MONTHS = 24;

/** How each form behaves: who may see it, what follows an act, how long it is kept. A line for each form. */
const behaviours: { readonly [F in FormName]: Behaviour<F> } = {
  'contact-request': {
    standing: contactStanding,
    follow: followContactRequest,
    retentionMonths: (county) => county.contactRetentionMonths,
    files: false,
  },
  'budget-application': {
    standing: budgetStanding,
    follow: followBudgetApplication,
    // What was never sent is no funding file, and nobody's to keep.
    retentionMonths: ({ budget }, { about }) => (about.sent > 0 ? budget.retentionYears * 12 : 1),
    files: true,
  },
  'committee-session': {
    standing: sessionStanding,
    follow: followCommitteeSession,
    // Resolutions belong to the files of the cases. What was never convened is nobody's to keep.
    retentionMonths: ({ budget }, { about }) => (about.convened > 0 ? budget.retentionYears * 12 : 1),
    files: true,
  },
  'payment-order': {
    standing: paymentStanding,
    follow: followPaymentOrder,
    retentionMonths: ({ budget }) => budget.retentionYears * 12,
    files: false,
  },
  'proof-of-use': {
    standing: proofStanding,
    follow: followProofOfUse,
    retentionMonths: ({ budget }) => budget.retentionYears * 12,
    files: true,
  },
  'survey-round': {
    standing: roundStanding,
    follow: followSurveyRound,
    // The evaluation stays as long as a funding file, which may point to it. What was never opened is nobody's to keep.
    retentionMonths: ({ budget }, { about }) => (about.openedAt ? budget.retentionYears * 12 : 1),
    files: true,
  },
  'kita-survey': {
    standing: institutionStanding,
    follow: followInstitutionSurvey,
    retentionMonths: () => INSTITUTION_MONTHS,
    files: false,
  },
  'provider-survey': {
    standing: institutionStanding,
    follow: followInstitutionSurvey,
    retentionMonths: () => INSTITUTION_MONTHS,
    files: false,
  },
};

// One head's form names its own behaviour; the compiler cannot follow that through the table.
const behaviourOf = <F extends FormName>(of: HeadOf<F>) => behaviours[of.form] as unknown as Behaviour<F>;

/** How somebody stands to a submission, whatever its form; undefined: for them it does not exist. */
export const standingOf = (asker: Asker, head: Head): Standing | undefined =>
  behaviourOf(head).standing(asker, head);

/** What an act on a submission brings with it. @param placed the head in its new position */
export const follow = <H extends Head>(
  before: H,
  placed: H,
  act: Act,
  circumstances: Circumstances<ParticularsOf[H['form']]>,
): Followed<H> => behaviourOf(before).follow(before, placed, act, circumstances as never) as Followed<H>;

/** Calendar months after its end until a submission is deleted, as the county has it. */
export const retentionMonthsOf = (of: Head, county: County): number =>
  behaviourOf(of).retentionMonths(county, of);

/** Whether files may lie beside a submission, which go before its head does. */
export const hasFiles = (of: Head): boolean => behaviourOf(of).files;
