import * as z from 'zod/mini';
import { areToldApart, distributionRule, indicator, knowsIndicators } from '../distribution/rule.ts';
import { cents } from '../money/cents.ts';
import { announcementRules } from '../notice/announcement.ts';
import { objectionPeriods } from '../notice/objection-period.ts';
import { paymentSettings } from '../payments/settings.ts';
import { PROOF_DEFAULTS, proofSettings } from '../proof/settings.ts';
import { CLOSING_DEFAULTS, closingSettings } from '../year/settings.ts';

const text = z.string().check(z.minLength(1), z.maxLength(1_000));
const days = z.int().check(z.positive());

/** A version of the county's concept for the budget, with the day on which the JHA resolved it. */
const concept = z.strictObject({
  version: text,
  resolvedOn: z.iso.date(),
  validFrom: z.iso.date(),
  validTo: z.optional(z.iso.date()),
  /** How it distributes the budget over the Kitas; absent where it says nothing about that. */
  distribution: z.optional(distributionRule),
});

const settings = z.strictObject({
  /** `notice`: providers get a Bescheid. `allotment`: the county employs the staff itself, and money is allotted inside. */
  mode: z.enum(['notice', 'allotment']),
  /** Above this sum (cents) the JHA resolves before the head approves. */
  committeeAbove: cents,
  /** A hearing before a refusal (§ 24 SGB X): for a first grant the law wants none. */
  hearingBeforeRefusal: z.boolean(),
  /** What happens to an application that comes too late for the money. */
  exhausted: z.enum(['wait', 'refuse']),
  /** Whether a grant may be approved while the year's frame is provisional. */
  commitProvisional: z.boolean(),
  /** Pairs of steps that different people must do, beside those that the law fixes. */
  separate: z.array(z.tuple([z.string(), z.string()])),
  /** Hundredths of the weekly hours of a full position (1.00 VZÄ). */
  fullWeek: days,
  /** Days that a provider has to answer queries, and to speak before a refusal. */
  queryDays: days,
  hearingDays: days,
  /** When a notice counts as announced. */
  announcement: announcementRules,
  /** Months to object, with and without the instruction on remedies. */
  objectionMonths: objectionPeriods,
  /** Working days after that period in which the office still enters what came in by its last day. */
  objectionEntryDays: days,
  /** Calendar years after its end until a funding file is deleted. */
  retentionYears: days,
  /** What is known of the Kitas, to distribute the budget by it. */
  indicators: z.optional(z.array(indicator).check(z.refine(areToldApart))),
  concepts: z.array(concept),
  payments: paymentSettings,
  /** Proofs of use, and what is claimed back. */
  proof: z._default(proofSettings, PROOF_DEFAULTS),
  /** How a year is closed. */
  closing: z._default(closingSettings, CLOSING_DEFAULTS),
  notice: z.strictObject({
    /** Who issues it, as the letterhead says. */
    authority: text,
    department: text,
    street: text,
    town: text,
    /** Before the year and the application's number in the file number. */
    filePrefix: text,
    /** Where objections go, with the address. */
    objectionTo: text,
    /** The court or board behind it, as the instruction on remedies names it. */
    appealBoard: text,
    /** Conditions (Nebenbestimmungen) that every grant begins with. */
    conditions: z.array(text),
  }),
});

/** How a county decides about the Sozialraumbudget. Legal defaults are the best reading of public sources. */
export const budgetSettings = settings.check(
  z.refine(
    ({ concepts, indicators = [] }) =>
      concepts.every(({ distribution }) => !distribution || knowsIndicators(distribution, indicators)),
    { path: ['concepts'] },
  ),
);
export type BudgetSettings = z.infer<typeof budgetSettings>;
