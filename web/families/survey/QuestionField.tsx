import { LONGEST_TEXT, optionWords, type Question } from '../../../domain/survey/question.ts';
import { CheckboxGroup, RadioGroup } from '../../fields/Choices.tsx';
import { TextArea } from '../../fields/TextArea.tsx';
import { knows, say } from '../../languages/messages.ts';
import { t } from '../language/texts.ts';

type Answer = string | readonly string[];

interface Props {
  question: Question;
  answer: Answer | undefined;
  onAnswer: (answer: Answer | undefined) => void;
  error: string | undefined;
  /** The heading that asks, where the question names a topic only. */
  askedBy: string;
}

/** Chosen to take an answer back: a radio button cannot be unchosen. */
const NONE = '-';

const left = (characters: number) =>
  characters < 0 ? t('survey.over', { over: -characters }) : t('survey.left', { left: characters });

/** One question, which may always stay without an answer. */
export const QuestionField = ({ question, answer, onAnswer, error, askedBy }: Props) => {
  const { code, kind } = question;
  const hint = `${code}.hint`;
  const field = { name: code, label: say(code), ...(knows(hint) && { hint: say(hint) }) };
  if (kind === 'text')
    return (
      <TextArea
        {...field}
        error={error}
        dir="auto"
        rows={4}
        max={LONGEST_TEXT}
        left={left}
        value={answer?.toString() ?? ''}
        onInput={(event) => onAnswer(event.currentTarget.value)}
      />
    );
  const options = question.options.map((value) => ({ value, label: say(optionWords(question, value)) }));
  if (kind === 'choices') {
    const chosen = [answer ?? []].flat();
    return (
      <CheckboxGroup
        {...field}
        options={options}
        chosen={chosen}
        onChange={({ currentTarget: { value, checked } }) =>
          onAnswer(question.options.filter((one) => (one === value ? checked : chosen.includes(one))))
        }
      />
    );
  }
  return (
    <RadioGroup
      {...field}
      describedBy={question.words ? askedBy : undefined}
      horizontal={question.words !== undefined}
      options={[...options, { value: NONE, label: t('survey.no-answer') }]}
      chosen={answer ?? ''}
      onChange={({ currentTarget: { value } }) => onAnswer(value === NONE ? undefined : value)}
    />
  );
};
