import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import portal from '../../domain/languages/de/portal.json' with { type: 'json' };
import problems from '../../domain/languages/de/problems.json' with { type: 'json' };
import { type Issue, problemKeys } from '../../domain/languages/problem.ts';

/** What every view may say; an area's own words come with its views (`learn`). */
type Words = typeof portal;

/** Every sentence of the portal is a key of a file in domain/languages/de. */
export type TextKey = keyof Words;
type Values = Record<string, string | number | undefined>;

const i18n = setupI18n({ locale: 'de', messages: { de: { ...problems, ...portal } } });
i18n.setMessagesCompiler(compileMessage);

/** Adds an area's words to those that are known. */
export const learn = (words: Record<string, string>): void => i18n.load('de', words);

const isKey = (key: string): key is TextKey => Object.hasOwn(i18n.messages, key);

/** A sentence of the portal, ICU values filled in. */
export const t = (key: TextKey, values?: Values): string => i18n._(key, values);

/** The word for a code (`step.accept`); a code that has none yet stands for itself rather than for nothing. */
export const word = (group: string, code: string, values?: Values): string =>
  isKey(`${group}.${code}`) ? i18n._(`${group}.${code}`, values) : code;

/** The sentence for a wrong field, from the code that the schema reports; the portal's own where it has one. */
export const problemText = (issue: Issue): string => {
  const own = `problem.${issue.path.join('.')}.${issue.message}`;
  if (isKey(own)) return t(own);
  const key = problemKeys(issue).find((one) => Object.hasOwn(problems, one));
  return key ? i18n._(key) : issue.message;
};
