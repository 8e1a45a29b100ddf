import * as z from 'zod/mini';
import { choice, date, optional, orRequired, yesNo } from '../field.ts';
import { form, rows } from '../form.ts';
import { eachRow, joined, rule } from '../joined.ts';
import { nonPublicReasons, sessionKinds } from './reasons.ts';

/** As many cases as one session takes: each is marked in the transaction that saves the session, which has an end. */
export const MOST_ITEMS = 20;

/** As ids are kept: small letters. */
const small = z.lowercase('wrong-type');
const caseId = {
  whole: z.uuid(orRequired('wrong-type')).check(small),
  half: z.uuid('wrong-type').check(small),
};

/** A session: its day, what kind it is, and the cases that it is to resolve on, in their order. */
const committeeSessionFields = form({
  kind: choice(sessionKinds),
  /** The day of the session, or of the urgent decision. */
  on: date,
  items: rows(
    'case',
    { case: caseId, public: yesNo, reason: optional(choice(nonPublicReasons)) },
    MOST_ITEMS,
  ),
});

/** Sessions are public; whoever treats an item otherwise says why (§ 71 SGB VIII). */
const reasonsOfItems = rule(
  z.object({
    items: eachRow(z.object({ public: z.boolean(), reason: z.optional(z.string()) })),
  }),
  ({ items }) =>
    items.flatMap((item, n) =>
      item && !item.public && !item.reason ? [{ path: ['items', n, 'reason'], message: 'required' }] : [],
    ),
);

const { whole } = committeeSessionFields;

/** What a session must say before it is convened. */
export const committeeSessionAnswers = whole.check(joined<z.infer<typeof whole>>([reasonsOfItems]));
export type CommitteeSessionAnswers = z.infer<typeof committeeSessionAnswers>;

/** A session that is being prepared, half-filled. */
export const committeeSessionDraft = committeeSessionFields.half;
export type CommitteeSessionDraft = z.infer<typeof committeeSessionDraft>;
