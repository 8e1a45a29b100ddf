import { optionWords, type Question } from '../../../domain/survey/question.ts';
import type { Questionnaire } from '../../../domain/survey/questionnaire.ts';
import { say } from '../../languages/messages.ts';
import { t } from '../language/texts.ts';
import type { SurveyInHand } from './use-survey.ts';

const inWords = (question: Question, answer: string | readonly string[]) =>
  question.kind === 'text'
    ? answer.toString()
    : [answer]
        .flat()
        .map((option) => say(optionWords(question, option)))
        .join(', ');

/** What was answered, to print or to copy by hand. */
export const AnswersList = ({
  hand: { answers },
  questionnaire,
}: {
  hand: SurveyInHand;
  questionnaire: Questionnaire;
}) => (
  <section class="stack" aria-labelledby="survey-yours">
    <h2 class="kern-heading-medium" id="survey-yours">
      {t('survey.yours')}
    </h2>
    <dl class="facts">
      {questionnaire.questions.map((question) => {
        const answer = answers[question.code];
        return answer === undefined ? null : (
          <div key={question.code}>
            <dt>{say(question.code)}</dt>
            <dd class="kern-body words" dir="auto">
              {inWords(question, answer)}
            </dd>
          </div>
        );
      })}
    </dl>
  </section>
);
