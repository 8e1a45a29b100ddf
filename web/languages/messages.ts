/// <reference types="vite/client" />
import { setupI18n } from '@lingui/core';
import type { Language } from '../../domain/languages/language.ts';

const i18n = setupI18n();

type Messages = Record<string, string>;
/** One file per language after the build; `?compiled` is done by compiled-messages.ts. */
const parts = import.meta.glob<Messages>(
  '../../domain/languages/*/{families,contact-request,problems}.json',
  { query: '?compiled', import: 'default' },
);

/** Arabic with the digits that telephones and calendars in Germany show. */
export const localeOf = (language: Language): string =>
  language === 'ar' ? 'ar-u-ca-gregory-nu-latn' : language;

/** Loads a language of the families' page and speaks it from then on. */
export const speak = async (language: Language): Promise<void> => {
  const wanted = Object.entries(parts).filter(([file]) => file.includes(`/languages/${language}/`));
  const loaded = await Promise.all(wanted.map(([, load]) => load()));
  i18n.loadAndActivate({
    locale: language,
    locales: localeOf(language),
    messages: Object.assign({}, ...loaded) as Messages,
  });
};

export const spoken = (): Language => i18n.locale as Language;
export const knows = (key: string): boolean => key in i18n.messages;
export const say = (key: string, values?: Record<string, unknown>): string => i18n._(key, values);
