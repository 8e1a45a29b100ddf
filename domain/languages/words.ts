import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import arApi from './ar/api.json' with { type: 'json' };
import arMails from './ar/mails.json' with { type: 'json' };
import arProblems from './ar/problems.json' with { type: 'json' };
import deApi from './de/api.json' with { type: 'json' };
import deMails from './de/mails.json' with { type: 'json' };
import deProblems from './de/problems.json' with { type: 'json' };
import enApi from './en/api.json' with { type: 'json' };
import enMails from './en/mails.json' with { type: 'json' };
import enProblems from './en/problems.json' with { type: 'json' };
import type { Language } from './language.ts';
import { type Issue, problemKeys } from './problem.ts';

/** What the functions say: problems and mails. The pages load their own. A new language is a folder and three lines. */
const messages = {
  de: { api: deApi, mails: deMails, problems: deProblems },
  en: { api: enApi, mails: enMails, problems: enProblems },
  ar: { api: arApi, mails: arMails, problems: arProblems },
} as const satisfies Record<Language, Record<string, Record<string, string>>>;

export type Part = 'api' | 'mails' | 'problems';

const speakers = new Map<string, (key: string, values?: Record<string, unknown>) => string>();

const speaker = (language: Language, part: Part) => {
  const name = `${language}/${part}`;
  const known = speakers.get(name);
  if (known) return known;
  const i18n = setupI18n({ locale: language, messages: { [language]: messages[language][part] } });
  i18n.setMessagesCompiler(compileMessage);
  const speak = (key: string, values?: Record<string, unknown>) => i18n._(key, values);
  speakers.set(name, speak);
  return speak;
};

/** A text of languages/<language>/<part>.json with its values put in (ICU MessageFormat). */
export const say = (language: Language, part: Part, key: string, values?: Record<string, unknown>): string =>
  speaker(language, part)(key, values);

/** The sentence for a wrong field, in the reader's language. */
export const sayProblem = (language: Language, issue: Issue): string => {
  const known: Record<string, string> = messages[language].problems;
  const key = problemKeys(issue).find((one) => one in known) ?? 'wrong-type';
  return say(language, 'problems', key);
};
