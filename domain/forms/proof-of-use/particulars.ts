import type { CalendarDate } from '../../calendar/period.ts';
import type { Cents } from '../../money/cents.ts';
import type { HeadOf } from '../../submission/head.ts';
import type { BudgetHead, NewNote } from '../budget-application/particulars.ts';
import type { Circumstances } from '../circumstances.ts';
import type { Claim, ClaimKind } from './claim.ts';

export type ProofHead = HeadOf<'proof-of-use'>;

/** What comes with an act on a proof of use. */
export interface ProofParticulars {
  /** The grant's application as it was read for this act: its money moves in the same transaction, or it is not written. */
  application?: BudgetHead | undefined;
  note?: NewNote | undefined;
  /** What the version that is sent with the act states. */
  stated?: Cents | undefined;
  /** Whether that version agrees to notices through the portal's mailbox. */
  electronicNotice?: boolean | undefined;
  /** What the provider is to be heard on. */
  intended?: { kind: ClaimKind; recognised: Cents } | undefined;
  claim?: Omit<Claim, 'note'> | undefined;
  /** Until when the provider has more time. */
  fileBy?: CalendarDate | undefined;
  /** The document that is approved. */
  sha256?: string | undefined;
  /** When the notice was posted, or the notification was sent. */
  sentOn?: CalendarDate | undefined;
  /** The booking of the finance system by which what is claimed came back. */
  repaid?: { reference: string; on: CalendarDate } | undefined;
  /** When an objection, a waiver or the money came in. */
  receivedOn?: CalendarDate | undefined;
}

export type ProofCircumstances = Circumstances<ProofParticulars>;
