import type { ComponentChildren } from 'preact';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { LONGEST_TEXT, type Question } from '../../../../domain/survey/question.ts';
import { partsOf, type Questionnaire } from '../../../../domain/survey/questionnaire.ts';
import { CheckboxGroup, RadioGroup } from '../../../fields/Choices.tsx';
import { TextArea } from '../../../fields/TextArea.tsx';
import { draftField } from '../../drafts/use-draft-form.ts';
import { leftText } from '../../parts/left-text.ts';
import { say } from '../texts.ts';
import type { AnswerFields } from './answer-fields.ts';
import { hintText, optionText, partText, questionText } from './question-words.ts';

/** A form whose answers lie under `answers`, by the questions' codes. */
export type AnswerForm = UseFormReturn<FieldValues & { answers: AnswerFields }, unknown, never>;

/** Every question is voluntary: a choice can be taken back. */
const optionsOf = (question: Question) => {
  if (question.kind === 'text') return [];
  const given = question.options.map((value) => ({ value, label: optionText(question, value) }));
  return question.kind === 'choice' ? [...given, { value: '', label: say('inst.noAnswer') }] : given;
};

const QuestionField = ({ question, form }: { question: Question; form: AnswerForm }) => {
  const { code, kind } = question;
  const hint = hintText(code);
  const field = {
    label: questionText(code),
    ...(hint && { hint }),
    ...draftField(form as unknown as UseFormReturn<FieldValues>, `answers.${code}` as Path<FieldValues>),
  };
  if (kind === 'text') return <TextArea {...field} rows={3} max={LONGEST_TEXT} left={leftText} />;
  const options = optionsOf(question);
  // A scale reads from left to right; words of some length stand below each other.
  const isShort = kind === 'choice' && options.length <= 5;
  return kind === 'choice' ? (
    <RadioGroup {...field} options={options} horizontal={isShort} />
  ) : (
    <CheckboxGroup {...field} options={options} />
  );
};

interface Props {
  questionnaire: Questionnaire;
  form: AnswerForm;
  /** Whether a question may be answered now; the others are left out. */
  isOpen?: (code: string) => boolean;
  /** What stands below a question. */
  below?: (question: Question) => ComponentChildren;
}

/** The questions of a questionnaire, part by part: for everybody who answers in the portal, and for paper. */
export const QuestionFields = ({ questionnaire, form, isOpen = () => true, below }: Props) => (
  <>
    {partsOf(questionnaire).map((part) => {
      const own = questionnaire.questions.filter((one) => one.part === part && isOpen(one.code));
      if (own.length === 0) return null;
      return (
        <section key={part} class="question-part" aria-labelledby={`part-${part}`}>
          <h3 class="portal-h3" id={`part-${part}`}>
            {partText(questionnaire, part)}
          </h3>
          {own.map((question) => (
            <div key={question.code} class="question">
              <QuestionField question={question} form={form} />
              {below?.(question)}
            </div>
          ))}
        </section>
      );
    })}
  </>
);
