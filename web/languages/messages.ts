/// <reference types="vite/client" />
import type { Language } from '../../domain/languages/language.ts';
import { type Compiled, format, type Values } from './format.ts';

type Messages = Record<string, Compiled>;
/** A file of domain/languages/<language>: a view brings the words that it needs. */
export type Part =
  | 'families'
  | 'contact-request'
  | 'mailbox'
  | 'privacy'
  | 'problems'
  | 'survey'
  | 'survey-page';

const loaders = import.meta.glob<Messages>(
  '../../domain/languages/*/{families,contact-request,mailbox,privacy,problems,survey,survey-page}.json',
  { query: '?compiled', import: 'default' },
);
const known = new Set<Part>();
let language: Language = 'de';
let words: Messages = {};

/** Codes of wrong fields are named like fields (`phone`): apart from these, they get a mark of their own. */
const marked = (part: Part, messages: Messages = {}): Messages =>
  part === 'problems'
    ? Object.fromEntries(Object.entries(messages).map(([key, message]) => [problemKey(key), message]))
    : messages;

export const problemKey = (key: string): string => `!${key}`;

const load = async (of: Language, parts: Iterable<Part>): Promise<Messages> => {
  const wanted = [...parts].map(async (part) =>
    marked(part, await loaders[`../../domain/languages/${of}/${part}.json`]?.()),
  );
  return Object.assign({}, ...(await Promise.all(wanted)));
};

export const spoken = (): Language => language;

/** Arabic with the digits that telephones and calendars in Germany show, English with the day before the month. */
const LOCALES: Record<Language, string> = { de: 'de', en: 'en-GB', ar: 'ar-u-ca-gregory-nu-latn' };
export const spokenLocale = (): string => LOCALES[language];

export const knows = (key: string): boolean => key in words;

/** A text in the language that is spoken; a key without one stands for itself, so that nothing is silently missing. */
export const say = (key: string, values: Values = {}): string =>
  format(words[key] ?? [key], values, spokenLocale());

/** Loads more words of the language that is spoken. */
export const learn = async (...parts: Part[]): Promise<void> => {
  for (const part of parts) known.add(part);
  const of = language;
  const learned = await load(of, parts);
  if (of === language) words = { ...words, ...learned };
};

/** Speaks a language from now on, with all the words that were needed so far. */
export const speak = async (next: Language): Promise<void> => {
  known.add('families');
  const learned = await load(next, known);
  language = next;
  words = learned;
};
