import type form from '../../../domain/languages/de/contact-request.json';
import type families from '../../../domain/languages/de/families.json';
import type mailbox from '../../../domain/languages/de/mailbox.json';
import type privacy from '../../../domain/languages/de/privacy.json';
import type survey from '../../../domain/languages/de/survey-page.json';
import { problemKeys } from '../../../domain/languages/problem.ts';
import { knows, problemKey, say } from '../../languages/messages.ts';

/** German names the keys; a test holds every other language to them. */
export type TextKey =
  | keyof typeof families
  | keyof typeof form
  | keyof typeof mailbox
  | keyof typeof privacy
  | keyof typeof survey;

/** A text in the page's language with its values put in. */
export const t = (key: TextKey, values?: Record<string, string | number>): string => say(key, values);

/** The sentence for a code that the schema reports; the server says a sentence already, and it stays as it is. */
export const sentence = (field: string, message: string | undefined): string | undefined => {
  if (!message || /\s/.test(message)) return message;
  const key = problemKeys({ path: [field], message })
    .map(problemKey)
    .find(knows);
  return key && say(key);
};
