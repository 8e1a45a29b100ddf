import type * as z from 'zod/mini';
import { joined } from '../joined.ts';
import type { ProofBasis } from './basis.ts';
import { basisIssues } from './basis-rules.ts';
import { proofOfUseFields } from './fields.ts';
import { monthsOf } from './months.ts';

/** What a provider sends when it proves what it spent the money on. */
export const proofOfUseAnswers = proofOfUseFields.whole;
export type ProofOfUseAnswers = z.infer<typeof proofOfUseAnswers>;

/** A half-filled proof, as it is saved. */
export const proofOfUseDraft = proofOfUseFields.half;
export type ProofOfUseDraft = z.infer<typeof proofOfUseDraft>;

/**
 * The answers to what was granted: the form is generated from it. What it asks for because of the grant is looked at when
 * every field can be read.
 */
export const proofAnswersFor = (basis: ProofBasis) =>
  proofOfUseAnswers.check(
    joined<ProofOfUseAnswers>([
      (answers) => {
        const read = proofOfUseAnswers.safeParse(answers);
        return read.success ? basisIssues(basis, read.data) : [];
      },
    ]),
  );

/**
 * What was saved, held against what is granted by now: a position that an amendment has added stands there as it was granted, one
 * that it has taken away is gone, and all are in the order of the grant.
 */
export const heldAgainst = (saved: ProofOfUseDraft, basis: ProofBasis): ProofOfUseDraft => {
  const rows = new Map((saved.positions ?? []).map((row) => [row.id, row]));
  const granted = prefilled(basis).positions ?? [];
  return { ...saved, positions: granted.map((row) => rows.get(row.id) ?? row) };
};

/** What stands in a proof before anybody has written in it: the granted positions as if all had gone as granted. */
export const prefilled = ({ positions, thirdParty }: ProofBasis): ProofOfUseDraft => ({
  positions: positions.map((one) => ({ id: one.id, months: monthsOf(one), hours: one.hours })),
  thirdParty,
});
