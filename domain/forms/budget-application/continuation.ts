import * as Day from 'temporal-polyfill/fns/PlainDate';
import { dayOf } from '../../calendar/day-of.ts';
import type { CalendarDate } from '../../calendar/period.ts';
import type { BudgetApplicationAnswers } from './answers.ts';
import { differencesOf } from './differences.ts';
import type { BudgetApplicationDraft } from './draft.ts';

/** The same first day a year later; what began on 29 February follows on 28 February, so it begins on 1 March. */
const firstDayAYearLater = (from: CalendarDate): CalendarDate => {
  const later = Day.addYears(dayOf(from), 1);
  return Day.toString(from.endsWith('-02-29') ? Day.addDays(later, 1) : later);
};

/** The same last day a year later; the end of February stays its end. Parts that met without a gap then still do. */
const lastDayAYearLater = (to: CalendarDate): CalendarDate => {
  const day = dayOf(to);
  const later = Day.addYears(day, 1);
  return Day.toString(day.day === Day.daysInMonth(day) ? Day.endOfMonth(later) : later);
};

const aYearLater = ({ from, to }: { from: CalendarDate; to: CalendarDate }) => {
  const first = firstDayAYearLater(from);
  const last = lastDayAYearLater(to);
  // Only a leap day by itself would end before it begins.
  return { from: first, to: last < first ? first : last };
};

/**
 * Last year's granted application as a draft of this year's: dates moved by a year. Declarations and the signature are
 * given anew, and last year's attachments, the county's goals and the results named belong to last year.
 */
export const continuationOf = (granted: BudgetApplicationAnswers): BudgetApplicationDraft => {
  const {
    signature: _signed,
    declarations: _declared,
    attachments: _files,
    countyGoals: _goals,
    surveyResults: _results,
    ...kept
  } = granted;
  return {
    ...kept,
    year: granted.year + 1,
    period: aYearLater(granted.period),
    positions: granted.positions.map((row) => ({ ...row, ...aYearLater(row) })),
  };
};

/**
 * Whether an application only continues last year's grant: the same but for the dates, which are a year later, and the
 * signature. It then takes one check screen. An attachment is something new to look at; which of the county's goals it serves,
 * and which results it names, changes nothing of what is paid.
 */
export const isUnchangedContinuation = (
  granted: BudgetApplicationAnswers,
  submitted: BudgetApplicationAnswers,
): boolean =>
  differencesOf(continuationOf(granted), submitted).every(({ path }) =>
    /^((signature|declarations)\.|(countyGoals|surveyResults)$)/.test(path),
  );
