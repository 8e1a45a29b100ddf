const ZONE = 'Europe/Berlin';
const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('de-DE', { timeZone: ZONE, ...options });

const day = format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
const time = format({ hour: '2-digit', minute: '2-digit' });
const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE });
const DAY_MS = 86_400_000;

/** "Mi., 4. Nov. 2026", Berlin. */
export const dayText = (at: string | Date): string => day.format(new Date(at));
/** "Mi., 4. Nov. 2026, 09:14 Uhr", Berlin. */
export const momentText = (at: string | Date): string => `${dayText(at)}, ${time.format(new Date(at))} Uhr`;
/** A calendar date (YYYY-MM-DD) in words. */
export const dateText = (date: string): string => dayText(`${date}T12:00:00Z`);
const figures = (date: string) => date.split('-').reverse().join('.');

/** Two calendar dates in figures: "01.01.–31.12.2027". */
export const dateRange = (from: string, to: string): string => {
  const isOneYear = from.slice(0, 4) === to.slice(0, 4);
  return `${isOneYear ? figures(from).slice(0, 6) : figures(from)}–${figures(to)}`;
};
/** The calendar date (YYYY-MM-DD) of an instant in Berlin. */
export const dateOf = (at: string | Date): string => isoDay.format(new Date(at));

/** The day of an instant in figures, Berlin: "04.11.2026". */
export const figuresText = (at: string | Date): string => figures(dateOf(at));

/** An instant in figures, for lists of many: "04.11.2026, 09:14". */
export const figuresMoment = (at: string | Date): string =>
  `${figuresText(at)}, ${time.format(new Date(at))}`;

/** A period is over at the midnight that ends its last day: that day is the one people call the due date. */
export const lastDayOf = (due: string): Date => new Date(Date.parse(due) - 1);

/** Calendar days from one instant's day to another's, in Berlin; negative when it lies behind. */
export const daysBetween = (from: Date, to: Date): number =>
  Math.round((Date.parse(dateOf(to)) - Date.parse(dateOf(from))) / DAY_MS);
