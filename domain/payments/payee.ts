import * as z from 'zod/mini';
import { dateOf, daysLater } from '../calendar/due.ts';
import type { Instant } from '../calendar/period.ts';
import { isIban, isIbanLength, plainIban } from '../money/iban.ts';

const instant = z.iso.datetime({ precision: 3 });
const someone = z.strictObject({ person: z.string(), for: z.optional(z.string()) });
export type Someone = z.infer<typeof someone>;

const account = { holder: z.string(), iban: z.string() };

/**
 * Whom a grant is paid to. What the application said holds until somebody changes it; a change waits for a configured time
 * and for a second person, because a changed account is how most money is stolen from public offices.
 */
export const payee = z.strictObject({
  ...account,
  since: instant,
  /** Who entered this account, if it is not the application's own: that person releases nothing to it. */
  changedBy: z.optional(someone),
  confirmedBy: z.optional(someone),
  /**
   * Everybody who ever entered an account here, and which, also of proposals that were rejected or replaced: whoever changes the
   * holder's name later does not clear who brought the IBAN.
   */
  entered: z.optional(z.array(z.strictObject({ iban: z.string(), by: someone, at: instant }))),
  pending: z.optional(
    z.strictObject({
      ...account,
      by: someone,
      at: instant,
      /** From this day on somebody else can confirm it. */
      from: z.iso.date(),
    }),
  ),
});
export type Payee = z.infer<typeof payee>;

/** `POST …/payee`: another account, as it is typed. Messages are keys of languages/<language>/problems.json. */
export const payeeChange = z.strictObject(
  {
    holder: z.string('required').check(z.trim(), z.minLength(1, 'required'), z.maxLength(70, 'too-long')),
    iban: z.string('required').check(
      z.trim(),
      z.minLength(1, 'required'),
      z.maxLength(50, 'too-long'),
      z.overwrite<string>((typed) => (typed.length > 50 ? typed : plainIban(typed))),
      z.refine((iban: string) => iban === '' || iban.length > 50 || isIbanLength(iban), 'iban-length'),
      z.refine(
        (iban: string) => iban === '' || iban.length > 50 || !isIbanLength(iban) || isIban(iban),
        'iban',
      ),
    ),
  },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-type') },
);
export type PayeeChange = z.infer<typeof payeeChange>;

/** The payee with a change that waits; a newer one takes the place of an older one, and its time begins anew. */
export const proposed = (
  now: Payee,
  { holder, iban }: PayeeChange,
  { by, at, waitDays }: { by: Someone; at: Instant; waitDays: number },
): Payee => ({
  ...now,
  entered: [...(now.entered ?? []), { iban, by, at }],
  pending: { holder, iban, by, at, from: daysLater(dateOf(at), waitDays) },
});

/** Everybody who brought this IBAN, under whatever holder's name, and when. */
export const broughtBy = ({ entered = [] }: Payee, iban: string): { by: Someone; at: Instant }[] =>
  entered.filter((one) => one.iban === iban);

/** The payee as it was before somebody wanted to change it; who that was is remembered. */
export const rejected = ({ pending: _, ...now }: Payee): Payee => now;

/** Why a change cannot be confirmed: there is none, or it has not waited long enough. */
export type PayeeRefusal = 'nothing-pending' | 'too-early';

export const confirmationRefusal = ({ pending }: Payee, at: Instant): PayeeRefusal | undefined => {
  if (!pending) return 'nothing-pending';
  return dateOf(at) < pending.from ? 'too-early' : undefined;
};

/** The changed account in the place of the old one. @throws RangeError without a change that waits */
export const confirmed = ({ pending, entered }: Payee, { by, at }: { by: Someone; at: Instant }): Payee => {
  if (!pending) throw new RangeError('nothing to confirm');
  const { holder, iban, by: changedBy } = pending;
  return { holder, iban, since: at, changedBy, confirmedBy: by, ...(entered && { entered }) };
};
