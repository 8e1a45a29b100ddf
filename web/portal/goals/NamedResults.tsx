import type { BudgetApplicationDraft } from '../../../domain/forms/budget-application/draft.ts';
import { readResultName } from '../../../domain/survey/result-name.ts';
import { useLoad } from '../api/use-load.ts';
import { usePortal } from '../app/context.ts';
import { formText } from '../application/texts.ts';
import { resultsHash } from '../results/addresses.ts';
import { groupText, questionText } from './texts.ts';

interface Props {
  answers: Pick<BudgetApplicationDraft, 'surveyResults'>;
  /** Of its heading. */
  level: 3 | 4;
}

/** The results of the needs survey that an application names, each a link to where it is shown to whoever may see it. */
export const NamedResults = ({ answers: { surveyResults = [] }, level }: Props) =>
  surveyResults.length === 0 ? null : <Named names={surveyResults} level={level} />;

const Named = ({ names, level }: { names: readonly string[]; level: 3 | 4 }) => {
  const { call } = usePortal();
  const { data } = useLoad('rounds with results', () => call('GET /api/surveys'));
  const rounds = data?.items ?? [];
  const Heading = `h${level}` as const;
  return (
    <div class="answer-long">
      <Heading class="portal-h4">{formText('surveyResults')}</Heading>
      <ul class="goal-named">
        {names.map((name) => {
          const of = readResultName(name);
          if (!of) return null;
          const { round, group, question } = of;
          const words = { group: groupText(group), question: questionText(question) };
          const found = rounds.find(({ id }) => id === round);
          // Rounds that somebody is not shown have no page for them either.
          if (!found) return <li key={name}>{formText('surveyResults.gone', words)}</li>;
          return (
            <li key={name}>
              <a class="kern-link kern-link--no-visited-state" href={resultsHash(round, { group, question })}>
                {formText('surveyResults.of', { ...words, year: String(found.year) })}
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
};
