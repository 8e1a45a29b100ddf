/** A message as @lingui/message-utils compiles it: texts, `[name]`, `['count', 'plural', { one: […], other: […] }]`. */
export type Token = string | readonly [name: string, kind?: string, cases?: Record<string, unknown>];
export type Compiled = readonly Token[];
export type Values = Record<string, string | number>;

/** Keeps a name or a number from mixing with the right-to-left text around it (Unicode's first strong isolate). */
const isolated = (value: string | number, locale: string) =>
  locale.startsWith('ar') && typeof value === 'string' ? `\u2068${value}\u2069` : String(value);

/**
 * Puts values into a compiled message: names and plurals, which is all that our messages use (a test compares every one
 * with @lingui/core). Lingui itself would be a twentieth of what the page may weigh.
 */
export const format = (message: Compiled, values: Values, locale: string, count?: number): string =>
  message
    .map((token) => {
      if (token === '#') return new Intl.NumberFormat(locale).format(count ?? 0);
      if (typeof token === 'string') return token;
      const [name, kind, cases] = token;
      const value = values[name] ?? '';
      if (kind === undefined) return isolated(value, locale);
      if (kind !== 'plural') throw new Error(`messages have no "${kind}"`);
      const number = Number(value);
      const chosen = cases?.[number] ?? cases?.[new Intl.PluralRules(locale).select(number)] ?? cases?.other;
      return format(chosen as Compiled, values, locale, number);
    })
    .join('');
