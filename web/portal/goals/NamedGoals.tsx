import type { BudgetApplicationDraft } from '../../../domain/forms/budget-application/draft.ts';
import { useLoad } from '../api/use-load.ts';
import { usePortal } from '../app/context.ts';
import { formText } from '../application/texts.ts';
import { Failure } from '../parts/Failure.tsx';
import { Loading } from '../parts/Loading.tsx';
import { goalHash } from './addresses.ts';
import { groupText, questionText, say } from './texts.ts';

interface Props {
  answers: Pick<BudgetApplicationDraft, 'year' | 'countyGoals'>;
  /** Of its heading. */
  level: 3 | 4;
}

/** The county's goals that an application names, each with its coarse goal and the results that this came from. */
export const NamedGoals = ({ answers: { year, countyGoals = [] }, level }: Props) =>
  year === undefined || countyGoals.length === 0 ? null : (
    <Named year={year} ids={countyGoals} level={level} />
  );

const Named = ({ year, ids, level }: { year: number; ids: readonly string[]; level: 3 | 4 }) => {
  const { call } = usePortal();
  const { data, error, reload } = useLoad(`goals ${year}`, () =>
    call('GET /api/goals', { query: { year: String(year) } }),
  );
  const all = data?.items.flatMap((goal) => goal.fine.map((fine) => ({ goal, fine }))) ?? [];
  const Heading = `h${level}` as const;
  return (
    <div class="answer-long">
      <Heading class="portal-h4">{formText('countyGoals')}</Heading>
      {!data && !error && <Loading />}
      <Failure error={error} onRetry={reload} />
      {data && (
        <ul class="goal-named">
          {ids.map((id) => {
            const found = all.find(({ fine }) => fine.id === id);
            if (!found) return <li key={id}>{formText('countyGoals.gone')}</li>;
            const { goal, fine } = found;
            return (
              <li key={id}>
                <a class="kern-link kern-link--no-visited-state" href={goalHash(goal.id)}>
                  {fine.text}
                </a>
                <span class="data-note">{goal.text}</span>
                {goal.results.map(({ round, group, question }) => (
                  <span class="data-note" key={`${round} ${group} ${question}`}>
                    {say('source.result', { group: groupText(group), question: questionText(question) })}
                  </span>
                ))}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
};
