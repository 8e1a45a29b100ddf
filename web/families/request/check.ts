import type { FieldErrors, Resolver } from 'react-hook-form';
import { contactRequestAnswers } from '../../../domain/forms/contact-request/answers.ts';
import { currentDraft } from './draft.ts';
import { type Place, toAnswers, type Values } from './values.ts';

/** The form's own fields and those of the finder, in the order in which they stand on the page. */
export const fieldOrder = [
  'iAm',
  'kita',
  'municipality',
  'name',
  'replyBy',
  'phone',
  'mayLeaveMessage',
  'email',
  'reachableOn',
  'reachableAt',
  'language',
  'interpreter',
  'topics',
  'message',
] as const;
export type Field = (typeof fieldOrder)[number];

/**
 * A missing Kita, and a person who is not responsible for it, are said at the field that is shown: after "I do not know"
 * that is the place of residence.
 */
export const shownField = (path: string, { kitaUnknown }: Place): string =>
  ['kita', 'notToPerson'].includes(path) ? (kitaUnknown ? 'municipality' : 'kita') : path;

/**
 * Checks with the schema that the server checks with; of each field the first issue, as its code. A resolver of our own,
 * because the ready-made one carries adapters for libraries that are not here.
 */
export const check: Resolver<Values> = (values) => {
  const draft = currentDraft();
  const parsed = contactRequestAnswers.safeParse(toAnswers(values, draft));
  if (parsed.success) return { values, errors: {} };
  const errors: Record<string, { type: string; message: string }> = {};
  for (const { path, message } of parsed.error.issues) {
    const field = shownField(String(path[0]), draft);
    errors[field] ??= { type: message, message };
  }
  return { values: {}, errors: errors as FieldErrors<Values> };
};
