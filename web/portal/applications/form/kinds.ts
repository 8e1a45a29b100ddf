import { formatDate, readDate } from '../../../../domain/calendar/typed-date.ts';
import { formatHundredths, readHundredths } from '../../../../domain/forms/budget-application/hundredths.ts';
import { formatAmount, readEuros } from '../../../../domain/money/euros.ts';

/** What an input holds: a text as it was typed, a box that is ticked or not, a list of ids. */
export type Typed = string | boolean | string[];

/** How a field's value is typed. */
export interface Kind {
  /** Nothing typed. */
  empty: Typed;
  show: (value: never) => Typed;
  /** Undefined: it cannot be read. */
  read: (typed: never) => unknown;
}

/** Lets the compiler see that what is shown is what is read; the form asks for it by path. */
const kind = <T, Y extends Typed>(
  empty: Y,
  show: (value: T) => Y,
  read: (typed: Y) => T | undefined,
): Kind => ({
  empty,
  show,
  read,
});

const text = kind<string, string>('', String, (typed) => typed);
const euros = kind('', formatAmount, readEuros);
const hundredths = kind('', formatHundredths, readHundredths);
const date = kind('', formatDate, readDate);
const year = kind('', String, (typed) => (/^\d{4}$/.test(typed) ? Number(typed) : undefined));
const yesNo = kind<boolean, string>(
  '',
  (value) => (value ? 'yes' : 'no'),
  (typed) => typed === 'yes',
);
const box = kind<boolean, boolean>(
  false,
  (value) => value,
  (typed) => typed,
);
const list = kind<string[], string[]>(
  [],
  (value) => value,
  (typed) => typed,
);

/** Fields that are not plain text, by their path without the ids of rows. */
const kinds: Record<string, Kind> = {
  year,
  kitas: list,
  countyGoals: list,
  surveyResults: list,
  attachments: list,
  'period.from': date,
  'period.to': date,
  'positions.hours': hundredths,
  'positions.from': date,
  'positions.to': date,
  'positions.filled': yesNo,
  'positions.annualCost': euros,
  'shares.percent': hundredths,
  training: euros,
  thirdParty: euros,
  electronicNotice: box,
  'declarations.truthful': box,
  'declarations.reportsChanges': box,
  'declarations.earmarked': box,
  'declarations.notPaidTwice': box,
  'declarations.provesUse': box,
  'signature.on': date,
};

/** @param key the path of a field without the ids of rows */
export const kindOf = (key: string): Kind => kinds[key] ?? text;

/** Whether an amount of money is typed there. */
export const isAmount = (key: string): boolean => kindOf(key) === euros;

const isBlank = (typed: Typed) => {
  if (typeof typed === 'boolean') return !typed;
  return typeof typed === 'string' ? !typed.trim() : typed.length === 0;
};

/** What an input means. What cannot be read stays a text: the schema then says at the field what it should have been. */
export const readTyped = (key: string, typed: Typed | null): unknown =>
  typed === null || isBlank(typed) ? undefined : (kindOf(key).read(typed as never) ?? typed);

/** What was typed in the one way that everything is written: `1.3.27` as `01.03.2027`. What cannot be read stays as it is. */
export const tidied = (key: string, typed: string): string => {
  const { read, show } = kindOf(key);
  const value = isBlank(typed) ? undefined : read(typed as never);
  return value === undefined ? typed : String(show(value as never));
};
