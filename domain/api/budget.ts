import * as z from 'zod/mini';
import { amendmentReason } from '../amendments/amends.ts';
import { change } from '../amendments/changes.ts';
import { eachStage } from '../budget/account.ts';
import { amounts } from '../budget/amounts.ts';
import { correction, proposal } from '../budget/correction.ts';
import { entry } from '../budget/entry.ts';
import { frame } from '../budget/frame.ts';
import { holding } from '../budget/holding.ts';
import { attachment } from '../files/attachment.ts';
import { budgetAbout } from '../forms/budget-application/about.ts';
import { budgetApplicationDraft } from '../forms/budget-application/draft.ts';
import { note } from '../forms/budget-application/note.ts';
import { purposes } from '../forms/budget-application/purposes.ts';
import { visible } from '../languages/visible.ts';
import { closing } from '../year/closing.ts';
import { unsettledReasons } from '../year/unsettled.ts';
import { deedShown } from './portal.ts';

const strict = {
  error: (issue: { code?: string }) => (issue.code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-type'),
};

/** `PUT /api/budget-applications/{id}`: `saved` counts the saved states; it is the `ETag`, and goes back as `If-Match`. */
export const savedAnswer = z.object({ id: z.string(), saved: z.int(), savedAt: z.string() });

/** `POST /api/budget-applications/{id}/submission`: which saved state is sent. */
export const submission = z.strictObject({ saved: z.int('required') }, strict);

/** `POST /api/budget-applications/{id}/cosignatures` */
export const cosignature = z.strictObject(
  {
    kita: z.string('required'),
    agrees: z.boolean('required'),
    comment: z.optional(
      z
        .string('wrong-type')
        .check(z.trim(), z.minLength(1, 'required'), z.maxLength(3_000, 'too-long'), visible),
    ),
  },
  strict,
);

/**
 * `POST /api/budget-applications/{id}/amendments`: the provider begins a draft, the office files what it amends of its own accord.
 * The id is made by the browser, so that sending twice is harmless.
 */
export const newAmendment = z.strictObject(
  {
    id: z.uuidv7('wrong-type').check(z.lowercase('wrong-type')),
    reason: amendmentReason,
    /** From which day on something is otherwise. */
    from: z.optional(z.iso.date('date')),
    changes: z.optional(z.array(change).check(z.maxLength(50, 'too-many'))),
  },
  strict,
);
export const begunAmendment = z.object({ id: z.string(), at: z.string() });

const named = z.object({ id: z.string(), name: z.string() });

/** Of an amendment: the grant that it amends, what was granted before, and by how much it differs (cents, less is negative). */
const amendsShown = z.object({
  application: z.string(),
  fileNumber: z.string(),
  reason: amendmentReason,
  from: z.optional(z.string()),
  exOfficio: z.boolean(),
  effective: z.boolean(),
  left: z.optional(z.array(z.object({ kita: named, on: z.string() }))),
  before: amounts,
  /** Of what is applied for, or since there is one of the decision. */
  difference: z.object({ state: z.int(), county: z.int(), voluntary: z.int() }),
  /** What was granted before, as answers: for the provider and the office. */
  granted: z.optional(budgetApplicationDraft),
});

/** Of a grant: the amendment that is open, those that hold, and Kitas that leave its provider within its period. */
const amendmentsShown = z.object({
  open: z.optional(z.string()),
  holding: z.array(
    z.object({
      id: z.string(),
      reason: amendmentReason,
      from: z.optional(z.string()),
      at: z.string(),
      total: z.int(),
    }),
  ),
  leaving: z.array(z.object({ kita: named, on: z.string() })),
  /** The positions that are granted now, by name and days. */
  positions: z.array(named),
  /** Whether the one who asks may begin one now. */
  possible: z.boolean(),
});

/**
 * `GET /api/budget-applications/{id}`: the file of an application, as far as the one who asks may see it. The provider sees
 * what the office said to it, the committee's office a paper without persons, accounts or own words about persons.
 */
export const applicationFile = z.object({
  id: z.string(),
  view: z.enum(['own', 'kita', 'office', 'paper']),
  at: z.string(),
  version: z.int(),
  provider: named,
  kitas: z.array(named),
  year: z.int(),
  purpose: z.optional(z.enum(purposes)),
  fileNumber: z.string(),
  /** Hundredths of weekly hours that are one full-time equivalent in this county. */
  fullWeek: z.int(),
  /** The saved state of what is being written, and who saved it when: for the provider, while it may write. */
  saved: z.int(),
  savedBy: z.optional(z.string()),
  savedAt: z.optional(z.string()),
  /** How many versions were sent; `?version=n` shows an earlier one. */
  sent: z.int(),
  /** What is being written (the provider, while it may), or the version that was sent last or asked for. */
  answers: z.optional(budgetApplicationDraft),
  /** The fields that a query opened. */
  reopened: z.optional(z.array(z.string())),
  notes: z.array(z.extend(note, { byName: z.optional(z.string()), forName: z.optional(z.string()) })),
  cosigned: z.array(
    z.object({
      kita: named,
      person: z.optional(z.string()),
      agrees: z.boolean(),
      at: z.string(),
    }),
  ),
  attachments: z.array(attachment),
  money: z.optional(holding),
  decision: budgetAbout.shape.decision,
  resolution: budgetAbout.shape.resolution,
  /** The session of the committee that it lies in: for the office and the committee. */
  session: budgetAbout.shape.session,
  approved: z.optional(z.object({ by: z.string(), at: z.string(), sha256: z.string() })),
  announced: budgetAbout.shape.announced,
  objectedOn: z.optional(z.iso.date()),
  waivedOn: z.optional(z.iso.date()),
  continues: z.optional(z.string()),
  /** Whether money is paid ahead of the decision, and for the office how much a month, and for how many months it may be. */
  advances: z.optional(
    z.object({ planned: z.boolean(), monthly: z.optional(z.int()), months: z.optional(z.int()) }),
  ),
  amends: z.optional(amendsShown),
  amendments: z.optional(amendmentsShown),
  /** Who acted in which step: shown to the office, for four eyes look at it. */
  acted: z.array(deedShown),
  /** What the county's settings say of the decision: for the office. */
  rules: z.optional(
    z.object({
      mode: z.enum(['notice', 'allotment']),
      /** Above this sum (cents) the JHA resolves first. */
      committeeAbove: z.int(),
      hearingBeforeRefusal: z.boolean(),
      /** Conditions that every grant begins with. */
      conditions: z.array(z.string()),
    }),
  ),
  /** Later steps for which nobody would remain by four eyes: told to the office. */
  unstaffed: z.array(z.string()),
});
export type ApplicationFile = z.infer<typeof applicationFile>;

/** `GET /api/budgets/{year}`; `agrees` tells that the sums are those of all entries, recomputed for this answer. */
export const budgetAnswer = z.extend(frame, { agrees: z.boolean(), entries: z.int() });
/** `GET /api/budgets/{year}/closing`: `hindering` counts what keeps it from being closed; `at` and `by` when it is. */
export const closingAnswer = z.extend(closing, {
  year: z.int(),
  state: frame.shape.state,
  version: z.int(),
  unsettled: z.array(
    z.object({
      application: z.string(),
      fileNumber: z.optional(z.string()),
      provider: z.optional(z.string()),
      reason: z.enum(unsettledReasons),
      amount: z.int(),
    }),
  ),
  hindering: z.int(),
  at: z.optional(z.string()),
  by: z.optional(z.string()),
});

const stageSums = z.object(eachStage(() => z.int()));
const overviewRow = z.object({
  key: z.string(),
  /** Of a provider. */
  name: z.optional(z.string()),
  /** Applications; of a social area its Kitas that have money. */
  count: z.int(),
  money: stageSums,
});
/** `GET /api/budgets/{year}/overview`: how far the year's money has come (cents), each list with all of it. */
export const overviewAnswer = z.object({
  purpose: z.array(overviewRow),
  area: z.array(overviewRow),
  provider: z.array(overviewRow),
});

/**
 * `GET /api/budgets/{year}/overview/applications`: what a line is made of. `money` is what an application holds in all, `part` what of it
 * is in the line: of a social area by the shares of its Kitas there (hundredths of a per cent), else all of it.
 */
export const behindAnswer = z.object({
  items: z.array(
    z.object({
      application: z.string(),
      fileNumber: z.string(),
      provider: named,
      purpose: z.optional(z.enum(purposes)),
      share: z.int(),
      money: stageSums,
      part: stageSums,
    }),
  ),
  cursor: z.optional(z.string()),
});

/** `GET /api/budgets/{year}/entries`; `names` says who the persons and providers are whose ids the entries have. */
export const entriesAnswer = z.object({
  items: z.array(entry),
  names: z.record(z.string(), z.string()),
  cursor: z.optional(z.string()),
});

/** `POST /api/budgets/{year}/corrections`; the id is made by the browser, so that sending twice is harmless. */
export const newCorrection = z.extend(proposal, {
  id: z.uuidv7('wrong-type').check(z.lowercase('wrong-type')),
});

/** `POST /api/budgets/{year}/corrections/{id}/rejection` */
export const rejection = z.strictObject({ reason: proposal.shape.reason }, strict);

/**
 * A correction with the entry that it takes back (`of`). `actions`: what the one who asks may do with it now (`confirm`,
 * `reject`); `barred`: what they could do, were they not kept from it by four eyes.
 */
export const correctionItem = z.extend(correction, {
  byName: z.optional(z.string()),
  answeredByName: z.optional(z.string()),
  actions: z.array(z.string()),
  barred: z.array(z.string()),
});
export type CorrectionItem = z.infer<typeof correctionItem>;
export const correctionsAnswer = z.object({ items: z.array(correctionItem), cursor: z.optional(z.string()) });
