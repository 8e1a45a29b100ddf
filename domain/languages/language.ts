/** The languages of the pages and mails: each is one folder beside this file and a line in registry.ts. */
export const languages = ['de', 'en', 'ar'] as const;
export type Language = (typeof languages)[number];

/** Languages in which a family may wish to be answered; more than we can write pages in so far. */
export const wishedLanguages = [
  'de',
  'de-simple',
  'en',
  'fr',
  'ar',
  'tr',
  'uk',
  'ru',
  'fa',
  'pl',
  'ro',
] as const;
export type WishedLanguage = (typeof wishedLanguages)[number];

export const directionOf = (of: Language): 'ltr' | 'rtl' => (of === 'ar' ? 'rtl' : 'ltr');

/** The page language nearest to a wish, German being the office's own. */
export const pageLanguage = (wish: string | undefined): Language =>
  languages.find((one) => one === wish?.toLowerCase().slice(0, 2)) ?? 'de';
