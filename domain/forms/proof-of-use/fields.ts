import { MOST } from '../../money/cents.ts';
import { isDin91379 } from '../../people/name.ts';
import { FULL_WEEK } from '../budget-application/fields.ts';
import { date, declared, id, optional, text, wholeNumber, yesNo } from '../field.ts';
import { form, group, rows } from '../form.ts';

const POSITIONS = 100;
const RECEIPTS = 1_000;
/** Hundredths of a month: a year has 1,200. */
export const YEAR = 1_200;
const MOST_COUNTED = 1_000_000;

const personName = text(100, { normal: (name) => name.normalize('NFC'), fits: [[isDin91379, 'din-91379']] });
/** Cents, not negative. */
const amount = wholeNumber([0, MOST], { type: 'wrong-type', less: 'negative', more: 'too-much' });
const from = (min: number, max: number, code: string) =>
  wholeNumber([min, max], { type: code, less: code, more: code });
const count = from(0, MOST_COUNTED, 'whole-number');

const receipts = rows('id', { id, on: date, amount, purpose: text(200) }, RECEIPTS);

/**
 * Every field of a proof of use. Months, hours and money are whole numbers of hundredths and cents. The positions are those
 * that were granted; who fills it in says what became of each.
 */
export const proofOfUseFields = form({
  positions: rows(
    'id',
    {
      id,
      /** Hundredths of months in which it was filled. */
      months: from(0, YEAR, 'months'),
      /** Hundredths of the weekly hours that were worked, on average while it was filled. */
      hours: from(0, FULL_WEEK, 'hours-worked'),
      /** What it really cost, employer's share included. */
      cost: amount,
      /** Why it was vacant, if it was. */
      vacancy: optional(text(1_000, { least: 0 })),
      /** Why it cost more than a tenth more or less than was granted. */
      deviation: optional(text(1_000, { least: 0 })),
    },
    POSITIONS,
  ),
  training: amount,
  /** What others paid for the same costs; deducted. */
  thirdParty: amount,
  /** Nobody who spent nothing has receipts. */
  receipts: { ...receipts, whole: optional(receipts).whole },
  report: group({
    /** How often it was worked on a case, across cases, and unrelated to one. */
    caseSpecific: count,
    acrossCases: count,
    unrelated: count,
    goals: text(3_000),
    /** Why all of it cost more than a tenth more or less than was granted. */
    deviations: optional(text(3_000, { least: 0 })),
  }),
  /** Notices on this proof may be announced through the portal's mailbox, to the person who files it (§ 37 Abs. 2a SGB X). */
  electronicNotice: optional(yesNo),
  declarations: group({
    /** Everything stated is true and complete. */
    truthful: declared,
    /** The money paid for nothing but the purpose. */
    earmarked: declared,
    /** The receipts are there, and are kept. */
    receiptsKept: declared,
  }),
  signature: group({ name: personName, on: date }),
});
