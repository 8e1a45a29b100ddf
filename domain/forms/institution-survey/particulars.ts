import type { HeadOf } from '../../submission/head.ts';
import type { NewNote } from '../budget-application/particulars.ts';
import type { Circumstances } from '../circumstances.ts';

/** The answers of a Kita or of a provider: two forms that differ in who fills them in. */
export type InstitutionForm = 'kita-survey' | 'provider-survey';
export type InstitutionHead = HeadOf<'kita-survey'> | HeadOf<'provider-survey'>;

export const isInstitution = (head: { form: string }): head is InstitutionHead =>
  head.form === 'kita-survey' || head.form === 'provider-survey';

/** Of which group the answers are, who fills them in, and of which kind of unit. */
export const institutionOf = {
  'kita-survey': { group: 'staff', role: 'kita', kind: 'kita' },
  'provider-survey': { group: 'providers', role: 'provider', kind: 'provider' },
} as const;

/** What comes with an act on an institution's answers. */
export interface InstitutionParticulars {
  /** Why fields are returned. */
  note?: NewNote | undefined;
  /** Whether a version is sent with the act. */
  sent?: boolean | undefined;
}

export type InstitutionCircumstances = Circumstances<InstitutionParticulars>;
