import * as z from 'zod/mini';
import { groups } from '../../survey/group.ts';
import { choice, date, noneTwice, optional, orRequired, wholeNumber } from '../field.ts';
import { form } from '../form.ts';
import { joined, rule } from '../joined.ts';

const small = z.lowercase('wrong-type');
const roundId = { whole: z.uuid('wrong-type').check(small), half: z.uuid('wrong-type').check(small) };

const asked = [z.maxLength(groups.length, 'too-many'), noneTwice<string>((entry) => entry, [])] as const;

const { whole } = form({
  year: wholeNumber([2021, 2100], { type: 'whole-number', less: 'wrong-type', more: 'wrong-type' }),
  from: date,
  to: date,
  /** Whom it asks. */
  groups: {
    whole: z
      .array(choice(groups).whole, orRequired('wrong-type'))
      .check(z.minLength(1, 'required'), ...asked),
    half: z.array(choice(groups).half, 'wrong-type').check(...asked),
  },
  previous: optional(roundId),
});

const endsLater = rule(z.object({ from: z.string(), to: z.string() }), ({ from, to }) =>
  to < from ? [{ path: ['to'], message: 'before-start' }] : [],
);

/** A round as the coordinator prepares it: its year, first and last day, and whom it asks. It is short, so it is saved whole. */
export const surveyRoundAnswers = whole.check(joined<z.infer<typeof whole>>([endsLater]));
export type SurveyRoundAnswers = z.infer<typeof surveyRoundAnswers>;
