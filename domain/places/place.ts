import * as z from 'zod/mini';

const id = z.string().check(z.regex(/^[a-z0-9-]{1,60}$/));

export const municipality = z.strictObject({
  id,
  name: z.string().check(z.minLength(1)),
  /** Amtlicher Gemeindeschlüssel, 8 digits, where the register knows it. */
  ags: z.optional(z.string().check(z.regex(/^\d{8}$/))),
});
export type Municipality = z.infer<typeof municipality>;

/** A day-care centre. Who runs it changes on a date: the provider of a day is looked up in `provisions`. */
export const kita = z.strictObject({
  id,
  name: z.string().check(z.minLength(1)),
  place: z.optional(z.string()),
  municipality: id,
  socialArea: z.optional(z.string()),
  places: z.optional(z.int().check(z.positive())),
  /** Invented for the demonstration, not a real institution. */
  invented: z.boolean(),
});
export type Kita = z.infer<typeof kita>;

export const provider = z.strictObject({
  id,
  name: z.string().check(z.minLength(1)),
  kind: z.enum(['municipal', 'free']),
  invented: z.boolean(),
});
export type Provider = z.infer<typeof provider>;

/** Which provider runs a Kita from a date on, until the next provision of that Kita begins. */
export const provision = z.strictObject({ kita: id, provider: id, from: z.iso.date() });
export type Provision = z.infer<typeof provision>;

/** Nobody types a longer search; what somebody sends may be as long as an address can be. */
const LONGEST = 200;

/** Whether every word typed stands in the Kita's name, place or municipality: ß, umlauts and accents do not matter. */
export const matchesSearch = (text: string, typed: string): boolean => {
  const plain = (value: string) =>
    value
      .normalize('NFC')
      .toLowerCase()
      .replaceAll('ß', 'ss')
      .replaceAll('ä', 'ae')
      .replaceAll('ö', 'oe')
      .replaceAll('ü', 'ue')
      .normalize('NFD')
      .replace(/\p{M}/gu, '');
  const withoutUmlauts = (value: string) => value.replaceAll(/([aou])e/g, '$1');
  const haystack = plain(text);
  const bare = withoutUmlauts(haystack);
  const words = plain(typed.slice(0, LONGEST))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return words.every((word) => haystack.includes(word) || bare.includes(withoutUmlauts(word)));
};
