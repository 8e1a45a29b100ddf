import type { InstitutionFile } from '../../../../domain/api/survey-rounds.ts';
import { comparedOf } from '../../../../domain/forms/institution-survey/answers.ts';
import { partsOf, type Questionnaire } from '../../../../domain/survey/questionnaire.ts';
import { Pairs } from '../../parts/Pairs.tsx';
import { answerText, partText, questionText } from '../questions/question-words.ts';
import { say } from '../texts.ts';

/** What was sent, with what has changed since the round before. */
export const SentAnswers = ({
  file,
  questionnaire,
}: {
  file: InstitutionFile;
  questionnaire: Questionnaire;
}) => {
  const { answers: given, earlier } = file;
  if (!given) return <p class="kern-body panel portal-muted">{say('inst.answers.none')}</p>;
  return (
    <section class="panel" aria-labelledby="answers">
      <h2 class="portal-h2" id="answers">
        {say('inst.answers.title')}
      </h2>
      {partsOf(questionnaire).map((part) => (
        <section key={part} class="question-part" aria-labelledby={`sent-${part}`}>
          <h3 class="portal-h3" id={`sent-${part}`}>
            {partText(questionnaire, part)}
          </h3>
          <Pairs
            pairs={questionnaire.questions
              .filter((question) => question.part === part)
              .map((question) => {
                const { code } = question;
                const before = earlier && answerText(question, earlier.answers[code]);
                const isChanged =
                  before !== undefined && comparedOf(code, given, earlier?.answers ?? {}) === 'changed';
                return [
                  questionText(code),
                  <>
                    {answerText(question, given.answers[code]) ?? say('inst.answers.notGiven')}
                    {isChanged && (
                      <span class="data-note">
                        {say('inst.answers.changed', { year: String(earlier?.year), earlier: before })}
                      </span>
                    )}
                  </>,
                ] as const;
              })}
          />
        </section>
      ))}
    </section>
  );
};
