import * as z from 'zod/mini';
import { note } from '../forms/budget-application/note.ts';
import { purposes } from '../forms/budget-application/purposes.ts';
import { proofAbout } from '../forms/proof-of-use/about.ts';
import { proofOfUseDraft } from '../forms/proof-of-use/answers.ts';
import { proofBasis } from '../forms/proof-of-use/basis.ts';
import { proofSettings } from '../proof/settings.ts';
import { deedShown } from './portal.ts';

/** Amounts of the reconciliation are signed: third-party money is deducted. */
const signed = z.int();

/**
 * `GET /api/proofs-of-use/{id}`: a proof of use with what it proves against. While the provider writes, `answers` are what is being
 * written, and for nobody else; before the first saved state what was granted, pre-filled.
 */
export const proofFile = z.object({
  id: z.string(),
  view: z.enum(['own', 'office']),
  at: z.string(),
  version: z.int(),
  application: z.string(),
  provider: z.object({ id: z.string(), name: z.string() }),
  year: z.int(),
  purpose: z.optional(z.enum(purposes)),
  fileNumber: z.string(),
  fileBy: z.iso.date(),
  /** The last day of a grant that ended because its last Kita changed its provider. */
  closedOn: z.optional(z.iso.date()),
  /** Kitas that changed their provider, and their last day in the grant. */
  left: z.array(z.object({ kita: z.object({ id: z.string(), name: z.string() }), on: z.iso.date() })),
  saved: z.int(),
  savedBy: z.optional(z.string()),
  savedAt: z.optional(z.string()),
  sent: z.int(),
  answers: z.optional(proofOfUseDraft),
  basis: proofBasis,
  /** What was paid and did not come back before; what the answers state as spent, less third-party money. */
  paid: z.int(),
  stated: z.int(),
  /** Granted, paid, stated and recognised side by side. */
  reconciliation: z.array(
    z.object({
      id: z.optional(z.string()),
      part: z.enum(['position', 'training', 'third-party', 'total']),
      granted: signed,
      paid: signed,
      stated: signed,
      recognised: z.optional(signed),
    }),
  ),
  /** The fields that a return opened. */
  reopened: z.optional(z.array(z.string())),
  answerBy: z.optional(z.iso.date()),
  /** Whether a notice may go to the mailbox of whoever filed it. */
  electronicNotice: z.boolean(),
  notes: z.array(z.extend(note, { byName: z.optional(z.string()), forName: z.optional(z.string()) })),
  intended: proofAbout.shape.intended,
  claim: proofAbout.shape.claim,
  approved: z.optional(z.object({ by: z.string(), at: z.string(), sha256: z.string() })),
  announced: proofAbout.shape.announced,
  objectedOn: z.optional(z.iso.date()),
  waivedOn: z.optional(z.iso.date()),
  /** The booking by which the money came back: for the office. */
  repaid: proofAbout.shape.repaid,
  result: proofAbout.shape.result,
  /** Who acted in which step: shown to the office. */
  acted: z.array(deedShown),
  /**
   * What can be claimed beside what is paid back in this county: for the office. `grants` are what it can be set off against, while
   * the claim is drafted: the provider's grants of which money is still to be paid (`committed`, cents).
   */
  rules: z.optional(
    z.object({
      interest: proofSettings.shape.interest,
      setOff: z.boolean(),
      grants: z.array(
        z.object({
          application: z.string(),
          fileNumber: z.string(),
          purpose: z.optional(z.enum(purposes)),
          committed: z.int(),
        }),
      ),
    }),
  ),
});
export type ProofFile = z.infer<typeof proofFile>;
