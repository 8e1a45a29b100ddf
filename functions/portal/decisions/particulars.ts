import type { Decision } from '../../../domain/api/portal.ts';
import type { ParticularsOf } from '../../../domain/forms/behaviours.ts';
import type { FormName, Head, HeadOf } from '../../../domain/submission/head.ts';
import type { KnownAsker } from '../../cases/asker.ts';
import type { Deed } from '../../cases/decide.ts';
import type { PortalDeps } from '../deps.ts';
import { budgetParticulars } from './budget-application.ts';
import { sessionParticulars } from './committee-session.ts';
import { contactParticulars } from './contact-request.ts';
import { institutionParticulars } from './institution-survey.ts';
import { paymentParticulars } from './payment-order.ts';
import { proofParticulars } from './proof-of-use.ts';
import { roundParticulars } from './survey-round.ts';

/** What a decision brings with it: particulars for the form's rules, a code and an id for the log. */
export type Brought<F extends FormName = FormName> = Pick<Deed, 'reason' | 'ref'> & {
  particulars: ParticularsOf[F];
  /** In whose name it is done, where somebody says so. */
  for?: string | undefined;
};

/** Checks what came with a decision against the form, the head and the registers. @throws FieldsError */
export type ReadParticulars<F extends FormName> = (
  deps: PortalDeps,
  decision: Decision,
  about: { head: HeadOf<F>; asker: KnownAsker },
) => Promise<Brought<F>>;

/** A line for each form. */
const readers: { readonly [F in FormName]: ReadParticulars<F> } = {
  'contact-request': contactParticulars,
  'budget-application': budgetParticulars,
  'committee-session': sessionParticulars,
  'payment-order': paymentParticulars,
  'proof-of-use': proofParticulars,
  'survey-round': roundParticulars,
  'kita-survey': institutionParticulars,
  'provider-survey': institutionParticulars,
};

export const particularsOf = (
  deps: PortalDeps,
  decision: Decision,
  { head, asker }: { head: Head; asker: KnownAsker },
): Promise<Brought> =>
  // One head's form names its own reader; the compiler cannot follow that through the table.
  (readers[head.form] as ReadParticulars<FormName>)(deps, decision, { head, asker });
