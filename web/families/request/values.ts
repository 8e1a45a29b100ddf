import type * as z from 'zod/mini';
import type { contactRequestAnswers } from '../../../domain/forms/contact-request/answers.ts';
import type { Language, WishedLanguage } from '../../../domain/languages/language.ts';

/** What the form's inputs hold: text, choices and boxes as the browser has them. */
export interface Values {
  iAm: string;
  name: string;
  replyBy: string;
  phone: string;
  mayLeaveMessage: string;
  email: string;
  reachableOn: string[];
  reachableAt: string[];
  language: WishedLanguage;
  interpreter: boolean;
  topics: string[];
  message: string;
}

/** Where somebody belongs, chosen in the finder. */
export interface Place {
  kita?: { id: string; name: string };
  municipality?: { id: string; name: string };
  /** "I do not know my Kita": asks for the place of residence instead. */
  kitaUnknown?: boolean;
  notToResponsible?: boolean;
  /** Whom the finder showed when that was chosen. */
  notToPerson?: string;
}

export const emptyValues = (language: Language): Values => ({
  iAm: '',
  name: '',
  replyBy: '',
  phone: '',
  mayLeaveMessage: 'no',
  email: '',
  reachableOn: [],
  reachableAt: [],
  language,
  interpreter: false,
  topics: [],
  message: '',
});

/** The form library holds `null` for a group of radio buttons of which none is chosen. */
const filled = (text: string | null) => (text?.trim() ? text : undefined);
const some = (chosen: string[]) => (chosen.length === 0 ? undefined : chosen);

/**
 * What is sent: nothing empty, and of the ways to answer only what belongs to the chosen one. A telephone number typed
 * before somebody chose e-mail stays in the draft and is not sent.
 */
export const toAnswers = (values: Values, place: Place): Unchecked => {
  const phone = values.replyBy === 'telephone';
  const email = values.replyBy === 'e-mail';
  return withoutEmpty({
    iAm: filled(values.iAm),
    kita: place.kitaUnknown ? undefined : place.kita?.id,
    municipality: place.kitaUnknown ? place.municipality?.id : undefined,
    notToResponsible: place.notToResponsible || undefined,
    notToPerson: place.notToResponsible ? place.notToPerson : undefined,
    name: filled(values.name),
    replyBy: filled(values.replyBy),
    phone: phone ? filled(values.phone) : undefined,
    mayLeaveMessage: phone ? values.mayLeaveMessage === 'yes' : undefined,
    email: email ? filled(values.email) : undefined,
    reachableOn: some(values.reachableOn),
    reachableAt: some(values.reachableAt),
    language: values.language,
    interpreter: values.interpreter || undefined,
    topics: some(values.topics),
    message: filled(values.message),
  });
};

/** Answers before the schema has seen them: every field, none of them trusted. */
export type Unchecked = Partial<Record<keyof z.input<typeof contactRequestAnswers>, unknown>>;

const withoutEmpty = (answers: Unchecked): Unchecked =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));
