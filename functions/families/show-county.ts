import type { CountyAnswer } from '../../domain/api/families.ts';
import { dateOf } from '../../domain/calendar/due.ts';
import type { CalendarDate } from '../../domain/calendar/period.ts';
import { addWorkingDays, isWorkingDay } from '../../domain/calendar/working-day.ts';
import type { Language } from '../../domain/languages/language.ts';
import type { County } from '../../domain/places/county.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import type { FamiliesDeps } from './deps.ts';

/** The first day from `today` on which somebody reads: a working day outside the closures. */
const nextReadingDay = (today: CalendarDate, closures: County['closures']): CalendarDate => {
  const closed = (day: string) =>
    !isWorkingDay(day) || closures.some(({ from, to }) => from <= day && day <= to);
  let day = today;
  while (closed(day)) day = addWorkingDays(day, 1);
  return day;
};

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
      nextReadingDay: nextReadingDay(dateOf(clock.now()), county.closures),
      pages: county.pages,
      leaveTo: county.leaveTo,
      retentionMonths: county.contactRetentionMonths,
      demonstration: county.demonstration,
    };
    return { body, headers: { 'content-language': language } };
  };
