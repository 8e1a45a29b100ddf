import { goalStanding } from '../../../domain/goals/standing.ts';
import { useLoad } from '../api/use-load.ts';
import { usePortal } from '../app/context.ts';
import { Failure } from '../parts/Failure.tsx';
import { goalHash, goalsHash } from './addresses.ts';
import { Standing, today } from './GoalTree.tsx';
import { say } from './texts.ts';

/** The goals of a round's year and of the one before that are still to be reached: what the round shall tell something about. */
export const OpenGoals = ({ year }: { year: number }) => {
  const { call } = usePortal();
  const { data, error, reload } = useLoad(`open goals ${year}`, async () => {
    const years = [year - 1, year].map(String);
    const lists = await Promise.all(years.map((of) => call('GET /api/goals', { query: { year: of } })));
    return lists.flatMap(({ items }) => items);
  });
  const open = (data ?? [])
    .map((goal) => ({ goal, standing: goalStanding(goal, today()) }))
    .filter(({ standing }) => standing === 'open' || standing === 'overdue');
  return (
    <section class="panel" aria-labelledby="open-goals">
      <h2 class="portal-h2" id="open-goals">
        {say('open.title')}
      </h2>
      <Failure error={error} onRetry={reload} />
      {data && open.length === 0 && <p class="kern-body portal-muted">{say('open.none')}</p>}
      {open.length > 0 && (
        <ul class="goal-carry">
          {open.map(({ goal, standing }) => (
            <li key={goal.id}>
              <span>
                <a class="kern-link kern-link--no-visited-state" href={goalHash(goal.id)}>
                  {goal.text}
                </a>{' '}
                <Standing of={standing} />
                <span class="data-note">{goal.year}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <p class="kern-body">
        <a class="kern-link kern-link--no-visited-state" href={goalsHash(year)}>
          {say('open.all', { year: String(year) })}
        </a>
      </p>
    </section>
  );
};
