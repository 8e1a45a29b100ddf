import * as z from 'zod/mini';

const days = z.int().check(z.positive());
const basisPoints = z.int().check(z.minimum(-10_000), z.maximum(10_000));

/** As long as from the end of a year to the end of March. */
const CLOSED_DAYS = 90;
/** Rückforderung. */
const CLAIM_PREFIX = 'RF';

/** How a county asks for proofs of use and claims money back. Legal defaults are the best reading of public sources. */
export const proofSettings = z.strictObject({
  /** The last day on which proofs are due in the year after (MM-DD). */
  due: z.string().check(z.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|30|31)$/)),
  /** Days after the end of a grant that ended within its year, until its proof is due. */
  closedDays: z._default(days, CLOSED_DAYS),
  /** Days after the announcement within which a repayment must be there. */
  repaymentDays: days,
  /** Interest on what is paid back (§ 50 Abs. 2a SGB X, § 49a Abs. 3 VwVfG); without, none is claimed. */
  interest: z.optional(
    z.strictObject({
      /** Basis points above the base rate. */
      points: basisPoints,
      /** The base rate (§ 247 BGB) by the day from which it is valid, in basis points. */
      baseRates: z.array(z.strictObject({ from: z.iso.date(), rate: basisPoints })).check(z.minLength(1)),
    }),
  ),
  /** Before a claim's number, for the cash office: another one than before the numbers of payment orders. */
  claimPrefix: z._default(z.string().check(z.regex(/^[A-Z]{1,10}$/)), CLAIM_PREFIX),
  /** Whether a repayment may be set off against money that the same provider is still to get. */
  setOff: z.boolean(),
});
export type ProofSettings = z.infer<typeof proofSettings>;

/** The end of March, as most notices say; no interest, no set-off. */
export const PROOF_DEFAULTS: ProofSettings = {
  due: '03-31',
  closedDays: CLOSED_DAYS,
  repaymentDays: 30,
  claimPrefix: CLAIM_PREFIX,
  setOff: false,
};
