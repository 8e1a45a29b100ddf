import type { GoalAnswer } from '../../../domain/api/goals.ts';
import { useLoad } from '../api/use-load.ts';
import type { ViewProps } from '../app/area.ts';
import { usePortal } from '../app/context.ts';
import { useTitle } from '../app/use-title.ts';
import { LoadFailure } from '../parts/LoadFailure.tsx';
import { Loading } from '../parts/Loading.tsx';
import { momentText } from '../time/dates.ts';
import { goalEditHash, goalHash, goalsHash } from './addresses.ts';
import { GoalTree } from './GoalTree.tsx';
import { say } from './texts.ts';

/** Who saved it when; each state can be looked at. */
const History = ({ of }: { of: GoalAnswer }) => (
  <section class="panel goal-tools" aria-labelledby="history">
    <h2 class="portal-h2" id="history">
      {say('history.title')}
    </h2>
    <ol class="goal-history">
      {of.versions.map(({ version, at, byName }) => (
        <li key={version}>
          <a
            class="kern-link kern-link--no-visited-state"
            href={goalHash(of.id, version)}
            aria-current={version === of.version ? 'true' : undefined}
          >
            {say('history.version', { version })}
          </a>
          <span class="data-note">
            {momentText(at)}
            {byName && `, ${byName}`}
          </span>
        </li>
      ))}
    </ol>
  </section>
);

/** One goal, as it stands or as it was saved before. */
export const GoalView = ({ params: { id = '' }, query: { fassung } }: ViewProps) => {
  const { call } = usePortal();
  const { data, error, reload } = useLoad(`goal ${id} ${fassung}`, () =>
    call('GET /api/goals/{id}', { id, query: { version: fassung } }),
  );
  useTitle(say('goal'));
  const isLatest = data && data.version === data.versions[0]?.version;
  return (
    <>
      <nav class="case-nav goal-tools" aria-label={say('back')}>
        <a class="kern-link kern-link--no-visited-state" href={goalsHash(data?.year ?? '')}>
          ‹ {say('back')}
        </a>
      </nav>
      <h1 class="portal-h1">{data ? say('goal.year', { year: String(data.year) }) : say('goal')}</h1>
      {!data && !error && <Loading />}
      <LoadFailure error={error} onRetry={reload} />
      {data && (
        <>
          {!isLatest && (
            <p class="kern-body panel">
              {say('history.old', { version: data.version, moment: momentText(data.at) })}{' '}
              <a class="kern-link kern-link--no-visited-state" href={goalHash(id)}>
                {say('history.latest')}
              </a>
            </p>
          )}
          <section class="panel goal" aria-labelledby={`goal-${id}`}>
            <GoalTree of={data} number={0} />
            {isLatest && data.actions.includes('edit') && (
              <p class="actions goal-tools">
                <a class="kern-btn kern-btn--secondary" href={goalEditHash(id)}>
                  <span class="kern-label">{say('edit.open')}</span>
                </a>
              </p>
            )}
          </section>
          <History of={data} />
        </>
      )}
    </>
  );
};
