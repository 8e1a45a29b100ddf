import * as z from 'zod/mini';
import { budgetOf } from '../money/shares.ts';
import { type Actor, actor } from '../submission/log.ts';
import { type Amounts, amounts, fitsInto, isNothing, minus, plus } from './amounts.ts';
import { type Entry, newEntry } from './entry.ts';

/** What somebody proposes: to take an entry back, wholly or in part, and why. */
export const proposal = z.strictObject({
  corrects: z.string('required').check(z.minLength(1, 'required')),
  amounts,
  reason: z.string('required').check(z.trim(), z.minLength(1, 'required'), z.maxLength(500, 'too-long')),
});

/** A proposed correction as it is kept. It moves nothing until another person confirms it. */
export const correction = z.extend(proposal, {
  id: z.string().check(z.minLength(1)),
  at: z.iso.datetime({ precision: 3 }),
  by: actor,
  /** The counter-entry, once it is confirmed. */
  entry: z.optional(z.string()),
});
export type Correction = z.infer<typeof correction>;

/**
 * What of an entry still stands after the corrections of its year: a correction that was itself taken back counts only
 * with its rest.
 */
export const stillStanding = (of: Entry, entries: readonly Entry[]): Amounts =>
  entries
    .filter(({ corrects }) => corrects === of.id)
    .reduce((left, one) => minus(left, stillStanding(one, entries)), of.amounts);

/**
 * Why an entry cannot be taken back: nothing is to be taken back, less of it stands, the money lies elsewhere by now, or
 * the figures that remain would not be a state's figure with its county's share.
 */
export type CorrectionRefusal = 'nothing' | 'more-than-stands' | 'moved-on' | 'no-budget';

/**
 * Asked when a correction is proposed and again when it is confirmed. What the frame allows is a question of its own
 * (`refusalOf` the counter-entry's effect).
 * @param of the entry to take back, @param back how much of it
 * @param entries all entries of its year
 * @param lies what lies now where the entry put it: in that stage of its application; for the frame, its figures
 */
export const correctionRefusal = (
  of: Entry,
  back: Amounts,
  { entries, lies }: { entries: readonly Entry[]; lies: Amounts },
): CorrectionRefusal | undefined => {
  if (isNothing(back)) return 'nothing';
  if (!fitsInto(back, stillStanding(of, entries))) return 'more-than-stands';
  if (of.to !== 'outside' && !fitsInto(back, lies)) return 'moved-on';
  if (of.submission !== undefined) return undefined;
  const figures = of.to === 'frame' ? minus(lies, back) : plus(lies, back);
  return budgetOf(figures.state).county === figures.county ? undefined : 'no-budget';
};

const personsOf = (by: Actor) => ('person' in by ? [by.person, ...(by.for ? [by.for] : [])] : []);

/**
 * Four eyes: neither who proposed it may confirm it, nor for whom that was done, nor who stands in for one of them today.
 * @param standsInFor those for whom the confirming person stands in on that day
 */
export const isAnother = (proposedBy: Actor, by: Actor, standsInFor: readonly string[]): boolean => {
  const excluded = personsOf(proposedBy);
  const confirming = personsOf(by);
  return confirming.length > 0 && ![...confirming, ...standsInFor].some((one) => excluded.includes(one));
};

/** The entry that takes another one back, linked to it: the same money, the other way round. */
export const counterEntry = (
  of: Entry,
  { amounts, reason, by: proposedBy }: Correction,
  { id, at, by }: { id: string; at: string; by: Actor },
): Entry => {
  const { submission, provider, purpose, from, to } = of;
  const link = { kind: 'correct', corrects: of.id, proposedBy, reason } as const;
  return newEntry({ id, at, by, ...link, from: to, to: from, amounts, submission, provider, purpose });
};
