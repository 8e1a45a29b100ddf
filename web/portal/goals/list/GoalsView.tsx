import type { GoalItem, GoalList } from '../../../../domain/api/goals.ts';
import { fineStanding, goalStanding } from '../../../../domain/goals/standing.ts';
import { Alert } from '../../../fields/Alert.tsx';
import { Button } from '../../../fields/Button.tsx';
import { Select } from '../../../fields/Select.tsx';
import { useLoad } from '../../api/use-load.ts';
import type { ViewProps } from '../../app/area.ts';
import { usePortal } from '../../app/context.ts';
import { useTitle } from '../../app/use-title.ts';
import { budgetYear } from '../../office/budget-year.ts';
import { YearNav } from '../../office/YearNav.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { t } from '../../texts.ts';
import { dateText } from '../../time/dates.ts';
import { goalEditHash, goalHash, goalsHash, newGoalHash } from '../addresses.ts';
import { GoalTree, today } from '../GoalTree.tsx';
import { say } from '../texts.ts';
import { CarryOver } from './CarryOver.tsx';

const STATES = ['open', 'overdue', 'evaluated', 'dropped'] as const;

/** Fine goals whose day is over and of which nobody has said what came of them. */
const Overdue = ({ items }: { items: readonly GoalItem[] }) => {
  const late = items
    .filter(({ dropped }) => !dropped)
    .flatMap(({ id, fine }) =>
      fine.filter((one) => fineStanding(one, today()) === 'overdue').map((one) => ({ goal: id, fine: one })),
    );
  if (late.length === 0) return null;
  return (
    <Alert kind="warning" level={2} title={say('overdue.title', { count: late.length })}>
      <ul class="kern-list kern-list--bullet">
        {late.map(({ goal, fine }) => (
          <li key={fine.id}>
            <a class="kern-link kern-link--no-visited-state" href={goalHash(goal)}>
              {fine.text}
            </a>{' '}
            {say('overdue.since', { day: dateText(fine.date) })}
          </li>
        ))}
      </ul>
    </Alert>
  );
};

const StateForm = ({ year, state }: { year: number; state: string }) => {
  const { go } = usePortal();
  return (
    <search class="goal-tools">
      <form
        class="filter panel"
        aria-label={say('filter')}
        onSubmit={(event) => {
          event.preventDefault();
          go(goalsHash(year, String(new FormData(event.currentTarget).get('state') ?? '')));
        }}
      >
        <Select
          name="state"
          label={say('filter.state')}
          empty={say('filter.all')}
          options={STATES.map((value) => ({ value, label: say(`standing.${value}`) }))}
          defaultValue={state}
        />
        <div class="filter-buttons">
          <Button type="submit" variant="secondary">
            {t('cases.apply')}
          </Button>
          <Button variant="tertiary" onClick={() => window.print()}>
            {t('app.print')}
          </Button>
        </div>
      </form>
    </search>
  );
};

const Tree = ({ list, state }: { list: GoalList; state: string }) => {
  const numbered = list.items.map((goal, n) => ({ goal, number: n + 1 }));
  const shown = numbered.filter(({ goal }) => !state || goalStanding(goal, today()) === state);
  if (shown.length === 0)
    return <p class="kern-body panel">{say(list.items.length === 0 ? 'none' : 'none.state')}</p>;
  return (
    <>
      {shown.map(({ goal, number }) => (
        <section key={goal.id} class="panel goal" aria-labelledby={`goal-${goal.id}`}>
          <GoalTree of={goal} number={number} />
          <p class="actions goal-tools">
            {list.actions.includes('edit') && (
              <a
                class="kern-btn kern-btn--secondary"
                href={goalEditHash(goal.id)}
                aria-label={say('edit.open.of', { number })}
              >
                <span class="kern-label">{say('edit.open')}</span>
              </a>
            )}
            <a
              class="kern-btn kern-btn--tertiary"
              href={goalHash(goal.id)}
              aria-label={say('history.open.of', { number })}
            >
              <span class="kern-label">{say('history.title')}</span>
            </a>
          </p>
        </section>
      ))}
    </>
  );
};

/** A year's goals as a tree: what is to be reached, for whom, until when, what is done for it, what came of it. */
export const GoalsView = ({ params, query: { stand: state = '' } }: ViewProps) => {
  const { call } = usePortal();
  const year = Number(params.year ?? budgetYear());
  const title = say('title', { year: String(year) });
  useTitle(title);
  const { data, error, loading, reload } = useLoad(`goals ${year}`, () =>
    call('GET /api/goals', { query: { year: String(year) } }),
  );
  const mayEdit = data?.actions.includes('edit');
  return (
    <>
      <div class="goal-tools">
        <YearNav year={year} hashOf={(of) => goalsHash(of)} />
      </div>
      <h1 class="portal-h1">{title}</h1>
      <p class="portal-lead">{say('lead')}</p>
      {loading && !data && <Loading />}
      <Failure error={error} onRetry={reload} />
      {data && (
        <>
          <Overdue items={data.items} />
          {mayEdit && (
            <p class="actions goal-tools">
              <a class="kern-btn kern-btn--primary" href={newGoalHash(year)}>
                <span class="kern-label">{say('new.open')}</span>
              </a>
            </p>
          )}
          <StateForm key={`${year} ${state}`} year={year} state={state} />
          <Tree list={data} state={state} />
          {mayEdit && <CarryOver key={year} into={data} />}
        </>
      )}
    </>
  );
};
