import type { ResultsAnswer } from '../../../domain/api/survey-results.ts';
import { questionText, sayResults } from '../../../domain/survey/evaluation/words.ts';
import type { Question } from '../../../domain/survey/question.ts';
import { questionnaireOf } from '../../../domain/survey/questionnaires.ts';
import { resultsHash } from './addresses.ts';
import { Figures } from './Figures.tsx';
import { figureRows } from './rows.ts';

/** The topics, the greatest need first. */
const Topics = ({ of }: { of: ResultsAnswer }) => {
  const { questions } = questionnaireOf(of.group, of.version);
  const nameOf = (code: string) => {
    const found = questions.find((question) => question.code === code);
    return found ? questionText(found) : code;
  };
  const rows = of.topics.map((topic) => ({ ...topic, key: topic.question, name: nameOf(topic.question) }));
  return (
    <section class="panel" aria-labelledby="topics">
      <h2 class="portal-h2" id="topics">
        {sayResults('topics')}
      </h2>
      <p class="kern-body">{sayResults(rows.length > 0 ? 'topics.text' : 'topics.none')}</p>
      {rows.length > 0 && (
        <Figures
          caption={sayResults('topics')}
          names={sayResults('topic')}
          rows={rows}
          year={of.year}
          before={of.before?.year}
        />
      )}
    </section>
  );
};

interface Asked {
  of: ResultsAnswer;
  round: string;
}

const QuestionPart = ({ of, round, question }: Asked & { question: Question }) => (
  <section class="results-question" aria-labelledby={`question-${question.code}`}>
    <h3 class="portal-h3" id={`question-${question.code}`}>
      {questionText(question)}
    </h3>
    <Figures
      caption={questionText(question)}
      names={sayResults('answer')}
      rows={figureRows(question, of.variables)}
      year={of.year}
      before={of.before?.year}
    />
    {of.parts.length > 0 && (
      <a
        class="kern-link kern-link--no-visited-state"
        href={resultsHash(round, { group: of.group, unit: of.area.key, question: question.code })}
      >
        {sayResults('parts.open')}
        <span class="kern-sr-only"> {questionText(question)}</span>
      </a>
    )}
  </section>
);

/** The topics by need, and every question that was asked. */
export const Questions = ({ of, round }: Asked) => {
  const questions = questionnaireOf(of.group, of.version).questions.filter(({ kind }) => kind !== 'text');
  return (
    <>
      {questions.some(({ part }) => part === 'needs') && <Topics of={of} />}
      <section class="panel" aria-labelledby="questions">
        <h2 class="portal-h2" id="questions">
          {sayResults('questions')}
        </h2>
        <p class="kern-body kern-body--small portal-muted">{sayResults('about.hidden')}</p>
        {questions.map((question) => (
          <QuestionPart key={question.code} of={of} round={round} question={question} />
        ))}
      </section>
    </>
  );
};
