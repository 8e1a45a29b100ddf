import { sayResults } from '../../../domain/survey/evaluation/words.ts';
import { Progress } from '../../fields/Progress.tsx';
import { useLoad } from '../api/use-load.ts';
import { usePortal } from '../app/context.ts';
import { useTitle } from '../app/use-title.ts';
import { Failure } from '../parts/Failure.tsx';
import { t } from '../texts.ts';
import { dateText } from '../time/dates.ts';
import { resultsHash } from './addresses.ts';

/** The rounds whose results can be read, the newest first. */
export const RoundsView = () => {
  const { call } = usePortal();
  const title = sayResults('rounds.title');
  useTitle(title);
  const { data, error, loading, reload } = useLoad('rounds with results', () => call('GET /api/surveys'));
  return (
    <>
      <h1 class="portal-h1">{title}</h1>
      <Progress text={loading && !data ? t('app.loading') : undefined} />
      <Failure error={error} onRetry={reload} />
      {data?.items.length === 0 && <p class="kern-body panel">{sayResults('rounds.none')}</p>}
      {data && data.items.length > 0 && (
        <ul class="results-rounds">
          {data.items.map(({ id, year, from, to }) => (
            <li key={id} class="panel">
              <a class="kern-link kern-link--no-visited-state" href={resultsHash(id)}>
                {sayResults('rounds.open', { year: String(year) })}
              </a>
              <span class="kern-body">
                {sayResults('rounds.period', { from: dateText(from), to: dateText(to) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
