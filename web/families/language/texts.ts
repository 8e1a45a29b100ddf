import type form from '../../../domain/languages/de/contact-request.json';
import type families from '../../../domain/languages/de/families.json';
import type mailbox from '../../../domain/languages/de/mailbox.json';
import type privacy from '../../../domain/languages/de/privacy.json';
import { problemKeys } from '../../../domain/languages/problem.ts';
import { knows, say } from '../../languages/messages.ts';

/** German names the keys; a test holds every other language to them. */
export type TextKey = keyof typeof families | keyof typeof form | keyof typeof mailbox | keyof typeof privacy;

/** A text in the page's language with its values put in. */
export const t = (key: TextKey, values?: Record<string, string | number>): string => say(key, values);

/** The sentence for a code that the schema reports; a sentence from the server stays as it is. */
export const sentence = (field: string, message: string | undefined): string | undefined =>
  message && say(problemKeys({ path: [field], message }).find(knows) ?? message);
