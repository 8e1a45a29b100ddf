import type { CalendarDate } from '../../calendar/period.ts';
import type { Cents } from '../../money/cents.ts';
import type { Grant } from '../../payments/grant.ts';
import type { HeadOf } from '../../submission/head.ts';
import type { Circumstances } from '../circumstances.ts';
import type { BudgetAbout, DecisionDraft } from './about.ts';
import type { Note } from './note.ts';

export type BudgetHead = HeadOf<'budget-application'>;

/** Own words that come with an act; they become the application's next note. */
export type NewNote = Pick<Note, 'text' | 'fields' | 'granted' | 'conditions' | 'resolution'>;

/** What comes with an act on a budget application. */
export interface BudgetParticulars {
  note?: NewNote | undefined;
  /** What the head says of the version that is sent with the act. */
  sent?: Pick<BudgetAbout, 'kitas' | 'shares' | 'purpose' | 'applied' | 'electronicNotice'> | undefined;
  decision?: Omit<DecisionDraft, 'note'> | undefined;
  /** How much of the sum is to be taken from the voluntary line. */
  voluntary?: Cents | undefined;
  /** Later steps for which nobody would remain. */
  unstaffed?: readonly string[] | undefined;
  /** The grant that is amended, as it was read for this act. */
  amended?: BudgetHead | undefined;
  /** Last year's grant that it goes on from without a change. */
  continues?: string | undefined;
  /** What the committee resolved, and the most that may be granted by it. */
  resolution?: Pick<NonNullable<BudgetAbout['resolution']>, 'session' | 'outcome' | 'amount'> | undefined;
  /** The document that is approved. */
  sha256?: string | undefined;
  /** When it was posted, or the notification was sent. */
  sentOn?: CalendarDate | undefined;
  /** What the grant is when nobody can object to it any more. */
  grant?: Grant | undefined;
  /** When an objection, a waiver or a result came in. */
  receivedOn?: CalendarDate | undefined;
}

export type BudgetCircumstances = Circumstances<BudgetParticulars>;
