import type { Path, Resolver } from 'react-hook-form';
import type { InstitutionFile } from '../../../../domain/api/survey-rounds.ts';
import {
  comparedOf,
  type InstitutionAnswers,
  institutionIssues,
} from '../../../../domain/forms/institution-survey/answers.ts';
import type { Questionnaire } from '../../../../domain/survey/questionnaire.ts';
import { usePortal } from '../../app/context.ts';
import { errorsOf } from '../../drafts/errors-of.ts';
import { summaryOf } from '../../drafts/use-draft-form.ts';
import { useSavedForm } from '../../drafts/use-saved-form.ts';
import { type AnswerFields, answersIn, fieldsOf } from '../questions/answer-fields.ts';
import { questionText } from '../questions/question-words.ts';
import { say } from '../texts.ts';
import type { InstitutionState } from './use-institution.ts';

export interface InstitutionFields {
  saved: number;
  answers: AnswerFields;
  /** Codes of the questions whose earlier answer still holds. */
  unchanged: string[];
}

/** The fields as the API takes them: what was called unchanged and is not any more is left out. */
export const givenIn = (
  questionnaire: Questionnaire,
  fields: Pick<InstitutionFields, 'answers' | 'unchanged'>,
  earlier: InstitutionAnswers['answers'],
): InstitutionAnswers => {
  const answers = answersIn(questionnaire, fields.answers);
  const unchanged = questionnaire.questions
    .map(({ code }) => code)
    .filter((code) => comparedOf(code, { answers, unchanged: fields.unchanged }, earlier) === 'unchanged');
  return { answers, ...(unchanged.length > 0 && { unchanged }) };
};

const resolverOf =
  (
    wish: { current: 'save' | 'send' },
    questionnaire: Questionnaire,
    earlier: InstitutionAnswers['answers'],
  ): Resolver<InstitutionFields, unknown, InstitutionAnswers> =>
  async (fields) => {
    const given = givenIn(questionnaire, fields, earlier);
    const issues = institutionIssues(questionnaire, given, { earlier, whole: wish.current === 'send' });
    if (issues.length === 0) return { values: given, errors: {} };
    return { values: {}, errors: errorsOf(issues) } as never;
  };

/** The form of an institution's answers, saved on the server as often as somebody wants. */
export const useInstitutionForm = (
  file: InstitutionFile,
  questionnaire: Questionnaire,
  state: InstitutionState,
) => {
  const { call } = usePortal();
  const { id, form: of, saved, answers, earlier } = file;
  const before = earlier?.answers ?? {};
  const sendOff = async (n: number) => {
    const asked = { id, body: { saved: n } };
    if (of === 'kita-survey') await call('POST /api/kita-surveys/{id}/submission', asked);
    else await call('POST /api/provider-surveys/{id}/submission', asked);
    state.did(say('inst.sent'));
  };
  const editing = useSavedForm<InstitutionFields, InstitutionAnswers, 'send'>({
    name: `survey.${id}.${file.at}`,
    fields: {
      saved,
      answers: fieldsOf(questionnaire, answers?.answers),
      unchanged: answers?.unchanged ?? [],
    },
    resolverOf: (wish) => resolverOf(wish, questionnaire, before),
    state,
    save: (body, ifMatch) =>
      of === 'kita-survey'
        ? call('PUT /api/kita-surveys/{id}', { id, body, ifMatch })
        : call('PUT /api/provider-surveys/{id}', { id, body, ifMatch }),
    savedTitle: say('inst.saved'),
    goOn: sendOff,
  });
  const { form, busy } = editing;
  // Of the answers as a whole first: it is told where the first question is.
  const single = questionnaire.questions.map(({ code }): Path<InstitutionFields> => `answers.${code}`);
  const lines = summaryOf(form, single, (name, message) => `${questionText(name.slice(8))}: ${message}`);
  const whole = lines.length === 0 ? summaryOf(form, ['answers']) : [];
  const first = questionnaire.questions[0]?.code ?? '';
  const errors = [...whole.map(({ message }) => ({ id: `field-answers-${first}`, message })), ...lines];
  return { ...editing, before, errors: busy ? [] : errors };
};
