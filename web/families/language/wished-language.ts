import { directionOf, type Language, pageLanguage } from '../../../domain/languages/language.ts';
import letters from '../arabic.css?url';

/** `?lang=` first, so that a link can carry it; else what the browser asks for. Nothing is stored on the device. */
export const wishedLanguage = (): Language =>
  pageLanguage(new URLSearchParams(location.search).get('lang') ?? navigator.language);

export const searchWith = (language: Language | undefined): string => (language ? `?lang=${language}` : '');

/** The part of the address that keeps a chosen language from view to view; other parameters are dropped. */
export const keptSearch = (): string =>
  new URLSearchParams(location.search).has('lang') ? searchWith(wishedLanguage()) : '';

/** A stylesheet of its own, so that nobody else waits for the Arabic letters. */
const fetchLetters = () => {
  if (document.querySelector(`link[href="${letters}"]`)) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = letters;
  document.head.append(link);
};

/** Tells the browser, screen readers and the API which language the page speaks. Arabic brings its letters. */
export const announceLanguage = (language: Language): void => {
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
  if (language === 'ar') fetchLetters();
};
