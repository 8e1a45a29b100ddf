import type { CountyAnswer } from '../../domain/api/families.ts';
import { readingDay } from '../../domain/calendar/reading-day.ts';
import type { Language } from '../../domain/languages/language.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import type { FamiliesDeps } from './deps.ts';

const inLanguage = (text: { de: string } & { [L in Language]?: string | undefined }, language: Language) =>
  text[language] ?? text.de;

/** `GET /api/county` */
export const showCounty =
  ({ registers, clock }: FamiliesDeps): RouteHandler =>
  async ({ language }) => {
    const [county, municipalities] = await Promise.all([registers.county(), registers.municipalities()]);
    const body: CountyAnswer = {
      slug: county.slug,
      name: county.name,
      welcome: inLanguage(county.welcome, language),
      office: county.office,
      languages: county.languages,
      municipalities: municipalities.map(({ id, name }) => ({ id, name })),
      emergency: county.emergency.map(({ name, number }) => ({ name: inLanguage(name, language), number })),
      ombuds: county.ombuds,
      workingHours: inLanguage(county.workingHours, language),
      nextReadingDay: readingDay(clock.now(), county),
      pages: county.pages,
      leaveTo: county.leaveTo,
      retentionMonths: county.contactRetentionMonths,
      demonstration: county.demonstration,
    };
    return { body, headers: { 'content-language': language } };
  };
