import ar from '../../../domain/languages/ar/poster.json' with { type: 'json' };
import de from '../../../domain/languages/de/poster.json' with { type: 'json' };
import frame from '../../../domain/languages/de/poster-frame.json' with { type: 'json' };
import en from '../../../domain/languages/en/poster.json' with { type: 'json' };
import type { Language } from '../../../domain/languages/language.ts';

const messages: Readonly<Record<Language, typeof de>> = { de, en, ar };

/** Names only: none of a poster's texts counts anything. */
const filled = (text: string, values: Readonly<Record<string, string>>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

/** What calls for an answer, in one of the county's languages. */
export const sayOnPoster = (
  language: Language,
  key: keyof typeof de,
  values: Readonly<Record<string, string>> = {},
): string => filled(messages[language][key], values);

/** What stands around it, in the office's language. */
export const sayAround = (key: keyof typeof frame, values: Readonly<Record<string, string>> = {}): string =>
  filled(frame[key], values);

const LOCALES: Readonly<Record<Language, string>> = { de: 'de', en: 'en-GB', ar: 'ar-u-ca-gregory-nu-latn' };

/** A calendar date in words. */
export const dayOnPoster = (language: Language, date: string): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' })
    .format(new Date(`${date}T12:00:00Z`))
    // Marks of direction, which no font draws.
    .replace(/\p{Cf}/gu, '');
