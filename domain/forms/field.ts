import * as z from 'zod/mini';
import { visible } from '../languages/visible.ts';

/**
 * A field is stated once and read in two ways: `whole` as it must be when a form is sent, `half` as a draft may have it,
 * with types, lengths and bounds still checked. Messages are keys of languages/<language>/problems.json.
 */
export interface Field<W extends z.ZodMiniType = z.ZodMiniType, H extends z.ZodMiniType = z.ZodMiniType> {
  whole: W;
  half: H;
}

const isMissing = (input: unknown) => input === undefined || input === null || input === '';
/** Says `required` of what is missing, and the code of what is there and wrong. */
export const orRequired = (code: string) => ({
  error: ({ input }: { input?: unknown }) => (isMissing(input) ? 'required' : code),
});

/**
 * Text of at most `max` characters, without the spaces around it. What is too long is looked at no further: to normalise
 * 100 kB of combining marks takes seconds.
 * @param more.least 0 for text that may be left empty
 * @param more.normal the one way to write what people write in several: two versions then differ only where they differ
 * @param more.format, more.fits what the text must be when it is sent; a draft may be half-typed
 */
export const text = (
  max: number,
  more: {
    least?: 0 | 1;
    normal?: (value: string) => string;
    format?: z.core.$ZodCheck<string>;
    fits?: readonly (readonly [isFit: (value: string) => boolean, code: string])[];
  } = {},
) => {
  const { least = 1, normal = (value: string) => value, format, fits = [] } = more;
  const isLookedAt = (value: string) => value !== '' && value.length <= max;
  const seen = least === 0 ? [] : [visible];
  const bounds = [
    z.trim(),
    z.overwrite<string>((value) => (isLookedAt(value) ? normal(value) : value)),
    z.maxLength(max, 'too-long'),
  ] as const;
  return {
    whole: z
      .string(orRequired('wrong-type'))
      .check(
        ...bounds,
        z.minLength(least, 'required'),
        ...seen,
        ...(format ? [format] : []),
        ...fits.map(([isFit, code]) => z.refine<string>((value) => !isLookedAt(value) || isFit(value), code)),
      ),
    half: z.string('wrong-type').check(...bounds),
  };
};

/** One of several that must be chosen. */
export const choice = <const T extends readonly [string, ...string[]]>(of: T) => ({
  whole: z.enum(of, orRequired('unknown-choice')),
  half: z.enum(of, 'unknown-choice'),
});

/**
 * A whole number in bounds, both included. `z.int` would end the parsing at a fraction, and the rules that join fields
 * would stay silent.
 */
export const wholeNumber = (
  [min, max]: readonly [number, number],
  codes: { type: string; less: string; more: string },
) => {
  const checks = [
    z.multipleOf(1, codes.type),
    z.minimum(min, codes.less),
    z.maximum(max, codes.more),
    z.meta({ type: 'integer' }),
  ] as const;
  return {
    whole: z.number(orRequired(codes.type)).check(...checks),
    half: z.number(codes.type).check(...checks),
  };
};

/** A calendar date, YYYY-MM-DD. */
export const date = { whole: z.iso.date(orRequired('date')), half: z.iso.date('date') };

export const yesNo = { whole: z.boolean(orRequired('wrong-type')), half: z.boolean('wrong-type') };

/** What somebody declares: without it nothing can be sent. */
export const declared = {
  whole: z.boolean(orRequired('wrong-type')).check(z.refine((isDeclared) => isDeclared, 'not-declared')),
  half: z.boolean('wrong-type'),
};

const ID = /^[a-z0-9-]{1,60}$/;
/** An id of a register, or one that a page has made. */
export const id = {
  whole: z.string(orRequired('wrong-type')).check(z.regex(ID, 'wrong-type')),
  half: z.string('wrong-type').check(z.regex(ID, 'wrong-type')),
};

/** Each entry stands in a list once; checked even when another entry is wrong. */
export const noneTwice = <T>(keyOf: (entry: T) => unknown, path: readonly string[]) =>
  z.superRefine<T[]>(
    (entries, context) => {
      const seen = new Set<unknown>();
      entries.forEach((entry, n) => {
        const key = keyOf(entry);
        if (key !== undefined && seen.has(key))
          context.addIssue({ code: 'custom', path: [n, ...path], message: 'repeated' });
        seen.add(key);
      });
    },
    { when: ({ value }) => Array.isArray(value) },
  );

/** Names of a shape, without an order, at least so many: an empty list is as good as none where there may be none. */
export const namesOf = (shape: RegExp, least: 0 | 1, max: number) => {
  const checks = [z.maxLength(max, 'too-many'), noneTwice<string>((entry) => entry, [])] as const;
  const name = z.string('wrong-type').check(z.regex(shape, 'wrong-type'));
  return {
    whole: z.array(name, orRequired('wrong-type')).check(z.minLength(least, 'required'), ...checks),
    half: z.array(name, 'wrong-type').check(...checks),
  };
};

/** Ids without an order. */
export const ids = (least: 0 | 1, max: number) => namesOf(ID, least, max);

/** What may be left out. */
export const optional = <F extends Field>({ whole, half }: F) => ({
  whole: z.optional(whole as F['whole']),
  half: half as F['half'],
});
