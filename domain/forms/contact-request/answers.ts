import * as z from 'zod/mini';
import { wishedLanguages } from '../../languages/language.ts';
import { isDin91379 } from '../../people/name.ts';
import { toE164 } from '../../people/phone.ts';

/** Messages are keys of languages/<language>/problems.json: the page and the server say the same sentence. */
const text = (max: number) =>
  z.string('wrong-type').check(z.trim(), z.minLength(1, 'required'), z.maxLength(max, 'too-long'));

/** What is too long is looked at no further: to normalise 100 kB of combining marks takes seconds. */
const upTo = (max: number, fits: (value: string) => boolean) => (value: string) =>
  value.length > max || fits(value);

const NAME = 100;
const PHONE = 30;

const isMissing = (input: unknown) => input === undefined || input === null || input === '';
/** One of several that must be chosen. */
const choice = <const T extends readonly [string, ...string[]]>(of: T) =>
  z.enum(of, { error: ({ input }) => (isMissing(input) ? 'required' : 'unknown-choice') });

export const askers = ['guardian', 'carer', 'kita-staff'] as const;
export const replyChannels = ['telephone', 'e-mail', 'at-kita', 'receipt'] as const;
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
export const dayTimes = ['morning', 'noon', 'afternoon', 'evening'] as const;
export const topics = [
  'upbringing',
  'development',
  'separation',
  'money',
  'authorities',
  'health',
  'media',
  'other',
] as const;

const choices = <const T extends readonly [string, ...string[]]>(of: T) =>
  z.optional(z.array(z.enum(of, 'unknown-choice'), 'wrong-type').check(z.maxLength(of.length, 'too-many')));

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Rules that join fields are checked even when a single field is wrong: all errors at once, not one after another. */
const requiredIf = <T>(path: string, needed: (value: T) => boolean) =>
  z.refine<T>((value) => !needed(value), {
    path: [path],
    message: 'required',
    when: ({ value }) => isObject(value),
  });

const fields = z.strictObject(
  {
    iAm: choice(askers),
    kita: z.optional(text(60)),
    /** Where they live; asked when the Kita is not known. */
    municipality: z.optional(text(60)),
    /** "Not to this person": somebody else answers, unseen by the one who is responsible. */
    notToResponsible: z.optional(z.boolean('wrong-type')),
    /** Whom the page showed when "not to this person" was chosen: by the time of sending it may be another. */
    notToPerson: z.optional(text(40)),
    /** Kept in normal form C, as the standard wants it in every exchange. */
    name: z.optional(
      text(NAME).check(
        z.overwrite((name) => (name.length > NAME ? name : name.normalize('NFC'))),
        z.refine(upTo(NAME, isDin91379), 'din-91379'),
      ),
    ),
    replyBy: choice(replyChannels),
    phone: z.optional(
      text(PHONE).check(
        z.refine(
          upTo(PHONE, (typed) => toE164(typed) !== undefined),
          'phone',
        ),
      ),
    ),
    email: z.optional(text(254).check(z.email('email'))),
    mayLeaveMessage: z.optional(z.boolean('wrong-type')),
    reachableOn: choices(weekdays),
    reachableAt: choices(dayTimes),
    language: choice(wishedLanguages),
    interpreter: z.optional(z.boolean('wrong-type')),
    topics: choices(topics),
    message: z.optional(text(1_000)),
  },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-type') },
);
type Fields = z.infer<typeof fields>;

/**
 * What a parent sends. Only the chosen channel's field is required; a child's name or birth date is never asked.
 * Telephone numbers stay as typed and become E.164 where they are used (`toE164`).
 */
export const contactRequestAnswers = fields.check(
  requiredIf<Fields>('kita', ({ kita, municipality }) => !kita && !municipality),
  requiredIf<Fields>('phone', ({ replyBy, phone }) => replyBy === 'telephone' && !phone),
  requiredIf<Fields>('mayLeaveMessage', (v) => v.replyBy === 'telephone' && v.mayLeaveMessage === undefined),
  requiredIf<Fields>('notToResponsible', (v) => v.notToPerson !== undefined && !v.notToResponsible),
  requiredIf<Fields>('email', ({ replyBy, email }) => replyBy === 'e-mail' && !email),
);
export type ContactRequestAnswers = z.infer<typeof contactRequestAnswers>;
