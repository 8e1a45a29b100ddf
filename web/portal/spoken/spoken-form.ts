import { zodResolver } from '@hookform/resolvers/zod';
import type { FieldErrors, Resolver } from 'react-hook-form';
import {
  type ContactRequestAnswers,
  contactRequestAnswers,
} from '../../../domain/forms/contact-request/answers.ts';
import { newId } from '../case/new-id.ts';

/** What the form's fields hold: texts may be empty, a question with two answers is a word until it is sent. */
export interface SpokenFields {
  /** Made with the draft, so that sending twice is harmless. */
  id: string;
  iAm: string;
  kita: string;
  municipality: string;
  replyBy: string;
  phone: string;
  mayLeaveMessage: string;
  email: string;
  reachableOn: string[];
  reachableAt: string[];
  language: string;
  interpreter: boolean;
  topics: string[];
  message: string;
}

export const emptyFields = (): SpokenFields => ({
  id: newId(),
  iAm: '',
  kita: '',
  municipality: '',
  replyBy: '',
  phone: '',
  mayLeaveMessage: '',
  email: '',
  reachableOn: [],
  reachableAt: [],
  language: 'de',
  interpreter: false,
  topics: [],
  message: '',
});

/** The choice for "the Kita is not known": then the place of residence is asked. */
export const UNKNOWN_KITA = '-';

const filled = <T>(list: readonly T[] | false | undefined) => (list && list.length > 0 ? list : undefined);

/** The fields as the API takes them: only what was asked, and nothing that is empty. */
export const answersOf = (fields: SpokenFields): Record<keyof ContactRequestAnswers, unknown> => {
  const known = fields.kita !== UNKNOWN_KITA;
  const byPhone = fields.replyBy === 'telephone';
  return {
    iAm: fields.iAm || undefined,
    kita: known ? fields.kita || undefined : undefined,
    municipality: known ? undefined : fields.municipality || undefined,
    notToResponsible: undefined,
    notToPerson: undefined,
    name: undefined,
    replyBy: fields.replyBy || undefined,
    phone: byPhone ? fields.phone || undefined : undefined,
    mayLeaveMessage: byPhone && fields.mayLeaveMessage ? fields.mayLeaveMessage === 'yes' : undefined,
    email: fields.replyBy === 'e-mail' ? fields.email || undefined : undefined,
    reachableOn: filled(fields.reachableOn),
    reachableAt: filled(fields.reachableAt),
    language: fields.language,
    interpreter: fields.interpreter || undefined,
    topics: filled(fields.topics),
    message: fields.message.trim() || undefined,
  };
};

const checkAnswers = zodResolver(contactRequestAnswers);

/** Checks the fields with the API's schema; that the place is missing is said where the place is asked. */
export const spokenResolver: Resolver<SpokenFields, unknown, ContactRequestAnswers> = async (
  fields,
  context,
  options,
) => {
  const result = await checkAnswers(answersOf(fields) as never, context, options as never);
  const { kita, ...others } = result.errors as FieldErrors<SpokenFields>;
  if (!kita || fields.kita !== UNKNOWN_KITA) return result as never;
  return { values: {}, errors: { ...others, municipality: kita } } as never;
};
