import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import portal from '../../domain/languages/de/portal.json' with { type: 'json' };
import problems from '../../domain/languages/de/problems.json' with { type: 'json' };
import { type Issue, problemKeys } from '../../domain/languages/problem.ts';

export type Values = Record<string, string | number | undefined>;

/** Speaks the words of one file of domain/languages/de: `say` a sentence, ICU values filled in; `knows` whether a key is one. */
export const speakerOf = <Words extends Record<string, string>>(words: Words) => {
  const i18n = setupI18n({ locale: 'de', messages: { de: words } });
  i18n.setMessagesCompiler(compileMessage);
  return {
    say: (key: keyof Words & string, values?: Values): string => i18n._(key, values),
    knows: (key: string): key is keyof Words & string => Object.hasOwn(words, key),
  };
};

const everywhere = speakerOf(portal);
const wrong = speakerOf(problems);

/** What every area may say. Words that only one area needs stand in a file of its own, and come with its views. */
export type TextKey = keyof typeof portal;

/** A sentence of the portal, ICU values filled in. */
export const t = everywhere.say;

/** The word for a code (`step.accept`); a code that has none yet stands for itself rather than for nothing. */
export const word = (group: string, code: string, values?: Values): string => {
  const key = `${group}.${code}`;
  return everywhere.knows(key) ? t(key, values) : code;
};

/** The sentence for a wrong field, from the code that the schema reports; the portal's own where it has one. */
export const problemText = (issue: Issue): string => {
  const field = issue.path.filter((part) => typeof part !== 'number').join('.');
  const own = `problem.${field}.${issue.message}`;
  if (everywhere.knows(own)) return t(own);
  const key = problemKeys(issue).find(wrong.knows);
  return key ? wrong.say(key) : issue.message;
};
