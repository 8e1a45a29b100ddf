import * as z from 'zod/mini';
import { type Cents, cents } from '../../money/cents.ts';

const day = z.iso.date();
const count = z.int().check(z.nonnegative());

/** A position as it was granted in the end. */
export const grantedPosition = z.strictObject({
  id: z.string(),
  function: z.string(),
  /** Hundredths of weekly hours. */
  hours: count,
  from: day,
  to: day,
  granted: cents,
});

/** What a proof of use proves against: what was granted, with all its changes. Sums in cents. */
export const proofBasis = z.strictObject({
  period: z.strictObject({ from: day, to: day }),
  positions: z.array(grantedPosition),
  training: cents,
  /** Deducted. */
  thirdParty: cents,
  /** Positions and training less third-party money. */
  granted: cents,
});
export type ProofBasis = z.infer<typeof proofBasis>;

/** What is stated, or recognised, of each part. */
export interface ProofParts {
  positions: readonly { id: string; amount: Cents }[];
  training: Cents;
  thirdParty: Cents;
}
