import * as z from 'zod/mini';
import { visible } from '../languages/visible.ts';
import { budgetOf } from '../money/shares.ts';
import { type Actor, actor } from '../submission/log.ts';
import { type Amounts, amounts, fitsInto, isNothing, minus, NOTHING, plus } from './amounts.ts';
import { type Entry, entry, newEntry } from './entry.ts';

/** What somebody proposes: to take an entry back, wholly or in part, and why. */
export const proposal = z.strictObject({
  corrects: z.string('required').check(z.minLength(1, 'required')),
  amounts,
  reason: z
    .string('required')
    .check(z.trim(), z.minLength(1, 'required'), z.maxLength(500, 'too-long'), visible),
});

const instant = z.iso.datetime({ precision: 3 });

/** A proposed correction as it is kept. It moves nothing until another person confirms it. */
export const correction = z.extend(proposal, {
  id: z.string().check(z.minLength(1)),
  at: instant,
  by: actor,
  /** The entry that it takes back, as it stands in the ledger: it never changes there. */
  of: entry,
  state: z.enum(['open', 'confirmed', 'rejected']),
  /** Who confirmed or rejected it; why, if they rejected it. */
  answered: z.optional(z.strictObject({ at: instant, by: actor, reason: z.optional(proposal.shape.reason) })),
});
export type Correction = z.infer<typeof correction>;

/** The name of the counter-entry that a confirmed correction brings. */
export const entryOf = ({ id }: Pick<Correction, 'id'>): string => `correction.${id}`;

/**
 * What of an entry still stands after the corrections of its year: a correction that was itself taken back counts only
 * with its rest.
 */
export const stillStanding = (of: Entry, entries: readonly Entry[]): Amounts =>
  entries
    .filter(({ corrects }) => corrects === of.id)
    .reduce((left, one) => minus(left, stillStanding(one, entries)), of.amounts);

/** An entry, the one that it takes back if it is a correction itself, and so on. */
const lineOf = (of: Entry, entries: readonly Entry[]): Entry[] => {
  const above = entries.find(({ id }) => id === of.corrects);
  return above ? [of, ...lineOf(above, entries)] : [of];
};

/**
 * Whether more would be taken back than stands, of the entry or of one above it: to undo a correction makes what it took
 * back stand again, or be taken back again, and that may have happened by another one already.
 */
const takesTooMuch = (of: Entry, back: Amounts, entries: readonly Entry[]): boolean => {
  const then = [...entries, { ...of, id: '', corrects: of.id, amounts: back }];
  return lineOf(of, entries).some((one) => {
    const stands = stillStanding(one, then);
    return !fitsInto(NOTHING, stands) || !fitsInto(stands, one.amounts);
  });
};

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
  if (takesTooMuch(of, back, entries)) return 'more-than-stands';
  if (of.to !== 'outside' && !fitsInto(back, lies)) return 'moved-on';
  if (of.submission !== undefined) return undefined;
  const figures = of.to === 'frame' ? minus(lies, back) : plus(lies, back);
  return budgetOf(figures.state).county === figures.county ? undefined : 'no-budget';
};

const personsOf = (by: Actor) => ('person' in by ? [by.person, ...(by.for ? [by.for] : [])] : []);

/** For whom each of the two stands in, on the day of the proposal or today. */
export interface StandingIn {
  proposing: readonly string[];
  confirming: readonly string[];
}

/**
 * Four eyes: neither who proposed it may confirm it, nor for whom that was done, nor who stands in for one of them, nor for
 * whom they stand in: a deputyship is no way round, whichever of the two used it.
 */
export const isAnother = (proposedBy: Actor, by: Actor, standingIn: StandingIn): boolean => {
  const excluded = [...personsOf(proposedBy), ...standingIn.proposing];
  const confirming = personsOf(by);
  return (
    confirming.length > 0 && ![...confirming, ...standingIn.confirming].some((one) => excluded.includes(one))
  );
};

/** The entry that takes another one back, linked to it: the same money, the other way round. */
export const counterEntry = (
  of: Entry,
  { amounts, reason, by: proposedBy }: Pick<Correction, 'amounts' | 'reason' | 'by'>,
  { id, at, by }: { id: string; at: string; by: Actor },
): Entry => {
  const { submission, provider, purpose, from, to } = of;
  const link = { kind: 'correct', corrects: of.id, proposedBy, reason } as const;
  return newEntry({ id, at, by, ...link, from: to, to: from, amounts, submission, provider, purpose });
};
