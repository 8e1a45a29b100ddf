import * as z from 'zod/mini';
import { type Field, noneTwice, orRequired } from './field.ts';

export type Fields = Record<string, Field>;

type Whole<F extends Fields> = { [K in keyof F]: F[K]['whole'] };
type Half<F extends Fields> = { [K in keyof F]: z.ZodMiniOptional<F[K]['half']> };
type Strict<S extends z.core.$ZodShape> = z.ZodMiniObject<S, z.core.$strict>;

const each = (fields: Fields, read: (field: Field) => z.ZodMiniType) =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, read(field)]));

/** Fields that a form does not have are refused. */
const strict = {
  error: ({ code }: { code?: string }) => (code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-type'),
};

const wholeOf = <F extends Fields>(fields: F) =>
  z.strictObject(
    each(fields, ({ whole }) => whole),
    strict,
  ) as unknown as Strict<Whole<F>>;
const halfOf = <F extends Fields>(fields: F) =>
  z.strictObject(
    each(fields, ({ half }) => z.optional(half)),
    strict,
  ) as unknown as Strict<Half<F>>;

/** All fields of a form; unknown ones are refused. */
export const form = <F extends Fields>(fields: F) => ({
  fields,
  whole: wholeOf(fields),
  half: halfOf(fields),
});

/** Fields inside a form. One that is missing altogether is read as one without entries: every field is named. */
export const group = <F extends Fields>(fields: F) => ({
  fields,
  whole: z.prefault(wholeOf(fields), {} as never),
  half: halfOf(fields),
});

/** Rows that are told apart by the field `key`, which a draft's rows have too. */
export const rows = <F extends Fields, K extends keyof F & string>(key: K, fields: F, max: number) => {
  const checks = [
    z.maxLength(max, 'too-many'),
    noneTwice<object>((row) => (row as Record<string, unknown> | null)?.[key], [key]),
  ] as const;
  type HalfRow = Omit<Half<F>, K> & { [Key in K]: F[K]['half'] };
  const halfRow = z.strictObject(
    { ...each(fields, ({ half }) => z.optional(half)), [key]: (fields[key] as Field).half },
    strict,
  ) as unknown as Strict<HalfRow>;
  return {
    key,
    fields,
    whole: z.array(wholeOf(fields), orRequired('wrong-type')).check(z.minLength(1, 'required'), ...checks),
    half: z.array(halfRow, 'wrong-type').check(...checks),
  };
};
