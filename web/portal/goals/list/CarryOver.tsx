import type { GoalItem, GoalList } from '../../../../domain/api/goals.ts';
import { useLoad } from '../../api/use-load.ts';
import { usePortal } from '../../app/context.ts';
import { Failure } from '../../parts/Failure.tsx';
import { newGoalHash } from '../addresses.ts';
import { say } from '../texts.ts';

/** Something of it was not reached, and nobody has carried it over yet. */
const isOpen = ({ id, dropped, fine }: GoalItem, into: readonly GoalItem[]) =>
  !dropped &&
  (fine.length === 0 || fine.some(({ evaluation }) => evaluation?.reached !== 'yes')) &&
  !into.some(({ carriedFrom }) => carriedFrom === id);

/** What the year before leaves open, with the way to go on with it. */
export const CarryOver = ({ into }: { into: GoalList }) => {
  const { call } = usePortal();
  const before = into.year - 1;
  const { data, error, reload } = useLoad(`goals ${before}`, () =>
    call('GET /api/goals', { query: { year: String(before) } }),
  );
  const open = data?.items.filter((goal) => isOpen(goal, into.items)) ?? [];
  if (error) return <Failure error={error} onRetry={reload} />;
  if (open.length === 0) return null;
  return (
    <section class="panel goal-tools" aria-labelledby="carry">
      <h2 class="portal-h2" id="carry">
        {say('carry.title', { year: String(before) })}
      </h2>
      <p class="kern-body">{say('carry.text')}</p>
      <ul class="goal-carry">
        {open.map((goal) => (
          <li key={goal.id}>
            <span>{goal.text}</span>
            <a
              class="kern-btn kern-btn--secondary"
              href={newGoalHash(into.year, goal.id)}
              aria-label={say('carry.of', { text: goal.text })}
            >
              <span class="kern-label">{say('carry')}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};
