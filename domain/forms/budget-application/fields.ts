import * as z from 'zod/mini';
import { MOST_FILES } from '../../files/attachment.ts';
import { MOST } from '../../money/cents.ts';
import { isIban, isIbanLength, plainIban } from '../../money/iban.ts';
import { isDin91379 } from '../../people/name.ts';
import { toE164 } from '../../people/phone.ts';
import { RESULT_NAME } from '../../survey/result-name.ts';
import { choice, date, declared, id, ids, namesOf, optional, text, wholeNumber, yesNo } from '../field.ts';
import { form, group, rows } from '../form.ts';
import { purposes } from './purposes.ts';

export const legalForms = [
  'public-body',
  'public-institution',
  'church-body',
  'association',
  'non-profit-company',
  'cooperative',
  'foundation',
  'other',
] as const;
export const providerKinds = ['municipal', 'free'] as const;

/** Hundredths of weekly hours: 39 h are 3,900. */
export const FULL_WEEK = 3_900;
/** Hundredths of a per cent: 100 % are 10,000. */
export const ALL = 10_000;
const KITAS = 100;
const POSITIONS = 100;
const GOALS = 30;
const RESULTS = 20;

/** Names of people, kept in normal form C as the standard wants it in every exchange. */
const personName = text(100, { normal: (name) => name.normalize('NFC'), fits: [[isDin91379, 'din-91379']] });
/** Cents, not negative. */
const amount = wholeNumber([0, MOST], { type: 'wrong-type', less: 'negative', more: 'too-much' });
const from = (min: number, max: number, code: string) =>
  wholeNumber([min, max], { type: code, less: code, more: code });

/**
 * Every field of the application. Hours, percentages and money are whole numbers of hundredths and cents; dates
 * YYYY-MM-DD, both ends of a period included.
 */
export const budgetApplicationFields = form({
  provider: group({
    name: text(200),
    legalForm: choice(legalForms),
    kind: choice(providerKinds),
    street: text(200),
    postcode: text(5, { format: z.regex(/^\d{5}$/, 'postcode') }),
    town: text(100),
    /** Amtlicher Gemeindeschlüssel; a Verbandsgemeinde and most free providers have none. */
    ags: optional(text(8, { least: 0, format: z.regex(/^(\d{8})?$/, 'ags') })),
    contact: group({
      name: personName,
      email: text(254, { format: z.email('email') }),
      phone: text(30, { fits: [[(typed) => toE164(typed) !== undefined, 'phone']] }),
    }),
  }),
  /** As long as a name can be in a transfer (SEPA). */
  accountHolder: text(70),
  iban: text(50, {
    normal: plainIban,
    fits: [
      [isIbanLength, 'iban-length'],
      [(typed) => !isIbanLength(typed) || isIban(typed), 'iban'],
    ],
  }),
  kitas: ids(1, KITAS),
  year: from(2021, 2100, 'year'),
  period: group({ from: date, to: date }),
  purpose: choice(purposes),
  concept: text(3_000),
  reasons: text(3_000),
  goals: text(3_000),
  /** Fine goals of the county's that it serves, by their ids; they say which results of the needs survey they came from. */
  countyGoals: optional(ids(0, GOALS)),
  /** Results of the needs survey that it rests on, by their names. */
  surveyResults: optional(namesOf(RESULT_NAME, 0, RESULTS)),
  /** A position is a dated segment: one whose hours change has a row for each. */
  positions: rows(
    'id',
    {
      id,
      function: text(200),
      qualification: text(200),
      payGroup: text(50),
      hours: from(1, FULL_WEEK, 'hours'),
      from: date,
      to: date,
      filled: yesNo,
      /** What the position costs in a full year at these hours, employer's share included. */
      annualCost: amount,
    },
    POSITIONS,
  ),
  shares: rows('kita', { kita: id, percent: from(0, ALL, 'percent') }, KITAS),
  training: amount,
  thirdParty: amount,
  attachments: optional(ids(0, MOST_FILES)),
  /** Notices may be announced through the portal's mailbox, to the person who sends this (§ 37 Abs. 2a SGB X). */
  electronicNotice: optional(yesNo),
  declarations: group({
    /** Everything stated is true and complete. */
    truthful: declared,
    /** Changes are reported without delay. */
    reportsChanges: declared,
    /** The money pays for nothing but the purpose. */
    earmarked: declared,
    /** Nobody else pays for the same costs; third-party money is stated. */
    notPaidTwice: declared,
    /** Receipts are kept and the use is proven. */
    provesUse: declared,
  }),
  signature: group({ name: personName, on: date }),
});
