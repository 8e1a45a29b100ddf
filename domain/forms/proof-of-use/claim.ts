import * as z from 'zod/mini';
import type { CalendarDate } from '../../calendar/period.ts';
import { type Cents, cents } from '../../money/cents.ts';
import { interestOf } from '../../money/interest.ts';
import { repaymentOf } from '../../money/settlement.ts';
import type { ProofSettings } from '../../proof/settings.ts';

/**
 * `repayment`: what was paid and not proven is claimed back; `withdrawal`: the notice itself is withdrawn, because the money
 * was not used for its purpose or not proven at all (§ 47 Abs. 2 SGB X), and what is not recognised comes back with it.
 */
export const claimKinds = ['repayment', 'withdrawal'] as const;
export type ClaimKind = (typeof claimKinds)[number];

const setOff = z.strictObject({
  amount: cents,
  /** The application whose money the provider is still to get. */
  against: z.uuid(),
  /** Its file number, as the notice names it. */
  fileNumber: z.optional(z.string()),
});

/** What is claimed back, in cents. Once drafted its sums stay: the document says the same, whenever it is drawn up. */
export const claim = z.strictObject({
  kind: z.enum(claimKinds),
  /** By which the money names it when it comes. A claim that is drafted anew keeps it. */
  number: z.optional(z.string()),
  paid: cents,
  /** What the office recognises of it. */
  recognised: cents,
  repayment: cents,
  interest: z.optional(z.strictObject({ from: z.iso.date(), to: z.iso.date(), amount: cents })),
  setOff: z.optional(setOff),
  /** Repayment and interest, less what is set off. */
  payable: cents,
  /** Number of the note with its reasons and what is recognised of each part. */
  note: z.int().check(z.nonnegative()),
});
export type Claim = z.infer<typeof claim>;

export interface ClaimFacts {
  kind: ClaimKind;
  paid: Cents;
  recognised: Cents;
  /** The first day for which interest is claimed, and the day on which that is worked out. */
  interestFrom?: CalendarDate | undefined;
  today: CalendarDate;
  setOff?: z.infer<typeof setOff> | undefined;
}

/** Why there is no such claim. */
export type ClaimRefusal =
  | 'nothing-to-claim'
  | 'no-interest'
  | 'no-base-rate'
  | 'no-set-off'
  | 'set-off-too-much';

/** What a county claims beside what is paid back. */
export type ClaimRules = Pick<ProofSettings, 'interest' | 'setOff'>;

/**
 * What is to be paid back: repayment = paid − recognised, interest by the day where the county claims some, less what is set
 * off where the county does that.
 */
export const claimOf = (
  { kind, paid, recognised, interestFrom, today, setOff: off }: ClaimFacts,
  { interest: rule, setOff: mayBeSetOff }: ClaimRules,
): { ok: true; claim: Omit<Claim, 'note'> } | { ok: false; refusal: ClaimRefusal } => {
  const repayment = repaymentOf({ paid, proven: recognised });
  // A withdrawal takes back what was granted and not paid, too.
  if (repayment === 0 && kind === 'repayment') return { ok: false, refusal: 'nothing-to-claim' };
  if (interestFrom && !rule) return { ok: false, refusal: 'no-interest' };
  if (interestFrom && !rule?.baseRates.some(({ from }) => from <= interestFrom))
    return { ok: false, refusal: 'no-base-rate' };
  if (off && !mayBeSetOff) return { ok: false, refusal: 'no-set-off' };
  const of = interestFrom && { from: interestFrom, to: today };
  const interest = of && rule ? { ...of, amount: interestOf(repayment, of, rule) } : undefined;
  const all = repayment + (interest?.amount ?? 0);
  if (off && off.amount > all) return { ok: false, refusal: 'set-off-too-much' };
  return {
    ok: true,
    claim: {
      kind,
      paid,
      recognised,
      repayment,
      ...(interest && { interest }),
      ...(off && { setOff: off }),
      payable: all - (off?.amount ?? 0),
    },
  };
};
